package org.moothall.meetings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.meetings.internal.RoomFixture.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.ProblemException;
import org.moothall.meetings.LogEntry;
import org.moothall.meetings.MeetingAt;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.OperatorActions.MeetingChange;
import org.moothall.meetings.OperatorActions.Message;
import org.moothall.meetings.Participant;
import org.moothall.meetings.Participant.State;
import org.moothall.meetings.ParticipantAt;
import org.moothall.meetings.ParticipantId;
import org.moothall.testkit.ManualClock;

/** Any past instant of a meeting, and its event log. The meeting begins at noon. */
class HistoryTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String ROSTER = "{'messageId':2,'type':'rosterUpdate','subscriptionIndex':2,'updates':[{'participant':'ada','updateType':'update',%s}]}";

    @TempDir
    private Path directory = Path.of("");
    private @Nullable RoomFixture opened;
    private ScriptedBridge bridge = new ScriptedBridge();
    private MeetingId board = new MeetingId("none");

    @BeforeEach
    void meet() {
        opened = new RoomFixture(directory);
        bridge = it().bridge("one");
        bridge.put("calls/c1", "name", "Board", "callCorrelator", "x-Board");
        for (String person : List.of("ada", "bert")) {
            bridge.put("callLegs/" + person, "call", "c1", "type", "sip", "groupId", person, "state", "connected");
            bridge.put("participants/" + person, "call", "c1", "name", person.equals("ada") ? "Ada" : "Bert");
        }
        bridge.nextRecord(5);
        it().send(bridge, "s1", Cdr.callStart(0, "c1", "Board"), Cdr.legStart(1, "ada", "c1", "Ada"), Cdr.legStart(3, "bert", "c1", "Bert"));
        bridge.tell("{'messageId':1,'type':'callListUpdate','subscriptionIndex':1,'updates':[{'call':'c1','updateType':'add','name':'Board'}]}");
        await(() -> found().size() == 1);
        board = found().get(0);
        await(() -> people(NOON).size() == 2);
    }

    @AfterEach
    void close() {
        it().close();
    }

    private RoomFixture it() {
        return Objects.requireNonNull(opened);
    }

    @Test
    void ofAnyPastInstantItIsKnownWhoWasThereMutedPresentingOnWhichBridgeInWhichLayout() {
        after(5, "'audioMuted':true");
        after(1, "'audioMuted':false,'presenter':true,'layout':'stacked','importance':3");
        it().advance(Duration.ofMinutes(4));
        bertLeaves(NOON.plusSeconds(540));
        ParticipantAt before = ada(NOON.plusSeconds(60));
        assertEquals(List.of(false, false, "one", State.CONNECTED), List.of(before.audioMuted(), before.presenting(), before.callBridge(), before.state()));
        assertNull(before.layout());
        assertEquals(List.of(), before.unknown());
        assertEquals(true, ada(NOON.plusSeconds(330)).audioMuted());
        ParticipantAt after = ada(NOON.plusSeconds(400));
        assertEquals(List.of(false, true, "stacked", 3), List.of(after.audioMuted(), after.presenting(), after.layout(), after.importance()));
        assertEquals(List.of("Ada", "Bert"), names(NOON.plusSeconds(539)));
        assertEquals(List.of("Ada"), names(NOON.plusSeconds(541)));
        assertEquals(2, it().history.meeting(board, NOON.plusSeconds(60)).participants());
    }

    @Test
    void ofTheMeetingItIsKnownWhetherItWasLockedAndRecorded() {
        it().advance(Duration.ofMinutes(2));
        bridge.tell("{'messageId':3,'type':'callListUpdate','subscriptionIndex':1,'updates':[{'call':'c1','updateType':'update','lockState':'locked',"
                + "'recording':'active'}]}");
        await(() -> it().meetings.find(board).orElseThrow().locked());
        it().advance(Duration.ofMinutes(1));
        await(() -> written(entry -> entry.message().equals("Recording started")));
        MeetingAt before = it().history.meeting(board, NOON.plusSeconds(60));
        assertEquals(List.of(false, false), List.of(before.locked(), before.recording()));
        MeetingAt after = it().history.meeting(board, NOON.plusSeconds(150));
        assertEquals(List.of(true, true), List.of(after.locked(), after.recording()));
        assertEquals(List.of("one"), after.callBridges());
    }

    @Test
    void whereNobodyWatchedItSaysUnknown() {
        it().advance(Duration.ofMinutes(2));
        bridge.refuse("EVENTS", "databaseNotReady");
        bridge.breakEvents();
        await(() -> written(entry -> entry.what().equals("unwatched") && entry.value().equals("one")));
        it().advance(Duration.ofMinutes(2));
        bridge.refuse("EVENTS", "");
        it().advanceUntil(bridge::listening);
        Instant back = it().clock.instant();
        await(() -> written(entry -> entry.what().equals("unwatched") && entry.value().isEmpty() && entry.at().isAfter(NOON)));
        it().advance(Duration.ofMinutes(1));
        ParticipantAt blind = ada(NOON.plusSeconds(180));
        assertNull(blind.audioMuted());
        assertTrue(Objects.requireNonNull(blind.unknown()).containsAll(List.of("audioMuted", "presenting", "layout")));
        assertNull(it().history.meeting(board, NOON.plusSeconds(180)).locked());
        assertFalse(it().history.meeting(board, NOON.plusSeconds(180)).complete());
        assertEquals(false, ada(NOON.plusSeconds(60)).audioMuted());
        assertEquals(false, ada(back.plusSeconds(10)).audioMuted());
    }

    @Test
    void whoWasSpeakingIsNotKept() {
        bridge.tell(String.format(ROSTER, "'activeSpeaker':true"));
        await(() -> shown().stream().anyMatch(Participant::speaking));
        it().advance(Duration.ofMinutes(1));
        assertTrue(written().stream().noneMatch(entry -> entry.what().equals("speaking")));
        assertNull(ada(NOON.plusSeconds(50)).speaking());
    }

    @Test
    void noEntryIsEverStampedAgainHoweverOftenWeSynchronise() {
        after(5, "'audioMuted':true");
        await(() -> written(entry -> entry.what().equals("audioMuted")));
        List<LogEntry> before = written();
        for (int again = 0; again < 3; again++) {
            bridge.breakEvents();
            await(() -> !bridge.listening());
            it().advanceUntil(bridge::listening);
            it().advance(Duration.ofMinutes(2));
        }
        assertEquals(before, written().subList(0, before.size()));
        assertEquals(1, written().stream().filter(entry -> entry.message().equals("Ada was muted")).count());
        assertEquals(1, written().stream().filter(entry -> entry.message().equals("The meeting began")).count());
    }

    @Test
    void theTimeWhileTheServerDidNotRunIsUnknownAndNothingIsWrittenTwice() {
        after(5, "'audioMuted':true");
        await(() -> written(entry -> entry.what().equals("audioMuted")));
        it().advance(Duration.ofSeconds(10));
        List<LogEntry> before = written();
        it().close();
        ManualClock later = new ManualClock(NOON.plusSeconds(900));
        opened = new RoomFixture(directory, later);
        it().bridge("one", bridge);
        it().advance(Duration.ofMinutes(1));
        await(() -> written(entry -> entry.what().equals("unwatched") && entry.value().isEmpty() && entry.at().isAfter(NOON.plusSeconds(800))));
        assertNull(ada(NOON.plusSeconds(600)).audioMuted());
        Instant muted = before.stream().filter(entry -> entry.what().equals("audioMuted")).findFirst().orElseThrow().at();
        assertEquals(true, ada(muted).audioMuted());
        assertEquals(before, written().subList(0, before.size()), "what was written stays as it was");
        assertEquals(1, written().stream().filter(entry -> entry.message().equals("Ada joined")).count());
    }

    @Test
    void theLogKeepsBothTimesAndWordsInTheOrderOfHearing() {
        it().advance(Duration.ofMinutes(10));
        bertLeaves(NOON.plusSeconds(30));
        LogEntry left = written().stream().filter(entry -> entry.message().equals("Bert left")).findFirst().orElseThrow();
        assertEquals(NOON.plusSeconds(30), left.at());
        assertFalse(left.heard().isBefore(NOON.plusSeconds(600)));
        assertEquals("The meeting began", written().get(0).message());
        List<Long> numbers = written().stream().map(LogEntry::number).toList();
        assertEquals(numbers.stream().sorted().distinct().toList(), numbers);
    }

    @Test
    void whatOperatorsDoIsInTheLogUnderTheirNames() {
        it().actions.by("olga").change(board, List.of(new ParticipantId("ada")), new ParticipantChange(true, null, "stacked", null, null));
        it().actions.by("olga").change(board, new MeetingChange(true, null, null, null, new Message("Hello", null, null)));
        it().actions.by("otto").drop(board, List.of(new ParticipantId("bert"), new ParticipantId("nobody")));
        await(() -> written(entry -> "otto".equals(entry.user())));
        List<String> done = written().stream().filter(entry -> entry.what().equals("action")).map(entry -> entry.user() + ' ' + entry.message()).toList();
        assertEquals(List.of("olga Ada (operator): mute, layout stacked", "olga (operator): lock, show the message \"Hello\"", "otto Bert (operator): drop"),
                done);
    }

    @Test
    void theLogIsPagedAndGivenWhole() {
        List<LogEntry> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<LogEntry> page = it().history.log(board, new PageRequest(2, cursor));
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        assertEquals(written(), all);
        assertEquals(all.size(), it().history.log(board, new PageRequest(2, null)).total());
    }

    @Test
    void anInstantOutsideTheMeetingIsRefusedWithItsTimes() {
        ProblemException early = assertThrows(ProblemException.class, () -> it().history.meeting(board, NOON.minusSeconds(1)));
        assertTrue(early.problem().detail().contains("2026-03-02T12:00:00Z"));
        it().send(bridge, "s1", Cdr.at(NOON.plusSeconds(120), Cdr.callEnd(5, "c1")));
        await(() -> it().meetings.find(board).orElseThrow().state() == MeetingState.ENDED);
        assertEquals("at", assertThrows(ProblemException.class, () -> it().history.participants(board, NOON.plusSeconds(121), "", PageRequest.first()))
                .problem().violations().get(0).field());
        assertEquals(2, people(NOON.plusSeconds(119)).size());
    }

    @Test
    void whoeverWasToldThatAMeetingEndedFindsItAmongThoseThatEnded() {
        it().send(bridge, "s1", Cdr.callEnd(5, "c1"));
        await(() -> it().meetings.find(board).orElseThrow().state() == MeetingState.ENDED);
        MeetingQuery ended = new MeetingQuery(MeetingState.ENDED, "", null, MeetingQuery.Sort.NAME, false, PageRequest.first());
        assertEquals(List.of(board), it().meetings.find(ended).items().stream().map(meeting -> meeting.id()).toList());
    }

    /** Bert hangs up; our hearing of it comes now. */
    private void bertLeaves(Instant when) {
        it().send(bridge, "s1", Cdr.at(when, Cdr.legEnd(5, "bert")));
        await(() -> written(entry -> entry.message().equals("Bert left")));
        bridge.nextRecord(6);
        bridge.delete("callLegs/bert");
        bridge.delete("participants/bert");
    }

    /** Lets minutes pass, then something of Ada changes. */
    private void after(int minutes, String elements) {
        it().advance(Duration.ofMinutes(minutes));
        int before = written().size();
        List<Participant> shown = shown();
        bridge.tell(String.format(ROSTER, elements));
        await(() -> !shown().equals(shown)); // heard before any more time passes
        it().advanceUntil(() -> written().size() > before);
    }

    private boolean written(Predicate<LogEntry> which) {
        it().advance(Duration.ofMillis(250));
        return written().stream().anyMatch(which);
    }

    private List<LogEntry> written() {
        List<LogEntry> all = new ArrayList<>();
        it().history.wholeLog(board, all::addAll);
        return all;
    }

    private List<Participant> shown() {
        return it().meetings.participants(board, "", PageRequest.first()).items();
    }

    private ParticipantAt ada(Instant at) {
        return it().history.participants(board, at, "ada", PageRequest.first()).items().get(0);
    }

    private List<ParticipantAt> people(Instant at) {
        return it().history.participants(board, at, "", PageRequest.first()).items();
    }

    private List<String> names(Instant at) {
        return people(at).stream().map(ParticipantAt::name).toList();
    }

    private List<MeetingId> found() {
        return it().meetings.find(new MeetingQuery(MeetingState.ACTIVE, "", null, MeetingQuery.Sort.NAME, false, PageRequest.first())).items().stream()
                .map(meeting -> meeting.id()).toList();
    }
}
