package org.moothall.meetings.internal.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.PageRequest;
import org.moothall.core.ProblemException;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingQuery.Sort;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantId;
import org.moothall.meetings.internal.projection.LoggedChange;
import org.moothall.meetings.internal.store.AbandonedMeetings;
import org.moothall.meetings.internal.store.EndedMeetings;
import org.moothall.meetings.internal.store.KeptChanges;
import org.moothall.meetings.internal.store.KeptDesk;
import org.moothall.meetings.internal.store.MeetingStore;
import org.moothall.meetings.internal.store.MeetingStore.Batch;
import org.moothall.meetings.internal.store.MeetingStore.KeptMeeting;
import org.moothall.meetings.internal.store.MeetingStore.KeptParticipant;
import org.moothall.meetings.internal.store.MeetingStore.SignOfLife;
import org.moothall.meetings.internal.store.StoredRecords;
import org.moothall.meetings.internal.store.StoredRecords.Body;
import org.moothall.servers.ClusterId;
import org.moothall.store.Expiring;
import org.moothall.store.Sql;
import org.moothall.store.Store;
import org.moothall.store.Stores;
import org.moothall.testkit.ManualClock;
import org.moothall.testkit.ManualScheduler;
import org.moothall.testkit.store.Engine;
import org.moothall.testkit.store.OnBothEngines;

/** How history goes when it is old, the same on both stores. */
@OnBothEngines
class RetentionTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final ClusterId LAB = new ClusterId("lab");

    private final Store database;
    private final MeetingStore store;
    private final StoredRecords records;
    private final KeptChanges changes;
    private final KeptDesk desk;
    private final ManualClock clock = new ManualClock(NOON);
    private final ManualScheduler timer = new ManualScheduler(clock);
    private Set<ClusterId> configured = Set.of(LAB);
    private final AbandonedMeetings abandoned;
    private final Retention retention;

    RetentionTest(Engine engine, @TempDir Path directory) {
        database = engine.open(directory);
        store = new MeetingStore(database);
        records = new StoredRecords(database);
        changes = new KeptChanges(database);
        desk = new KeptDesk(database);
        abandoned = new AbandonedMeetings(store, () -> configured, clock);
        retention = new Retention(database, Stores.leases(database, clock, "a"), abandoned, timer, clock);
    }

    @AfterEach
    void end() {
        retention.close();
        database.close();
    }

    @Test
    void historyIsKeptForAYearUnlessSomebodySaysOtherwise() {
        assertEquals(365, retention.keepDays());
        keep("old", NOON, 3);
        pass(Duration.ofDays(364));
        assertEquals(List.of("old"), found(""));
        pass(Duration.ofDays(2));
        assertEquals(List.of(), found(""));
    }

    @Test
    void nothingIsLeftOfWhatIsTooOldAndNothingElseGoes() {
        retention.keepDays(7);
        keep("old", NOON, 3);
        record(1, NOON);
        clock.set(NOON.plus(Duration.ofDays(6)));
        keep("young", clock.instant(), 3);
        record(2, clock.instant());
        pass(Duration.ofDays(2));
        assertEquals(List.of("young"), found(""));
        assertEquals(List.of("young"), found("ada"));
        assertTrue(store.find(new MeetingId("old")).isEmpty());
        for (String table : List.of("participant", "log", "word")) {
            assertEquals(0, count("meetings_" + table, "old"), table);
            assertTrue(count("meetings_" + table, "young") > 0, table);
        }
        assertEquals(List.of("care:young"), desk.beginning("care:").stream().map(KeptDesk.Row::subject).toList());
        List<String> left = new ArrayList<>();
        records.replay("A", Map.of(), body -> left.add(new String(body, StandardCharsets.UTF_8)));
        assertEquals(List.of("record 2"), left);
    }

    @Test
    void aMeetingThatGoesOnIsKeptHoweverLongAgoItBegan() {
        Meeting goingOn = goingOn("long");
        write(new KeptMeeting(goingOn, null, List.of()), List.of(), 3);
        pass(Duration.ofDays(400));
        assertTrue(store.find(goingOn.id()).isPresent());
        assertEquals(3, changes.count(goingOn.id(), 10));
    }

    @Test
    void whatWentOnInAClusterThatIsNoLongerThereEndsAsOfWhenItWasWatchedLastAndThenGoesLikeAllHistory() {
        Meeting meeting = goingOn("left behind");
        Participant ada = new Participant(new ParticipantId("p0"), meeting.id(), "Ada", "ada@lab.example", Participant.State.CONNECTED,
                Participant.Direction.INCOMING, Participant.Device.SIP, "A", meeting.startedAt(), null, true, false, false, false, null, null, false, false,
                Participant.Quality.GOOD, null, 1);
        write(new KeptMeeting(meeting, null, List.of()), List.of(new KeptParticipant(ada, null)), 3);
        configured = Set.of();
        pass(Duration.ofHours(1));
        Meeting ended = store.find(meeting.id()).orElseThrow();
        assertEquals(List.of(MeetingState.ENDED, NOON, false, 0),
                List.of(ended.state(), Objects.requireNonNull(ended.endedAt()), ended.complete(), ended.participants()));
        assertEquals(List.of(Participant.State.GONE), store.people(meeting.id()).stream().map(kept -> kept.shown().state()).toList());
        assertEquals(List.of("left behind"), found("ada"));
        assertEquals("ended", changes.of(meeting.id(), LoggedChange.STATE).get(0).value());
        pass(Duration.ofDays(366));
        assertTrue(store.find(meeting.id()).isEmpty());
    }

    @Test
    void whatSomebodyStillWatchesDoesNotEndAlthoughItsClusterIsNotKnownHere() {
        write(new KeptMeeting(goingOn("theirs"), null, List.of()), List.of(), 1);
        configured = Set.of();
        clock.advance(Duration.ofMinutes(9));
        store.keep(new Batch(List.of(), List.of(), List.of(), List.of(), List.of(), new SignOfLife(LAB, clock.instant()))).join();
        timer.advance(Duration.ofMinutes(1));
        assertEquals(MeetingState.ACTIVE, store.find(new MeetingId("theirs")).orElseThrow().state());
    }

    @Test
    void aLargeMeetingGoesInSmallStepsBetweenWhichRecordsAreTakenInAndIsShownNoMoreFromTheFirstOn() {
        keep("large", NOON, 1_800);
        clock.set(NOON.plus(Duration.ofDays(366)));
        timer.advance(Duration.ZERO);
        long left = count("meetings_participant", "large");
        assertTrue(left > 1_000 && left < 1_800, () -> left + " left");
        assertEquals(List.of(), found(""));
        assertTrue(store.find(new MeetingId("large")).isEmpty());
        assertTrue(record(7, clock.instant()));
        timer.advance(Duration.ofSeconds(5));
        assertEquals(0, count("meetings_participant", "large"));
    }

    @Test
    void twoServersOnOneStoreNeverPurgeTwice() {
        AtomicInteger ours = new AtomicInteger();
        AtomicInteger theirs = new AtomicInteger();
        retention.add(counting(ours));
        try (Retention other = new Retention(database, Stores.leases(database, clock, "b"), abandoned, timer, clock)) {
            other.add(counting(theirs));
            timer.advance(Duration.ofHours(2));
            assertEquals(0, theirs.get());
            assertTrue(ours.get() >= 11, ours::toString);
        }
    }

    @Test
    void whenOneServerIsGoneTheOtherTakesOver() {
        AtomicInteger theirs = new AtomicInteger();
        ManualScheduler ended = new ManualScheduler(clock);
        Retention gone = new Retention(database, Stores.leases(database, clock, "gone"), abandoned, ended, clock);
        ended.advance(Retention.EVERY);
        gone.close();
        retention.add(counting(theirs));
        timer.advance(Duration.ofSeconds(1));
        assertEquals(0, theirs.get(), "the lease of the other is still good");
        pass(Duration.ofHours(1));
        assertTrue(theirs.get() > 0);
    }

    @Test
    void aSettingThatMakesNoSenseIsRefused() {
        for (int days : new int[] {-1, 0, 3_651}) {
            assertEquals("keepDays", assertThrows(ProblemException.class, () -> retention.keepDays(days)).problem().violations().get(0).field());
        }
        assertEquals(365, retention.keepDays());
    }

    @Test
    void aPinThatWasTakenAwayIsForgottenAndOneThatStandsIsNot() {
        desk.change("pin:a", NOON.toEpochMilli(), before -> "x");
        desk.change("pin:b", NOON.toEpochMilli(), before -> "");
        pass(Duration.ofDays(366));
        assertEquals(List.of("pin:a"), desk.beginning("pin:").stream().map(KeptDesk.Row::subject).toList());
    }

    private static Expiring counting(AtomicInteger calls) {
        return (connection, before, most) -> calls.incrementAndGet() < 0;
    }

    private void pass(Duration time) {
        clock.advance(time.minus(Retention.EVERY));
        timer.advance(Retention.EVERY);
    }

    private static Meeting goingOn(String id) {
        return new Meeting(new MeetingId(id), id, LAB, "Lab", MeetingState.ACTIVE, NOON.minusSeconds(60), null, 1, 1, 0, false, false, false, false, false,
                null,
                null, List.of("A"), true, 1);
    }

    private void keep(String id, Instant ended, int people) {
        Meeting meeting = new Meeting(new MeetingId(id), id, LAB, "Lab", MeetingState.ENDED, ended.minusSeconds(60), ended, 0, 1, 0, false, false, false,
                false, false, null, null, List.of("A"), true, 1);
        List<Participant> all = IntStream.range(0, people).mapToObj(number -> person(meeting, number)).toList();
        write(new KeptMeeting(meeting, null, all), all.stream().map(person -> new KeptParticipant(person, null)).toList(), 3);
        desk.change("care:" + id, ended.toEpochMilli(), before -> "{}");
    }

    private static Participant person(Meeting meeting, int number) {
        return new Participant(new ParticipantId("p" + number), meeting.id(), "Ada", "ada@lab.example", Participant.State.GONE,
                Participant.Direction.INCOMING, Participant.Device.SIP, "A", meeting.startedAt(), meeting.endedAt(), false, false, false, false, null, null,
                false, false, Participant.Quality.UNKNOWN, null, 1);
    }

    private void write(KeptMeeting meeting, List<KeptParticipant> people, int entries) {
        List<LoggedChange> log = IntStream.range(0, entries).mapToObj(number -> new LoggedChange(meeting.shown().id(), number, NOON, NOON, "", "", "locked",
                "true", "")).toList();
        store.keep(new Batch(List.of(), List.of(meeting), people, List.of(), log, new SignOfLife(LAB, NOON))).join();
    }

    private List<String> found(String text) {
        return new EndedMeetings(database).find(new MeetingQuery(MeetingState.ENDED, text, null, Sort.NAME, false, PageRequest.first()), Set.of()).items()
                .stream().map(Meeting::name).toList();
    }

    private long count(String table, String meeting) {
        return database.read(connection -> Sql.number(connection, "SELECT COUNT(*) FROM " + table + " WHERE meeting = ?", meeting));
    }

    private boolean record(long number, Instant received) {
        return records.append(new Body("A", "s1", number, received, ("record " + number).getBytes(StandardCharsets.UTF_8))).join();
    }
}
