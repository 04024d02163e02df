package org.moothall.applianceprofiles.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.moothall.applianceprofiles.ApplianceProfile;
import org.moothall.applianceprofiles.CallType;
import org.moothall.applianceprofiles.Figure;
import org.moothall.applianceprofiles.PlatformId;
import org.moothall.applianceprofiles.Source;
import org.moothall.applianceprofiles.Unit;
import org.moothall.applianceprofiles.sizing.Disagreement;
import org.moothall.applianceprofiles.sizing.Disagreement.Reading;
import org.moothall.applianceprofiles.sizing.Finding;
import org.moothall.applianceprofiles.sizing.HostAnswer;
import org.moothall.applianceprofiles.sizing.HostOffer;
import org.moothall.applianceprofiles.sizing.Role;
import org.moothall.applianceprofiles.sizing.SizingAnswer;
import org.moothall.applianceprofiles.sizing.SizingDemand;
import org.moothall.applianceprofiles.sizing.Step;
import org.moothall.applianceprofiles.ui.internal.SizingModel.Question;
import org.moothall.client.SizingClient;
import org.moothall.core.Page;
import org.moothall.core.Problem;

@NonNullByDefault({})
class SizingModelTest {

    private static final Source GUIDE = Source.guide("§D.1");

    private final List<SizingDemand> demands = new ArrayList<>();
    private final List<HostOffer> offers = new ArrayList<>();
    private final Deque<CompletableFuture<SizingAnswer>> asked = new ArrayDeque<>();
    private final SizingModel needed = new SizingModel(new Scripted(), Runnable::run, Question.NEEDED);
    private final SizingModel carried = new SizingModel(new Scripted(), Runnable::run, Question.CARRIED);

    @Test
    void whatIsTypedIsAskedAlsoWithSeparators() {
        type(needed, "calls.hd-720p30", "50");
        type(needed, "spaces", "275,000");
        needed.calculate();
        assertEquals(50L, Objects.requireNonNull(demands.getFirst().calls()).get(CallType.HD_720P30));
        assertEquals(275_000L, demands.getFirst().spaces());
        assertEquals(null, Objects.requireNonNull(demands.getFirst().host()).sockets(), "blank: the number of cores is asked for");
    }

    @Test
    void negativeBlankAndHugeNumbersAreNotAskedAndToldAtTheField() {
        for (String wrong : List.of("-1", "", "many", "1.5", "10000001", "99999999999999999999")) {
            type(needed, "users", wrong);
            needed.calculate();
            assertEquals("Write a whole number from 0 to 10,000,000.", needed.form().field("users").problem().get(), wrong);
        }
        assertEquals(List.of(), demands);
        assertFalse(needed.problem().get().isEmpty());
        type(needed, "users", "7");
        assertEquals("", needed.form().field("users").problem().get());
    }

    @Test
    void whatTheServerRefusesIsToldAtItsField() {
        needed.calculate();
        asked.remove().completeExceptionally(Problem.invalid("calls.audio", "is blank.").exception());
        assertEquals("It is blank.", needed.form().field("calls.audio").problem().get());
        assertFalse(needed.busy().get());
    }

    @Test
    void onlyTheAnswerToTheLastQuestionIsShown() {
        needed.calculate();
        needed.calculate();
        CompletableFuture<SizingAnswer> first = asked.remove();
        asked.remove().complete(answer("40"));
        first.complete(answer("19"));
        assertTrue(texts(needed).contains("20 physical cores · 38 virtual CPUs · 40 GB memory · 100 GB disk"), () -> texts(needed).toString());
    }

    @Test
    void anAnswerReadsAsHostsFindingsDisagreementsAndSteps() {
        needed.calculate();
        asked.remove().complete(answer("40"));
        assertEquals(List.of("What is needed", "1 × Call Bridge: Virtual machine", "20 physical cores · 38 virtual CPUs · 40 GB memory · 100 GB disk",
                "What to know",
                "■ Exceeded: Too much. (installation guide, §D.1)", "Where the guide disagrees with itself", "How much?", "● For each virtual CPU – used here",
                "38 × 1 (installation guide, §D.1)", "○ For each core", "19 × 1 (installation guide, §D.1)", "Step by step", "Cores",
                "50 ÷ 2.5 = 20 (Moothall, ours)"), texts(needed));
    }

    @Test
    void ofAnApplianceNothingElseIsAsked() {
        carried.form().field("memoryGigabytes").text().set("much");
        carried.platform().set(new PlatformId("meeting-server-2000-m6"));
        carried.calculate();
        assertEquals(new HostOffer(new PlatformId("meeting-server-2000-m6"), null, null, null, null), offers.getFirst());
        assertTrue(texts(carried).contains("HD 720p30: 1,296 · Users: not stated"), () -> texts(carried).toString());
        assertTrue(texts(carried).contains("○ Recorder: does not fit"));
    }

    @Test
    void aHostOfOnesOwnIsOfferedAsItIsTyped() {
        type(carried, "memoryGigabytes", "40.5");
        carried.calculate();
        assertEquals(new BigDecimal("40.5"), offers.getFirst().memoryGigabytes());
        assertEquals(10, Objects.requireNonNull(offers.getFirst().host()).coresPerSocket());
    }

    private static void type(SizingModel model, String field, String text) {
        model.form().field(field).text().set(text);
    }

    private static List<String> texts(SizingModel model) {
        return model.answer().get().stream().map(Paragraph::text).toList();
    }

    private static SizingAnswer answer(String memory) {
        return new SizingAnswer(
                List.of(new SizingAnswer.Host(Role.CALL_BRIDGE, 1, PlatformId.VIRTUAL_MACHINE, "Virtual machine", 20L, 38L, new BigDecimal(memory),
                        new BigDecimal("100"), null, null)),
                List.of(),
                List.of(new Step(Role.CALL_BRIDGE, "Cores", "50 ÷ 2.5 = 20", Figure.of(20, Unit.PHYSICAL_CORES, new Source("Moothall", "ours")), true)),
                List.of(new Disagreement(Role.CALL_BRIDGE, "How much?",
                        List.of(reading("For each virtual CPU", 38, true), reading("For each core", 19, false)))),
                List.of(new Finding(Finding.Kind.EXCEEDED, Role.CALL_BRIDGE, "Too much.", GUIDE)));
    }

    private static Reading reading(String rule, int gigabytes, boolean used) {
        return new Reading(rule, gigabytes + " × 1", Figure.of(gigabytes, Unit.GIGABYTES, GUIDE), used);
    }

    private final class Scripted implements SizingClient {

        @Override
        public CompletableFuture<Page<ApplianceProfile>> platforms() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<SizingAnswer> hosts(SizingDemand demand) {
            demands.add(demand);
            CompletableFuture<SizingAnswer> answer = new CompletableFuture<>();
            asked.add(answer);
            return answer;
        }

        @Override
        public CompletableFuture<HostAnswer> carried(HostOffer offer) {
            offers.add(offer);
            return CompletableFuture.completedFuture(new HostAnswer(List.of(
                    new HostAnswer.Carried(Role.CALL_BRIDGE, true, List.of(), List.of(new HostAnswer.Load("hd-720p30", Figure.of(1296, Unit.CALLS, GUIDE)),
                            new HostAnswer.Load("users", Figure.notStated(Unit.USERS, GUIDE)))),
                    new HostAnswer.Carried(Role.RECORDER, false, List.of("It does not run on this platform (§1.4)."), List.of())), List.of(), List.of(),
                    List.of()));
        }
    }
}
