package org.moothall.meetings.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.meetings.ui.internal.ScriptedMeetings.ended;
import static org.moothall.meetings.ui.internal.ScriptedMeetings.meeting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.ui.model.LiveRows;

@NonNullByDefault({})
class MeetingListTest {

    private final ScriptedMeetings server = new ScriptedMeetings();
    private final List<Runnable> waiting = new ArrayList<>();
    private final MeetingList active = list(MeetingState.ACTIVE);
    private final MeetingList ended = list(MeetingState.ENDED);

    @Test
    void aChangedMeetingIsUpdatedInPlace() {
        active.start();
        server.answer(null, meeting("a", 1), meeting("b", 1));
        assertFalse(active.changed(meeting("a", 2, 7)));
        assertEquals(7, people("a"));
        assertEquals(List.of("a", "b"), ids(active));
    }

    @Test
    void anOlderVersionChangesNothing() {
        active.start();
        server.answer(null, meeting("a", 5, 3));
        active.changed(meeting("a", 4, 9));
        assertEquals(3, people("a"));
    }

    @Test
    void aMeetingThatEndedLeavesTheActiveOnesForTheEndedOnes() {
        active.start();
        server.answer(null, meeting("a", 1));
        ended.start();
        server.answer(null);
        assertTrue(active.changed(ended("a", 2)));
        assertTrue(ended.changed(ended("a", 2)));
        assertEquals(List.of(), ids(active));
        assertEquals(List.of("a"), ids(ended));
    }

    @Test
    void whatIsToldWhileAPageIsUnderWayIsNotLostToTheOlderPage() {
        active.start();
        active.changed(ended("a", 3));
        active.changed(meeting("new", 1));
        server.answer(null, meeting("a", 2), meeting("b", 1));
        assertEquals(List.of("b", "new"), ids(active));
    }

    @Test
    void allPagesOfActiveMeetingsAreRead() {
        active.start();
        server.answer("2", meeting("a", 1));
        server.answer(null, meeting("b", 1));
        assertEquals(List.of("a", "b"), ids(active));
        assertEquals("2", server.asked.getLast().page().cursor());
    }

    @Test
    void endedMeetingsAreSortedByTheServerBecauseNotAllAreRead() {
        ended.start();
        server.answer("2", ended("a", 1));
        assertEquals(MeetingQuery.Sort.END, server.asked.getLast().sort());
        ended.sort("name", false);
        assertEquals(MeetingQuery.Sort.NAME, server.asked.getLast().sort());
        assertFalse(server.asked.getLast().descending());
        assertNull(server.asked.getLast().page().cursor(), "from the beginning");
        server.answer("2", ended("a", 1));
        int asked = server.asked.size();
        ended.sort("name", false);
        assertEquals(asked, server.asked.size(), "the same order is not asked for again");
        ended.sort("most", true);
        assertEquals(MeetingQuery.Sort.PARTICIPANTS, server.asked.getLast().sort());
    }

    @Test
    void endedMeetingsAreReadPageByPageWhenAskedFor() {
        ended.start();
        server.answer("2", ended("a", 1));
        assertTrue(ended.hasMore());
        assertEquals(1, server.asked.size());
        ended.more();
        server.answer(null, ended("b", 1));
        assertFalse(ended.hasMore());
        assertEquals(List.of("a", "b"), ids(ended));
    }

    @Test
    void typingAsksTheServerOnceWhenItPauses() {
        active.start();
        server.answer(null);
        active.search("b");
        active.search("bo");
        active.search("boa");
        runWaiting();
        assertEquals(2, server.asked.size());
        assertEquals("boa", server.asked.getLast().text());
    }

    @Test
    void anAnswerToAnOlderQuestionIsDropped() {
        active.start();
        active.search("x");
        runWaiting();
        server.answer(0, null, meeting("old", 1));
        server.answer(null, meeting("new", 1));
        assertEquals(List.of("new"), ids(active));
    }

    @Test
    void whileSearchingTheServerSaysWhetherANewMeetingMatches() {
        active.start();
        server.answer(null);
        active.search("x");
        runWaiting();
        server.answer(null);
        active.changed(meeting("a", 1));
        assertEquals(List.of(), ids(active));
        runWaiting();
        server.answer(null, meeting("a", 1));
        assertEquals(List.of("a"), ids(active));
    }

    @Test
    void aRefreshKeepsTheRowsUntilTheAnswerIsThere() {
        active.start();
        server.answer(null, meeting("a", 1), meeting("b", 1));
        active.refresh();
        assertEquals(List.of("a", "b"), ids(active));
        server.answer(null, meeting("b", 2));
        assertEquals(List.of("b"), ids(active));
    }

    @Test
    void aFailureIsTold() {
        active.start();
        server.fail(Problem.of(CoreProblem.UNAVAILABLE, "The server did not answer in 30 s.").exception());
        assertEquals("The server did not answer in 30 s.", assertInstanceOf(LiveRows.State.Failed.class, active.rows().state()).message());
    }

    private int people(String id) {
        return Objects.requireNonNull(active.rows().get(id)).participants();
    }

    private MeetingList list(MeetingState state) {
        return new MeetingList(state, server, Runnable::run, this::later);
    }

    private org.moothall.ui.model.Subscription later(Duration delay, Runnable task) {
        waiting.add(task);
        return () -> waiting.remove(task);
    }

    private void runWaiting() {
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
    }

    private static List<String> ids(MeetingList list) {
        return list.rows().visible().stream().map(Meeting::id).map(id -> id.value()).toList();
    }
}
