package org.moothall.web.internal.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.CoreProblem;
import org.moothall.core.ProblemCode;
import org.moothall.core.ProblemException;
import org.moothall.store.Store;
import org.moothall.store.Stores;
import org.moothall.testkit.ManualClock;
import org.moothall.testkit.MemoryVault;
import org.moothall.testkit.TestExecutors;
import org.moothall.testkit.TestInstance;
import org.moothall.web.WebProblem;

class KeptAnswersTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("anna", "k");
    private static final KeptAnswer CREATED = new KeptAnswer(201, Map.of("Location", "/api/v1/users/7", "ETag", "\"1\""), "{\"id\":\"7\"}");

    private final ManualClock clock = new ManualClock();
    private final TestExecutors executors = new TestExecutors();
    private final MemoryVault vault = new MemoryVault();
    private final Store store;
    private final KeptAnswers answers;

    KeptAnswersTest(@TempDir Path directory) {
        store = Stores.embedded(directory, executors);
        answers = instance("here");
    }

    /** An instance on the same store; the same name again is that instance after a restart. */
    private KeptAnswers instance(String name) {
        return new KeptAnswers(store, vault, new TestInstance(name, Path.of("unused")), clock);
    }

    @AfterEach
    void close() {
        store.close();
        executors.close();
    }

    @Test
    void aRepetitionGetsTheFirstAnswerWholeAndEveryTime() {
        run(KEY, "add 7", CREATED);
        assertEquals(Optional.of(CREATED), answers.begin(KEY, "add 7"));
        assertEquals(Optional.of(CREATED), answers.begin(KEY, "add 7"));
    }

    @Test
    void aRefusalIsRepeatedToo() {
        KeptAnswer refusal = new KeptAnswer(409, Map.of(), "{}");
        run(KEY, "add 7", refusal);
        assertEquals(Optional.of(refusal), answers.begin(KEY, "add 7"));
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefusedWhetherTheFirstRunsOrEnded() {
        answers.begin(KEY, "add 7");
        assertRefused(CoreProblem.IDEMPOTENCY_KEY_REUSED, "add 8");
        answers.answered(KEY, 201, CREATED);
        assertRefused(CoreProblem.IDEMPOTENCY_KEY_REUSED, "add 8");
        assertEquals(Optional.of(CREATED), answers.begin(KEY, "add 7"));
    }

    @Test
    void theSameKeyOfAnotherCallerIsAnotherKey() {
        run(KEY, "add 7", CREATED);
        assertEquals(Optional.empty(), answers.begin(new IdempotencyKey("berta", "k"), "add 7"));
    }

    @Test
    void aSecondRequestWhileTheFirstRunsIsToldToComeAgain() {
        answers.begin(KEY, "add 7");
        assertRefused(WebProblem.STILL_RUNNING, "add 7");
        assertEquals(409, WebProblem.STILL_RUNNING.status());
    }

    @Test
    void whatRunsForMoreThanADayIsStillNotRunTwice() {
        answers.begin(KEY, "add 7");
        clock.advance(Duration.ofHours(25));
        assertRefused(WebProblem.STILL_RUNNING, "add 7");
    }

    @Test
    void anAnswerIsKeptFor24Hours() {
        run(KEY, "add 7", CREATED);
        clock.advance(Duration.ofHours(24).minusMillis(1));
        assertEquals(Optional.of(CREATED), answers.begin(KEY, "add 7"));
        clock.advance(Duration.ofMillis(1));
        assertEquals(Optional.empty(), answers.begin(KEY, "add 7"));
    }

    @Test
    void failuresOfTheServerAndRefusalsForNowAreNotKept() {
        for (int status : new int[] {500, 503, 429}) {
            run(KEY, "add 7", new KeptAnswer(status, Map.of(), "{}"));
            assertEquals(Optional.empty(), answers.begin(KEY, "add 7"), () -> "status " + status);
            answers.answered(KEY, status, null);
        }
    }

    @Test
    void anAnswerHoldsOverARestartAndOnOtherInstances() {
        run(KEY, "add 7", CREATED);
        assertEquals(Optional.of(CREATED), instance("here").begin(KEY, "add 7"));
        assertEquals(Optional.of(CREATED), instance("there").begin(KEY, "add 7"));
    }

    @Test
    void whatRunsOnAnotherInstanceIsNotRunHere() {
        instance("there").begin(KEY, "add 7");
        assertRefused(WebProblem.STILL_RUNNING, "add 7");
        clock.advance(KeptAnswers.LONGEST);
        assertRefused(WebProblem.INTERRUPTED, "add 7");
    }

    @Test
    void whatARestartInterruptedIsNotRunAgainAndSaysSo() {
        instance("here").begin(KEY, "add 7");
        assertRefused(WebProblem.INTERRUPTED, "add 7");
        assertRefused(CoreProblem.IDEMPOTENCY_KEY_REUSED, "add 8");
    }

    @Test
    void ofTwoInstancesThatAreAskedAtOnceOneRuns() {
        KeptAnswers there = instance("there");
        List<Boolean> ran = Stream.of(answers, there).parallel().map(each -> {
            try {
                return each.begin(KEY, "add 7").isEmpty();
            } catch (ProblemException e) {
                return false;
            }
        }).toList();
        assertEquals(1, ran.stream().filter(each -> each).count());
    }

    @Test
    void whatHadAnAnswerTooLargeToKeepIsNotRunAgain() {
        run(KEY, "add 7", new KeptAnswer(200, Map.of(), "x".repeat(KeptAnswers.MAX_BODY + 1)));
        assertRefused(WebProblem.ANSWER_NOT_KEPT, "add 7");
    }

    @Test
    void whatHadAnAnswerThatCannotBeKeptIsNotRunAgain() {
        answers.begin(KEY, "add 7");
        answers.answered(KEY, 200, null);
        assertRefused(WebProblem.ANSWER_NOT_KEPT, "add 7");
    }

    private void run(IdempotencyKey key, String print, KeptAnswer answer) {
        assertEquals(Optional.empty(), answers.begin(key, print));
        answers.answered(key, answer.status(), answer);
    }

    private void assertRefused(ProblemCode code, String print) {
        assertEquals(code, assertThrows(ProblemException.class, () -> answers.begin(KEY, print)).problem().code());
    }
}
