package org.moothall.meetings.internal.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantId;
import org.moothall.meetings.Timeline;
import org.moothall.meetings.Timeline.Point;
import org.moothall.meetings.Timeline.Span;
import org.moothall.meetings.internal.projection.LoggedChange;
import org.moothall.servers.ClusterId;

/** The time bar of a meeting that begins at noon. */
class TimeBarTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant ONE = NOON.plusSeconds(3_600);

    @Test
    void itTellsHowManyPeopleWereThereFromWhenOn() {
        Timeline bar = TimeBar.of(meeting(ONE), List.of(person("a", 0, 1_800L), person("b", 600, null), person("c", 600, 1_800L)), List.of(),
                ONE.plusSeconds(9));
        assertEquals(List.of(point(0, 1), point(600, 3), point(1_800, 1)), bar.points());
        assertTrue(bar.exact());
        assertEquals(List.of(NOON, ONE, ONE), List.of(bar.start(), bar.until(), bar.end()));
    }

    @Test
    void aMeetingThatGoesOnReachesToNow() {
        Timeline bar = TimeBar.of(meeting(null), List.of(person("a", 60, null)), List.of(), NOON.plusSeconds(90));
        assertEquals(List.of(point(0, 0), point(60, 1)), bar.points());
        assertNull(bar.end());
        assertEquals(NOON.plusSeconds(90), bar.until());
    }

    @Test
    void itTellsWhenNobodyWatchedWhichCallBridges() {
        Timeline bar = TimeBar.of(meeting(null), List.of(), List.of(unwatched(60, "one"), unwatched(90, "one\ntwo"), unwatched(120, ""), unwatched(300, "two")),
                ONE);
        assertEquals(List.of(new Span(NOON.plusSeconds(60), NOON.plusSeconds(90), List.of("one")),
                new Span(NOON.plusSeconds(90), NOON.plusSeconds(120), List.of("one", "two")), new Span(NOON.plusSeconds(300), null, List.of("two"))),
                bar.unwatched());
    }

    @Test
    void whatNobodyWatchedEndsWithTheMeeting() {
        assertEquals(List.of(new Span(NOON.plusSeconds(60), ONE, List.of("one"))),
                TimeBar.of(meeting(ONE), List.of(), List.of(unwatched(60, "one")), ONE.plusSeconds(60)).unwatched());
    }

    @Test
    void itStaysShortHoweverManyCameAndWentAndSaysSo() {
        List<Participant> crowd = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            crowd.add(person("p" + i, i, 3_500L));
        }
        Timeline bar = TimeBar.of(meeting(ONE), crowd, List.of(), ONE);
        assertTrue(bar.points().size() <= Timeline.MOST_POINTS && bar.points().size() > Timeline.MOST_POINTS / 2, () -> bar.points().size() + " points");
        assertFalse(bar.exact());
        assertEquals(point(0, 1), bar.points().get(0));
        assertEquals(point(3_500, 0), bar.points().get(bar.points().size() - 1));
    }

    private static Point point(int second, int people) {
        return new Point(NOON.plusSeconds(second), people);
    }

    private static LoggedChange unwatched(int second, String bridges) {
        return new LoggedChange(new MeetingId("m"), second, NOON.plusSeconds(second), ONE, "", "", LoggedChange.UNWATCHED, bridges, "");
    }

    private static Meeting meeting(@Nullable Instant end) {
        return new Meeting(new MeetingId("m"), "Board", new ClusterId("lab"), "Lab", end == null ? MeetingState.ACTIVE : MeetingState.ENDED, NOON, end, 1, 3, 0,
                false, false, false, false, false, null, null, List.of("one"), true, 1);
    }

    private static Participant person(String id, int came, @Nullable Long left) {
        return new Participant(new ParticipantId(id), new MeetingId("m"), id, "", left == null ? Participant.State.CONNECTED : Participant.State.GONE,
                Participant.Direction.INCOMING, Participant.Device.SIP, "one", NOON.plusSeconds(came), left == null ? null : NOON.plusSeconds(left), false,
                false,
                false, false, null, null, false, false, Participant.Quality.UNKNOWN, null, 1);
    }
}
