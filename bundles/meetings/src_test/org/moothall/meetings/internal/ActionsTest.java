package org.moothall.meetings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.meetings.internal.RoomFixture.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.PageRequest;
import org.moothall.core.ProblemException;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Meetings.Outcome;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.ParticipantId;

/** What operators do arrives at the bridge that hosts whom it is about. */
class ActionsTest {

    private static final ParticipantChange MUTE = new ParticipantChange(true, null);

    @TempDir
    private Path directory = Path.of("");
    private @Nullable RoomFixture opened;

    @BeforeEach
    void open() {
        opened = new RoomFixture(directory);
    }

    @AfterEach
    void close() {
        it().close();
    }

    private RoomFixture it() {
        return Objects.requireNonNull(opened);
    }

    @Test
    void aBulkChangeNamesAtMostTwentyAtOnceAndHasAnOutcomeForEach() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 45);
        List<Outcome> outcomes = it().meetings.change(board, people("c1", 45), MUTE);
        assertEquals(45, outcomes.stream().filter(Outcome::done).count());
        List<String> sent = bridge.asked.stream().filter(text -> text.startsWith("PUT calls/c1/participants/*")).toList();
        assertEquals(3, sent.size());
        assertTrue(sent.get(0).contains("mode=selected") && sent.get(0).contains("rxAudioMute=true"), sent.get(0));
        assertEquals(20, sent.get(0).split(",").length);
        assertEquals(5, sent.get(2).split(",").length);
    }

    @Test
    void aFailureOnOneBridgeIsTheOutcomeOfItsPeopleOnly() {
        ScriptedBridge one = it().bridge("one");
        ScriptedBridge two = it().bridge("two");
        MeetingId board = meeting(one, "c1", 0, 2);
        meeting(two, "c2", 0, 2);
        two.refuse("PUT", "databaseNotReady");
        List<ParticipantId> all = new ArrayList<>(people("c1", 2));
        all.addAll(people("c2", 2));
        List<Outcome> outcomes = it().meetings.change(board, all, MUTE);
        assertEquals(List.of(true, true, false, false), outcomes.stream().map(Outcome::done).toList());
        assertTrue(String.valueOf(outcomes.get(2).problem()).contains("databaseNotReady"));
    }

    @Test
    void whoIsNotThereHasAnOutcomeThatSaysSo() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        Outcome outcome = it().meetings.drop(board, List.of(new ParticipantId("nobody"))).get(0);
        assertFalse(outcome.done());
        assertTrue(String.valueOf(outcome.problem()).contains("no such participant"));
    }

    @Test
    void endingAMeetingEndsItOnAllItsBridges() {
        ScriptedBridge one = it().bridge("one");
        ScriptedBridge two = it().bridge("two");
        MeetingId board = meeting(one, "c1", 0, 1);
        meeting(two, "c2", 0, 1);
        it().meetings.end(board);
        assertTrue(one.asked.contains("DELETE calls/c1") && two.asked.contains("DELETE calls/c2"));
    }

    @Test
    void aMeetingThatIsOverCannotBeActedOn() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 0);
        it().send(bridge, "s1", Cdr.callEnd(100, "c1"));
        await(() -> it().meetings.find(board).orElseThrow().state() == MeetingState.ENDED);
        assertEquals("meetings.over", assertThrows(ProblemException.class, () -> it().meetings.end(board)).problem().code().code());
    }

    /** The Board meets in this call; waits until everybody is shown. */
    private MeetingId meeting(ScriptedBridge bridge, String call, long from, int people) {
        List<String> records = new ArrayList<>(List.of(Cdr.callStart(from, call, "Board")));
        IntStream.range(0, people).forEach(i -> records.add(Cdr.legStart(from + 1 + 2L * i, call + "-p" + i, call, "Person " + i)));
        int before = shown();
        it().send(bridge, "s1", records.toArray(String[]::new));
        await(() -> shown() == before + people && !found().isEmpty());
        return found().get(0);
    }

    private static List<ParticipantId> people(String call, int many) {
        return IntStream.range(0, many).mapToObj(i -> new ParticipantId(call + "-p" + i)).toList();
    }

    private List<MeetingId> found() {
        return it().meetings.find(new MeetingQuery(MeetingState.ACTIVE, "", null, MeetingQuery.Sort.NAME, false, PageRequest.first())).items().stream()
                .map(meeting -> meeting.id()).toList();
    }

    private int shown() {
        return found().stream().mapToInt(id -> it().meetings.find(id).orElseThrow().participants()).sum();
    }
}
