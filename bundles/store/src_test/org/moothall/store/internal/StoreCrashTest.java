package org.moothall.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.store.Journal.Entry;
import org.moothall.store.OpenJournal;
import org.moothall.store.Store;
import org.moothall.store.Stores;

/** A writing program is killed without warning, again and again. */
class StoreCrashTest {

    private static final int ROUNDS = 4;
    private static final int LINES = 3_000;
    private static final int EVENTS = 100;

    private final Set<Long> acknowledged = new HashSet<>();
    private final Map<Long, String> announced = new HashMap<>();

    @Test
    void nothingAcknowledgedIsMissingAndNoJournalIdComesTwice(@TempDir Path directory) throws IOException, InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            writeAndKill(directory, round * 10_000_000L);
            try (Store store = Stores.embedded(directory, new VirtualThreads());
                    OpenJournal journal = Stores.journal(store, new CrashingWriter.DirectEvents(), new VirtualThreads(), Clock.systemUTC())) {
                Set<Long> missing = new HashSet<>(acknowledged);
                missing.removeAll(rows(store));
                assertEquals(Set.of(), missing, "acknowledged rows that are not there");
                assertEventsKept(journal);
            }
        }
        assertTrue(acknowledged.size() > LINES && announced.size() >= EVENTS * ROUNDS, () -> acknowledged.size() + " rows, " + announced.size() + " events");
    }

    private void writeAndKill(Path directory, long firstKey) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1", "-cp",
                Objects.requireNonNull(System.getProperty("java.class.path")), CrashingWriter.class.getName(), directory.toString(),
                String.valueOf(firstKey)).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader output = program.inputReader()) {
            int announcedBefore = announced.size();
            for (int i = 0; i < LINES || announced.size() < announcedBefore + EVENTS; i++) {
                note(Objects.requireNonNull(output.readLine(), "the program ended by itself"));
            }
            program.toHandle().destroyForcibly(); // by its handle: what it had said stays readable
            output.lines().forEach(this::note);
        }
        program.waitFor();
    }

    private void note(String line) {
        String[] words = line.split(" ");
        if ("row".equals(words[0])) {
            acknowledged.add(Long.valueOf(words[1]));
        } else if ("event".equals(words[0]) && words.length == 3) {
            String before = announced.putIfAbsent(Long.valueOf(words[1]), words[2]);
            assertTrue(before == null, () -> "journal id " + words[1] + " came for " + before + " and " + words[2]);
        }
    }

    private void assertEventsKept(OpenJournal journal) {
        Map<Long, String> kept = new HashMap<>();
        List<Entry> entries = journal.after(0, 1_000).orElseThrow();
        while (!entries.isEmpty()) {
            entries.forEach(entry -> kept.put(entry.id(), entry.event().subject()));
            entries = journal.after(entries.get(entries.size() - 1).id(), 1_000).orElseThrow();
        }
        announced.forEach((id, subject) -> assertEquals(subject, kept.get(id)));
    }

    private static Set<Long> rows(Store store) {
        return store.read(connection -> {
            Set<Long> ids = new HashSet<>();
            try (Statement query = connection.createStatement(); ResultSet rows = query.executeQuery("select id from test_rows")) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids;
        });
    }
}
