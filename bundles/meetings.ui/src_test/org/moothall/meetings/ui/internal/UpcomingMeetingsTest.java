package org.moothall.meetings.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.meetings.ui.internal.ScriptedMeetings.meeting;
import static org.moothall.meetings.ui.internal.ScriptedMeetings.upcoming;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.ui.model.Later;

/** Scheduled meetings on the page: nobody tells of them, so they are asked for. */
@NonNullByDefault({})
class UpcomingMeetingsTest {
    private final ScriptedMeetings server = new ScriptedMeetings();
    private final List<Runnable> later = new ArrayList<>();
    private final Later timer = (delay, task) -> {
        later.add(task);
        return () -> later.remove(task);
    };
    private final MeetingList list = new MeetingList(MeetingState.UPCOMING, server, Runnable::run, timer);
    private final MeetingCounts counts = new MeetingCounts(server, Runnable::run, timer);

    @Test
    void theNextOneIsAskedForFirst() {
        list.startOnce();
        assertEquals(MeetingQuery.Sort.START, server.asked.getLast().sort());
        assertFalse(server.asked.getLast().descending());
    }

    @Test
    void theyAreAskedForAgainAndAgainWithTheirNumber() {
        counts.follow(list);
        assertEquals(1, server.asked.size(), "a list that nobody looked at is not read");
        server.answer(null, upcoming("plan-1", 10));
        assertEquals("1", counts.of(MeetingState.UPCOMING).get());
        list.startOnce();
        server.answer(null, upcoming("plan-1", 10));
        later.removeFirst().run();
        server.answer(null, upcoming("plan-1", 10), upcoming("plan-2", 20));
        assertEquals(2, list.rows().total());
        counts.stop();
        assertTrue(later.isEmpty(), "whoever leaves the page asks no more");
    }

    @Test
    void whatHappensInLiveMeetingsDoesNotChangeThem() {
        list.startOnce();
        server.answer(null, upcoming("plan-1", 10));
        assertFalse(list.changed(meeting("a", 1)));
        assertEquals(1, list.rows().total());
    }
}
