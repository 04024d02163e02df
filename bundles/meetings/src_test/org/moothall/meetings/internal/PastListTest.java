package org.moothall.meetings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.moothall.meetings.internal.RoomFixture.await;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.ProblemException;
import org.moothall.meetings.DeskChange;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingAt;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingQuery.Sort;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Timeline;
import org.moothall.testkit.ManualClock;

/** The list as it stood: Board from 12:00 to 12:20, Team from 12:10 on, Choir from 12:30 on; it is 13:00. */
class PastListTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    private Path directory = Path.of("");
    private @Nullable RoomFixture opened;

    @BeforeEach
    void meet() {
        opened = new RoomFixture(directory, new ManualClock(minute(60)));
        ScriptedBridge bridge = new ScriptedBridge();
        bridge.put("calls/c2", "name", "Team", "callCorrelator", "x-Team");
        bridge.put("calls/c3", "name", "Choir", "callCorrelator", "x-Choir");
        bridge.put("callLegs/carl", "call", "c2", "type", "sip", "groupId", "carl", "state", "connected");
        bridge.put("participants/carl", "call", "c2", "name", "Carl");
        bridge.nextRecord(12);
        it().bridge("one", bridge);
        it().send(bridge, "s1", Cdr.callStart(0, "c1", "Board"), Cdr.legStart(1, "ada", "c1", "Ada Lovelace"),
                Cdr.at(minute(15), Cdr.legStart(3, "bert", "c1", "Bert")), Cdr.at(minute(10), Cdr.callStart(5, "c2", "Team")),
                Cdr.at(minute(11), Cdr.legStart(6, "carl", "c2", "Carl")), Cdr.at(minute(20), Cdr.legEnd(8, "ada")), Cdr.at(minute(20), Cdr.legEnd(9, "bert")),
                Cdr.at(minute(20), Cdr.callEnd(10, "c1")), Cdr.at(minute(30), Cdr.callStart(11, "c3", "Choir")));
        await(() -> it().meetings.find(query(MeetingState.ENDED, "", Sort.NAME)).items().size() == 1
                && it().meetings.find(query(MeetingState.ACTIVE, "", Sort.NAME)).items().size() == 2);
    }

    @AfterEach
    void close() {
        it().close();
    }

    @Test
    void theListIsAsItStoodThenWithMeetingsThatEndedSince() {
        assertEquals(List.of("Board"), names(5, MeetingState.ACTIVE, ""));
        assertEquals(List.of("Board", "Team"), names(15, MeetingState.ACTIVE, ""));
        assertEquals(List.of("Team"), names(20, MeetingState.ACTIVE, ""));
        assertEquals(List.of("Choir", "Team"), names(40, MeetingState.ACTIVE, ""));
        assertEquals(List.of(), names(19, MeetingState.ENDED, ""));
        assertEquals(List.of("Board"), names(20, MeetingState.ENDED, ""));
    }

    @Test
    void aRowTellsHowManyWereThereThen() {
        assertEquals(List.of(1, 1), people(12, Sort.NAME, false));
        assertEquals(List.of(2, 1), people(15, Sort.NAME, false));
        MeetingAt board = it().history.find(query(MeetingState.ACTIVE, "board", Sort.NAME), minute(15)).items().get(0);
        assertEquals(List.of(MeetingState.ACTIVE, minute(15)), List.of(board.state(), Objects.requireNonNull(board.at())));
    }

    @Test
    void itSortsByThePeopleWhoWereThereThen() {
        assertEquals(List.of(2, 1), people(15, Sort.PARTICIPANTS, true));
        assertEquals(List.of(1, 2), people(15, Sort.PARTICIPANTS, false));
    }

    @Test
    void theSameFiltersApply() {
        assertEquals(List.of("Board"), names(15, MeetingState.ACTIVE, "love"), "a person of a meeting that ended since");
        assertEquals(List.of("Team"), names(15, MeetingState.ACTIVE, "car"), "a person of a meeting that goes on");
        assertEquals(List.of(), names(15, MeetingState.ACTIVE, "ovelace"), "the middle of a word");
        assertEquals(List.of(),
                it().history.find(new MeetingQuery(MeetingState.ACTIVE, "", "elsewhere", Sort.NAME, false, PageRequest.first()), minute(15)).items());
        Meeting team = it().meetings.find(query(MeetingState.ACTIVE, "team", Sort.NAME)).items().get(0);
        it().desk.change(team, new DeskChange(true, null, null), "olga");
        assertEquals(List.of("Team"),
                it().history.find(new MeetingQuery(MeetingState.ACTIVE, "", null, Sort.NAME, false, PageRequest.first(), true), minute(15))
                        .items().stream().map(MeetingAt::name).toList());
    }

    @Test
    void itIsPagedWithoutLossOrRepetition() {
        List<String> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<MeetingAt> page = it().history.find(new MeetingQuery(MeetingState.ACTIVE, "", null, Sort.START, true, new PageRequest(1, cursor)), minute(15));
            assertEquals(2, page.total());
            page.items().forEach(meeting -> all.add(meeting.name()));
            cursor = page.next();
        } while (cursor != null);
        assertEquals(List.of("Team", "Board"), all);
    }

    @Test
    void theFutureAndWhatWasScheduledAreRefused() {
        Instant later = it().clock.instant().plusSeconds(1);
        assertEquals("at", field(assertThrows(ProblemException.class, () -> it().history.find(query(MeetingState.ACTIVE, "", Sort.NAME), later))));
        assertEquals("state", field(assertThrows(ProblemException.class, () -> it().history.find(query(MeetingState.UPCOMING, "", Sort.NAME), NOON))));
    }

    @Test
    void theTimeBarComesInOneRead() {
        Timeline bar = it().history.timeline(it().meetings.find(query(MeetingState.ENDED, "", Sort.NAME)).items().get(0).id());
        assertEquals(List.of(1, 2, 0), bar.points().stream().map(Timeline.Point::participants).toList());
        assertEquals(List.of(NOON, minute(15), minute(20)), bar.points().stream().map(Timeline.Point::at).toList());
        assertEquals(minute(20), bar.end());
    }

    private static String field(ProblemException refused) {
        return refused.problem().violations().get(0).field();
    }

    private RoomFixture it() {
        return Objects.requireNonNull(opened);
    }

    private static Instant minute(int minute) {
        return NOON.plusSeconds(60L * minute);
    }

    private static MeetingQuery query(MeetingState state, String text, Sort sort) {
        return new MeetingQuery(state, text, null, sort, false, PageRequest.first());
    }

    private List<String> names(int minute, MeetingState state, String text) {
        return it().history.find(query(state, text, Sort.NAME), minute(minute)).items().stream().map(MeetingAt::name).toList();
    }

    private List<Integer> people(int minute, Sort sort, boolean descending) {
        return it().history.find(new MeetingQuery(MeetingState.ACTIVE, "", null, sort, descending, PageRequest.first()), minute(minute)).items().stream()
                .map(MeetingAt::participants).toList();
    }
}
