package org.moothall.meetings.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingQuery.Sort;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantId;
import org.moothall.meetings.internal.projection.LoggedChange;
import org.moothall.meetings.internal.store.MeetingStore.Batch;
import org.moothall.meetings.internal.store.MeetingStore.Departed;
import org.moothall.meetings.internal.store.MeetingStore.KeptMeeting;
import org.moothall.meetings.internal.store.MeetingStore.KeptParticipant;
import org.moothall.meetings.internal.store.MeetingStore.SignOfLife;
import org.moothall.meetings.internal.store.StoredRecords.Body;
import org.moothall.servers.ClusterId;
import org.moothall.store.Sql;
import org.moothall.store.Store;
import org.moothall.testkit.TestExecutors;
import org.moothall.testkit.store.Engine;
import org.moothall.testkit.store.OnBothEngines;

/** What the store of meetings and records must do, the same on both engines. */
@OnBothEngines
class MeetingStoreTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final SignOfLife SIGN = new SignOfLife(new ClusterId("lab"), NOON);

    private final TestExecutors threads = new TestExecutors();
    private final Store database;
    private final MeetingStore store;
    private final EndedMeetings ended;
    private final StoredRecords records;

    MeetingStoreTest(Engine engine, @TempDir Path directory) {
        database = engine.empty(directory).open(threads);
        store = new MeetingStore(database);
        ended = new EndedMeetings(database);
        records = new StoredRecords(database);
    }

    @AfterEach
    void end() {
        database.close();
        threads.close();
    }

    @Test
    void anEndedMeetingIsFoundAgainWithItsPeople() {
        Meeting board = meeting("1", "Board", 3);
        keep(board, person(board, "p1", "Ada"));
        assertEquals(Optional.of(board), store.find(board.id()));
        assertEquals(List.of("Ada"), store.people(board.id()).stream().map(kept -> kept.shown().name()).toList());
        assertTrue(store.find(new MeetingId("none")).isEmpty());
    }

    @Test
    void whatIsKeptAgainReplacesWhatWasThere() {
        keep(meeting("1", "Board", 3));
        keep(meeting("1", "Board of directors", 4));
        assertEquals(List.of("Board of directors"), names(find("", Sort.NAME, false, 10)));
    }

    @Test
    void whoTurnedOutToBeOfAnotherMeetingIsNoLongerListed() {
        Meeting board = meeting("1", "Board", 3);
        keep(board, person(board, "p1", "Ada"), person(board, "p2", "Bert"));
        store.keep(new Batch(List.of(), List.of(), List.of(), List.of(new Departed(board.id(), "p1")), List.of(), SIGN)).join();
        assertEquals(List.of("Bert"), store.people(board.id()).stream().map(kept -> kept.shown().name()).toList());
    }

    @Test
    void endedMeetingsAreFoundByBeginningsOfWordsOfNamePersonAddressAndSpace() {
        Meeting board = meeting("1", "Vorstand Zürich", 3);
        keep(board, person(board, "p1", "Ada Lovelace"));
        keep(meeting("2", "Team", 1));
        for (String text : List.of("vor", "zurich", "ZÜR", "love", "p1", "space 1", "vor love")) {
            assertEquals(List.of("Vorstand Zürich"), names(find(text, Sort.NAME, false, 10)), text);
        }
        assertEquals(List.of(), names(find("orstand", Sort.NAME, false, 10)), "the middle of a word");
        assertEquals(List.of(), names(find("vor bert", Sort.NAME, false, 10)), "all words are wanted");
        assertEquals(List.of(), names(find("vor%and", Sort.NAME, false, 10)), "nothing stands for other letters");
    }

    @Test
    void namesSortAlikeWhateverTheStoresLanguage() {
        for (String name : List.of("zebra", "Äpfel", "apfel", "Banane", "_x", "Éclair")) {
            keep(meeting(name, name, 1));
        }
        assertEquals(List.of("_x", "apfel", "Äpfel", "Banane", "Éclair", "zebra"), names(find("", Sort.NAME, false, 10)));
    }

    @Test
    void everyOrderIsPagedWithoutLossOrRepetition() {
        for (int i = 0; i < 25; i++) {
            keep(meeting("id-" + i, "Meeting " + i % 7, i % 3));
        }
        for (Sort sort : Sort.values()) {
            for (boolean descending : new boolean[] {false, true}) {
                List<String> all = find("", sort, descending, 100).items().stream().map(m -> m.id().value()).toList();
                assertEquals(25, all.stream().distinct().count());
                assertEquals(all, paged(sort, descending), sort + " " + descending);
            }
        }
    }

    private List<String> paged(Sort sort, boolean descending) {
        List<String> ids = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<Meeting> page = ended.find(new MeetingQuery(MeetingState.ENDED, "", null, sort, descending, new PageRequest(4, cursor)), Set.of());
            assertEquals(25, page.total());
            page.items().forEach(meeting -> ids.add(meeting.id().value()));
            cursor = page.next();
        } while (cursor != null);
        return ids;
    }

    @Test
    void aClustersMeetingsAreTakenUpWhenTheyGoOnOrEndedAMomentAgo() {
        store.keep(new Batch(List.of(), List.of(kept(meeting("1", "Ended", 1)), kept(live("2", "Live", "lab")), kept(live("3", "Other", "other"))), List.of(),
                List.of(), List.of(), SIGN)).join();
        String before = String.format("%016x", NOON.toEpochMilli());
        String after = String.format("%016x", NOON.plusSeconds(7_200).toEpochMilli());
        assertEquals(List.of("Ended", "Live"), resumable(before));
        assertEquals(List.of("Live"), resumable(after));
    }

    private List<String> resumable(String endedAfter) {
        return store.resumable(new ClusterId("lab"), endedAfter).stream().map(kept -> kept.shown().name()).sorted().toList();
    }

    @Test
    void whatIsKeptOfABatchThatWasNotKeptToItsEndIsTakenUpHoweverLongAgoItEnded() {
        List<KeptMeeting> many = IntStream.range(0, 100).mapToObj(i -> kept(meeting("m" + i, "Meeting " + i, 1))).toList();
        Batch batch = new Batch(List.of(), many, List.of(new KeptParticipant(person(many.get(99).shown(), "p", "Ada"), null)), List.of(), List.of(), SIGN);
        String longAfter = String.format("%016x", NOON.plusSeconds(7_200).toEpochMilli());
        rename("meetings_participant", "meetings_elsewhere");
        assertThrows(CompletionException.class, store.keep(batch)::join);
        List<String> ahead = resumable(longAfter);
        assertTrue(ahead.contains("Meeting 0"), ahead::toString);
        assertFalse(ahead.contains("Meeting 99"), ahead::toString);
        rename("meetings_elsewhere", "meetings_participant");
        store.keep(batch).join();
        assertEquals(List.of(), resumable(longAfter));
    }

    private void rename(String table, String to) {
        database.writeAndWait(connection -> Sql.update(connection, "ALTER TABLE " + table + " RENAME TO " + to));
    }

    @Test
    void whoEndsAgainIsFoundByTheNewNameOnly() {
        keep(ended("1", "Board", 3_600));
        keep(ended("1", "Crew", 7_200));
        assertEquals(List.of(), names(find("board", Sort.NAME, false, 10)));
        assertEquals(List.of("Crew"), names(find("crew", Sort.NAME, false, 10)));
        keep(live("1", "Crew", "lab"));
        keep(ended("1", "Team", 9_000));
        assertEquals(List.of(), names(find("crew", Sort.NAME, false, 10)));
        assertEquals(List.of("Team"), names(find("team", Sort.NAME, false, 10)));
    }

    private static Meeting ended(String id, String name, int seconds) {
        return new Meeting(new MeetingId(id), name, new ClusterId("lab"), "Lab", MeetingState.ENDED, NOON, NOON.plusSeconds(seconds), 0, 1, 0, false, false,
                false, false, false, null, null, List.of("A"), true, 1);
    }

    @Test
    void bodiesAreReadAgainInOrderFromWhereOneWasInEachRun() {
        CompletableFuture.allOf(append("A", "s1", 4), append("A", "s1", 9), append("A", "s1", 6), append("A", "s2", 0), append("B", "s1", 5)).join();
        assertEquals(List.of("A s1 4", "A s1 6", "A s1 9", "A s2 0"), replay("A", Map.of()));
        assertEquals(List.of("A s1 6", "A s1 9"), replay("A", Map.of("s1", 5L, "s2", 1L)), "the body with the fifth record, and what follows");
        assertEquals(List.of("B s1 5"), replay("B", Map.of()), "another bridge");
    }

    @Test
    void manyBodiesAreReadAgainPageByPage() {
        List<String> many = new ArrayList<>();
        List<CompletableFuture<Boolean>> kept = new ArrayList<>();
        for (int i = 0; i < 1_700; i++) {
            many.add("A s1 " + i / 2);
            kept.add(append("A", "s1", i / 2));
        }
        CompletableFuture.allOf(kept.toArray(CompletableFuture[]::new)).join();
        assertEquals(many, replay("A", Map.of()));
    }

    private CompletableFuture<Boolean> append(String bridge, String session, long last) {
        return records.append(new Body(bridge, session, last, NOON, (bridge + ' ' + session + ' ' + last).getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> replay(String bridge, Map<String, Long> from) {
        List<String> bodies = new ArrayList<>();
        records.replay(bridge, from, body -> bodies.add(new String(body, StandardCharsets.UTF_8)));
        return bodies;
    }

    @Test
    void aSettingIsKeptUntilItIsEmptied() {
        Settings settings = new Settings(database);
        assertTrue(settings.find("x").isEmpty());
        settings.set("x", "1");
        settings.set("x", "2");
        assertEquals(Optional.of("2"), settings.find("x"));
        settings.set("x", "");
        assertFalse(settings.find("x").isPresent());
    }

    @Test
    void whatHappenedIsWrittenOnceAndReadByTimeAndByOrderOfHearing() {
        KeptChanges changes = new KeptChanges(database);
        MeetingId board = new MeetingId("1");
        LoggedChange late = new LoggedChange(board, 2, NOON, NOON.plusSeconds(9), "p1", "Ada", "state", "connected", "");
        LoggedChange early = new LoggedChange(board, 1, NOON.plusSeconds(5), NOON.plusSeconds(5), "", "", "locked", "true", "olga");
        LoggedChange again = new LoggedChange(board, 2, NOON.plusSeconds(60), NOON.plusSeconds(60), "p1", "Ada", "state", "gone", "");
        store.keep(new Batch(List.of(), List.of(), List.of(), List.of(), List.of(early, late), SIGN)).join();
        store.keep(new Batch(List.of(), List.of(), List.of(), List.of(), List.of(again), SIGN)).join();
        assertEquals(List.of(late, early), changes.until(board, NOON.plusSeconds(5)));
        assertEquals(List.of(late), changes.until(board, NOON.plusSeconds(4)));
        assertEquals(List.of(early, late), changes.after(board, -1, 10));
        assertEquals(List.of(late), changes.after(board, 1, 10));
        assertEquals(2, changes.count(board, 10));
        assertEquals(Optional.of(NOON), store.lastSign(new ClusterId("lab")));
    }

    @Test
    void whatWentOnAtAnInstantAndWhatHadEndedByItIsFoundByTheSameFilters() {
        keep(meeting("1", "Board", 3)); // ends an hour after noon
        keep(meeting("2", "Team", 9));
        Instant one = NOON.plusSeconds(3_600);
        assertEquals(List.of("Board"), goingOn("", NOON.plusSeconds(3), false));
        assertEquals(List.of("Board", "Team"), goingOn("", NOON.plusSeconds(9), false));
        assertEquals(List.of("Team"), goingOn("tea", NOON.plusSeconds(9), false));
        assertEquals(List.of("Team"), goingOn("", NOON.plusSeconds(9), true));
        assertEquals(List.of(), goingOn("", one, false));
        assertEquals(List.of(), names(ended.endedBy(query("", false), Set.of(), one.minusMillis(1))));
        assertEquals(List.of("Board", "Team"), names(ended.endedBy(query("", false), Set.of(), one)));
    }

    private List<String> goingOn(String text, Instant at, boolean pinned) {
        return ended.goingOn(query(text, pinned), Set.of("space-2"), at).stream().map(Meeting::name).sorted().toList();
    }

    @Test
    void pinnedMeetingsAreThoseOfPinnedSpacesAndThosePinnedThemselves() {
        keep(meeting("1", "Board", 3));
        keep(meeting("2", "Team", 3));
        keep(meeting("3", "Choir", 3));
        assertEquals(List.of("Choir", "Team"), names(ended.find(query("", true), Set.of("space-2", "3"))));
        assertEquals(List.of(), names(ended.find(query("", true), Set.of())));
    }

    private static MeetingQuery query(String text, boolean pinned) {
        return new MeetingQuery(MeetingState.ENDED, text, null, Sort.NAME, false, PageRequest.first(), pinned);
    }

    @Test
    void theLastPageHasNoNext() {
        keep(meeting("1", "Board", 3));
        assertNull(find("", Sort.END, true, 1).next());
    }

    private Page<Meeting> find(String text, Sort sort, boolean descending, int limit) {
        return ended.find(new MeetingQuery(MeetingState.ENDED, text, null, sort, descending, new PageRequest(limit, null)), Set.of());
    }

    private static List<String> names(Page<Meeting> page) {
        return page.items().stream().map(Meeting::name).toList();
    }

    private void keep(Meeting meeting, Participant... people) {
        List<KeptParticipant> kept = Arrays.stream(people).map(person -> new KeptParticipant(person, null)).toList();
        store.keep(new Batch(List.of(), List.of(new KeptMeeting(meeting, null, List.of(people))), kept, List.of(), List.of(), SIGN)).join();
    }

    private static KeptMeeting kept(Meeting meeting) {
        return new KeptMeeting(meeting, null, List.of());
    }

    private static Meeting meeting(String id, String name, int most) {
        return new Meeting(new MeetingId(id), name, new ClusterId("lab"), "Lab", MeetingState.ENDED, NOON.plusSeconds(most), NOON.plusSeconds(3_600), 0, most,
                0,
                false, false, false, false, false, "space-" + id, null, List.of("A"), true, 1);
    }

    private static Meeting live(String id, String name, String cluster) {
        return new Meeting(new MeetingId(id), name, new ClusterId(cluster), "Lab", MeetingState.ACTIVE, NOON, null, 1, 1, 0, false, false, false, false, false,
                null, null,
                List.of("A"), true, 1);
    }

    private static Participant person(Meeting meeting, String id, String name) {
        return new Participant(new ParticipantId(id), meeting.id(), name, id + "@lab.example", Participant.State.GONE, Participant.Direction.INCOMING,
                Participant.Device.SIP, "A", NOON, NOON.plusSeconds(60), false, false, false, false, null, null, false, false, Participant.Quality.UNKNOWN,
                null, 1);
    }
}
