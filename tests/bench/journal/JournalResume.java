import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.moothall.core.ChangeEvent;
import org.moothall.core.ChangeEvents;
import org.moothall.core.Executors;
import org.moothall.store.Journal.Entry;
import org.moothall.store.OpenJournal;
import org.moothall.store.Store;
import org.moothall.store.Stores;

/**
 * Fills a journal with so many events and tells, in a line of numbers: events written a second, p50 and p99 of reading a page of
 * 256 anywhere in it in ms, and events read a second by who resumes from the first: {@code EVENTS}.
 */
final class JournalResume {

    private static final int PAGE = 256;

    private JournalResume() {}

    public static void main(String[] args) throws Exception {
        int events = Integer.parseInt(args[0]);
        Path directory = Files.createTempDirectory("moothall-journal-bench");
        Bus bus = new Bus();
        try (Store store = Stores.embedded(directory, new Threads()); OpenJournal journal = Stores.journal(store, bus, new Threads(), Clock.systemUTC())) {
            long began = System.nanoTime();
            for (int i = 0; i < events; i++) {
                bus.publish(new ChangeEvent("meetings.meeting-changed", "meeting-" + i % 3_000, "cluster-1", Instant.now(),
                        Map.of("name", "A meeting of the board " + i, "participants", i % 40, "since", "2026-03-02T12:00:00Z")));
            }
            while (journal.newest() < events) {
                LockSupport.parkNanos(1_000_000);
            }
            double written = events / seconds(began);
            String page = page(journal, events);
            long read = 0;
            began = System.nanoTime();
            for (List<Entry> next = journal.after(0, PAGE).orElseThrow(); !next.isEmpty(); next = journal.after(next.getLast().id(), PAGE).orElseThrow()) {
                read += next.size();
            }
            System.out.printf("%.0f %s %.0f%n", written, page, read / seconds(began));
        }
    }

    private static String page(OpenJournal journal, int events) {
        Random random = new Random(7);
        long[] nanos = new long[2_000];
        for (int i = 0; i < nanos.length; i++) {
            long began = System.nanoTime();
            journal.after(random.nextInt(events - PAGE), PAGE).orElseThrow();
            nanos[i] = System.nanoTime() - began;
        }
        Arrays.sort(nanos);
        return String.format("%.2f %.2f", nanos[1_000] / 1e6, nanos[1_980] / 1e6);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static final class Bus implements ChangeEvents {
        private Consumer<ChangeEvent> subscriber = event -> {};

        @Override
        public void publish(ChangeEvent event) {
            subscriber.accept(event);
        }

        @Override
        public Subscription subscribe(String name, Consumer<ChangeEvent> next, Runnable lost) {
            subscriber = next;
            return () -> {};
        }
    }

    private static final class Threads implements Executors {
        @Override
        public ExecutorService blocking(String name, int limit) {
            return java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor();
        }

        @Override
        public ExecutorService serial(String name, int capacity) {
            return java.util.concurrent.Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
        }

        @Override
        public ScheduledExecutorService scheduler(String name) {
            return java.util.concurrent.Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        }
    }
}
