import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

import org.moothall.core.Executors;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantId;
import org.moothall.meetings.internal.projection.LoggedChange;
import org.moothall.meetings.internal.store.MeetingStore;
import org.moothall.meetings.internal.store.MeetingStore.Batch;
import org.moothall.meetings.internal.store.MeetingStore.KeptMeeting;
import org.moothall.meetings.internal.store.MeetingStore.KeptParticipant;
import org.moothall.meetings.internal.store.MeetingStore.SignOfLife;
import org.moothall.servers.ClusterId;
import org.moothall.store.Store;
import org.moothall.store.Stores;

/** Puts meetings of three people that ended within the last 300 days into a store that no server uses: {@code STORE LEGS SEED}. */
final class HistoryFill {

    private static final int PEOPLE = 3;
    private static final int TOGETHER = 500;
    private static final int UNDER_WAY = 4;
    private static final int NAMES = 20_000;
    private static final ClusterId CLUSTER = new ClusterId("00000000-0000-4000-8000-000000000001");
    private static final String[] SUBJECTS = {"Board", "Weekly", "Review", "Planning", "Support", "Design", "Training", "Interview", "Budget", "Sales"};

    private final Random random;
    private final Instant newest = Instant.now().minus(Duration.ofHours(1));
    private long number;

    private HistoryFill(long seed) {
        random = new Random(seed);
    }

    public static void main(String[] args) {
        HistoryFill fill = new HistoryFill(Long.parseLong(args[2]));
        long meetings = Long.parseLong(args[1]) / PEOPLE;
        try (Store database = Stores.embedded(Path.of(args[0]), new Threads())) {
            MeetingStore store = new MeetingStore(database);
            Deque<CompletableFuture<Boolean>> underWay = new ArrayDeque<>();
            for (long done = 0; done < meetings; done += TOGETHER) {
                underWay.add(store.keep(fill.batch((int) Math.min(TOGETHER, meetings - done))));
                if (underWay.size() > UNDER_WAY) {
                    underWay.remove().join();
                }
                if (done % 500_000 == 0) {
                    System.err.println(done * PEOPLE + " legs…");
                }
            }
            underWay.forEach(CompletableFuture::join);
        }
    }

    private Batch batch(int count) {
        List<KeptMeeting> meetings = new ArrayList<>();
        List<KeptParticipant> people = new ArrayList<>();
        List<LoggedChange> log = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant start = newest.minusSeconds(random.nextInt(300 * 86_400));
            MeetingId id = new MeetingId(new UUID(random.nextLong(), random.nextLong()).toString());
            List<Participant> present = new ArrayList<>();
            for (int person = 0; person < PEOPLE; person++) {
                present.add(person(id, start.plusSeconds(random.nextInt(300)), start.plusSeconds(1_800 + random.nextInt(1_800))));
            }
            Instant end = present.stream().map(Participant::leftAt).max(Instant::compareTo).orElseThrow();
            meetings.add(new KeptMeeting(meeting(id, start, end), null, present));
            present.forEach(person -> people.add(new KeptParticipant(person, null)));
            log(id, start, end, present, log);
        }
        return new Batch(List.of(), meetings, people, List.of(), log, new SignOfLife(CLUSTER, newest));
    }

    private Meeting meeting(MeetingId id, Instant start, Instant end) {
        String name = SUBJECTS[random.nextInt(SUBJECTS.length)] + ' ' + SUBJECTS[random.nextInt(SUBJECTS.length)] + ' ' + random.nextInt(10_000);
        return new Meeting(id, name, CLUSTER, "Past", MeetingState.ENDED, start, end, 0, PEOPLE, 0, false, false, false, false, false,
                "space" + random.nextInt(5_000), null, List.of("Bridge 1"), true, 2);
    }

    private Participant person(MeetingId meeting, Instant joined, Instant left) {
        int who = random.nextInt(NAMES);
        return new Participant(new ParticipantId(new UUID(random.nextLong(), random.nextLong()).toString()), meeting, "First" + who % 500 + " Last" + who / 500,
                "first" + who % 500 + ".last" + who / 500 + "@example.com", Participant.State.GONE, Participant.Direction.INCOMING, Participant.Device.SIP,
                "Bridge 1", joined, left, false, false, false, false, null, null, false, false, Participant.Quality.UNKNOWN, "remoteTeardown", 2);
    }

    private void log(MeetingId meeting, Instant start, Instant end, List<Participant> people, List<LoggedChange> log) {
        log.add(change(meeting, start, "", "", "state", "active"));
        log.add(change(meeting, start, "", "", "callBridges", "Bridge 1"));
        for (Participant person : people) {
            log.add(change(meeting, person.joinedAt(), person.id().value(), person.name(), "state", "connected"));
            log.add(change(meeting, person.joinedAt(), person.id().value(), person.name(), "callBridge", "Bridge 1"));
            log.add(change(meeting, person.leftAt(), person.id().value(), person.name(), "state", "gone"));
        }
        log.add(change(meeting, end, "", "", "state", "ended"));
    }

    private LoggedChange change(MeetingId meeting, Instant at, String participant, String name, String what, String value) {
        return new LoggedChange(meeting, ++number, at, at, participant, name, what, value, "");
    }

    /** The threads that a store asks for, as plain Java has them. */
    private static final class Threads implements Executors {
        @Override
        public ExecutorService blocking(String name, int limit) {
            return java.util.concurrent.Executors.newFixedThreadPool(limit, Thread.ofVirtual().factory());
        }

        @Override
        public ExecutorService serial(String name, int capacity) {
            return java.util.concurrent.Executors.newSingleThreadExecutor();
        }

        @Override
        public ScheduledExecutorService scheduler(String name) {
            return java.util.concurrent.Executors.newSingleThreadScheduledExecutor();
        }
    }
}
