package org.moothall.meetings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.meetings.internal.RoomFixture.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.ChangeEvent;
import org.moothall.core.PageRequest;
import org.moothall.core.ProblemException;
import org.moothall.meetings.DeskChange;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingDesk;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Meetings;

/** Pins, notes and who looks after what. */
class DeskTest {

    private static final DeskChange PIN = new DeskChange(true, null, null);

    @TempDir
    private Path directory = Path.of("");
    private @Nullable RoomFixture opened;
    private ScriptedBridge bridge = new ScriptedBridge();

    @BeforeEach
    void meet() {
        opened = new RoomFixture(directory);
        bridge = it().bridge("one");
        begin(0, "c1", "Board", "boardroom");
        begin(1, "c2", "Team", "teamroom");
    }

    @AfterEach
    void close() {
        it().close();
    }

    @Test
    void aPinSticksToTheSpaceAndComesBackWithItsNextMeeting() {
        it().desk.change(named("Board"), PIN, "olga");
        assertEquals(List.of("Board"), pinned(MeetingState.ACTIVE));
        bridge.delete("calls/c1");
        it().send(bridge, "s1", Cdr.callEnd(2, "c1"));
        await(() -> pinned(MeetingState.ACTIVE).isEmpty());
        assertEquals(List.of("Board"), pinned(MeetingState.ENDED));
        begin(3, "c3", "Board again", "boardroom");
        assertEquals(List.of("Board again"), pinned(MeetingState.ACTIVE));
        assertEquals("olga", desk("Board again").pinnedBy());
        it().desk.change(named("Board again"), new DeskChange(false, null, null), "otto");
        assertEquals(List.of(), pinned(MeetingState.ENDED));
    }

    @Test
    void careAndNoteBelongToTheMeetingAlone() {
        MeetingDesk now = it().desk.change(named("Board"), new DeskChange(null, true, "Call the chair"), "olga");
        assertEquals(List.of("olga", "Call the chair", "olga"), List.of(now.lookedAfterBy(), now.note(), now.notedBy()));
        assertEquals(it().clock.instant(), now.notedAt());
        assertNull(named("Team").desk());
        bridge.delete("calls/c1");
        it().send(bridge, "s1", Cdr.callEnd(2, "c1"));
        begin(3, "c3", "Board again", "boardroom");
        assertNull(named("Board again").desk());
        await(() -> list(MeetingState.ENDED, false).size() == 1);
        assertEquals("Call the chair", Objects.requireNonNull(list(MeetingState.ENDED, false).get(0).desk()).note());
    }

    @Test
    void whatIsNotNamedStaysAndAnEmptyNoteGoesAway() {
        it().desk.change(named("Board"), new DeskChange(true, true, "Call the chair"), "olga");
        it().desk.change(named("Board"), new DeskChange(null, null, ""), "otto");
        assertEquals(new MeetingDesk(true, "olga", "olga", null, null, null), desk("Board"));
        it().desk.change(named("Board"), new DeskChange(false, false, null), "otto");
        assertNull(named("Board").desk());
    }

    @Test
    void itIsToldAsAnyChangeOfTheMeetingAndLaterNewsKeepThePin() {
        it().desk.change(named("Board"), PIN, "olga");
        await(() -> told("Board").stream().anyMatch(meeting -> meeting.desk() != null));
        it().send(bridge, "s1", Cdr.legStart(2, "ada", "c1", "Ada"));
        await(() -> told("Board").stream().anyMatch(meeting -> meeting.participants() == 1));
        Meeting last = told("Board").get(told("Board").size() - 1);
        assertEquals("olga", Objects.requireNonNull(last.desk()).pinnedBy());
        assertTrue(told("Team").stream().allMatch(meeting -> meeting.desk() == null));
    }

    @Test
    void aPinIsSharedByAllOperatorsOfAServer() {
        it().desk.change(named("Board"), PIN, "olga");
        assertEquals(List.of("Board"), pinned(MeetingState.ACTIVE), "whoever asks");
        it().desk.change(named("Board"), new DeskChange(false, null, null), "otto");
        assertEquals(List.of(), pinned(MeetingState.ACTIVE));
        await(() -> told("Board").get(told("Board").size() - 1).desk() == null);
    }

    @Test
    void theHistoryOfASpaceIsTheMeetingsThatWereInIt() {
        bridge.delete("calls/c1");
        bridge.delete("calls/c2");
        it().send(bridge, "s1", Cdr.callEnd(2, "c1"), Cdr.callEnd(3, "c2"));
        await(() -> list(MeetingState.ENDED, false).size() == 2);
        begin(4, "c3", "Board again", "boardroom");
        assertEquals(List.of("Board"), names(MeetingState.ENDED, "boardroom"));
        assertEquals(List.of("Board again"), names(MeetingState.ACTIVE, "boardroom"));
        assertEquals(List.of(), names(MeetingState.ENDED, "board"));
    }

    private List<String> names(MeetingState state, String space) {
        return it().meetings.find(new MeetingQuery(state, "", null, MeetingQuery.Sort.NAME, false, PageRequest.first(), false, space)).items().stream()
                .map(Meeting::name).toList();
    }

    @Test
    void whoPinnedFirstStaysNamed() {
        it().desk.change(named("Board"), PIN, "olga");
        it().desk.change(named("Board"), PIN, "otto");
        assertEquals("olga", desk("Board").pinnedBy());
    }

    @Test
    void itIsAllThereAfterARestart() {
        it().desk.change(named("Board"), new DeskChange(true, true, "Call the chair"), "olga");
        MeetingDesk before = desk("Board");
        it().close();
        opened = new RoomFixture(directory);
        it().bridge("one", bridge);
        await(() -> list(MeetingState.ACTIVE, true).size() == 1);
        assertEquals(before, desk("Board"));
    }

    @Test
    void aNoteTooLongOrWithControlCharactersIsRefusedAndNothingIsHalfDone() {
        for (String note : List.of("x".repeat(DeskChange.LONGEST_NOTE + 1), "a\u0007b")) {
            ProblemException refused = assertThrows(ProblemException.class, () -> it().desk.change(named("Board"), new DeskChange(true, true, note), "olga"));
            assertEquals("note", refused.problem().violations().get(0).field());
        }
        assertNull(named("Board").desk());
    }

    @Test
    void anotherServerOnTheSameStoreSeesItWhenItReadsAgain() {
        var other = new org.moothall.meetings.internal.desk.OperatorDesk(new org.moothall.meetings.internal.store.KeptDesk(it().store), it().clock);
        it().desk.change(named("Board"), new DeskChange(true, null, "Call the chair"), "olga");
        other.readAgain();
        assertEquals(desk("Board"), other.dressed(named("Board").with(null)).desk());
        it().desk.change(named("Board"), new DeskChange(false, null, ""), "olga");
        other.readAgain();
        assertNull(other.dressed(named("Board")).desk());
    }

    private RoomFixture it() {
        return Objects.requireNonNull(opened);
    }

    /** The bridge knows of it too, so that whatever is read there at the same time says the same. */
    private void begin(long index, String call, String name, String space) {
        bridge.put("calls/" + call, "name", name, "coSpace", space, "callCorrelator", "x-" + name);
        bridge.nextRecord(index + 1);
        it().send(bridge, "s1", Cdr.callStart(index, call, name).replace("</name>", "</name><coSpace>" + space + "</coSpace>"));
        await(() -> list(MeetingState.ACTIVE, false).stream().anyMatch(meeting -> meeting.name().equals(name)));
    }

    private Meeting named(String name) {
        MeetingId id = list(MeetingState.ACTIVE, false).stream().filter(meeting -> meeting.name().equals(name)).findFirst().orElseThrow().id();
        return it().meetings.find(id).orElseThrow();
    }

    private MeetingDesk desk(String name) {
        return Objects.requireNonNull(named(name).desk());
    }

    private List<String> pinned(MeetingState state) {
        return list(state, true).stream().map(Meeting::name).toList();
    }

    private List<Meeting> list(MeetingState state, boolean pinned) {
        return it().meetings.find(new MeetingQuery(state, "", null, MeetingQuery.Sort.NAME, false, PageRequest.first(), pinned)).items();
    }

    private List<Meeting> told(String name) {
        return it().events.events().stream().filter(event -> event.type().equals(Meetings.MEETING_CHANGED)).map(ChangeEvent::data)
                .map(data -> (Meeting) Objects.requireNonNull(data.get("meeting"))).filter(meeting -> meeting.name().equals(name)).toList();
    }
}
