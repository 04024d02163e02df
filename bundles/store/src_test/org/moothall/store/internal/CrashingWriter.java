package org.moothall.store.internal;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.moothall.core.ChangeEvent;
import org.moothall.core.ChangeEvents;
import org.moothall.store.Database.Migration;
import org.moothall.store.Store;
import org.moothall.store.Stores;

/** A program that writes and says what is on disk, until it is killed. */
final class CrashingWriter {

    static final List<Migration> TABLES = List.of(new Migration(1, "create table test_rows (id bigint primary key, filler text not null)"));

    private CrashingWriter() {}

    /** Arguments: directory, first key. Prints {@code row <key>} and {@code event <id> <subject>} when they are on disk. */
    public static void main(String[] arguments) {
        Store store = Stores.embedded(Path.of(arguments[0]), new VirtualThreads());
        store.migrate("test", TABLES);
        DirectEvents events = new DirectEvents();
        Stores.journal(store, events, new VirtualThreads(), Clock.systemUTC())
                .follow("test", entry -> say("event " + entry.id() + " " + entry.event().subject()), () -> say("lost"));
        for (long key = Long.parseLong(arguments[1]);; key++) {
            long id = key;
            store.write(connection -> {
                try (PreparedStatement insert = connection.prepareStatement("insert into test_rows (id, filler) values (?, ?)")) {
                    insert.setLong(1, id);
                    insert.setString(2, "x".repeat(700));
                    return insert.executeUpdate();
                }
            }).thenRun(() -> say("row " + id));
            if (key % 10 == 0) {
                events.publish(new ChangeEvent("test.row", String.valueOf(key), null, Instant.EPOCH, Map.of()));
            }
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** Calls its one subscriber at once. */
    static final class DirectEvents implements ChangeEvents {
        private Consumer<ChangeEvent> subscriber = event -> {};

        @Override
        public void publish(ChangeEvent event) {
            subscriber.accept(event);
        }

        @Override
        public Subscription subscribe(String name, Consumer<ChangeEvent> reader, Runnable lost) {
            subscriber = reader;
            return () -> subscriber = event -> {};
        }
    }
}
