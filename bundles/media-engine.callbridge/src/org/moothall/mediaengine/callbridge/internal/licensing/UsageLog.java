package org.moothall.mediaengine.callbridge.internal.licensing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;

/** The snapshots of one host: a file a day (UTC), kept 90 days and no longer. A line that was cut off is passed over. Thread-safe. */
final class UsageLog implements AutoCloseable {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final String SUFFIX = ".txt";

    private final Path folder;
    private final TreeMap<Instant, Usage> kept = new TreeMap<>();
    private @Nullable LocalDate open;
    private @Nullable BufferedWriter out;

    /** What is in this folder, which is made. */
    UsageLog(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            for (Path day : days()) {
                try (Stream<String> lines = Files.lines(day)) {
                    lines.forEach(line -> Usage.read(line).ifPresent(usage -> kept.put(usage.at(), usage)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a snapshot, unless there is one of that moment. */
    synchronized void add(Usage usage) {
        if (kept.putIfAbsent(usage.at(), usage) == null) {
            write(usage);
            kept.headMap(kept.lastKey().minus(KEPT)).clear();
        }
    }

    /** The snapshots from one moment to another, both included, the newest first. */
    synchronized List<Usage> between(Instant from, Instant to) {
        return from.isAfter(to) ? List.of() : List.copyOf(kept.subMap(from, true, to, true).descendingMap().values());
    }

    /** The moment of the newest one. */
    synchronized Optional<Instant> newest() {
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept.lastKey());
    }

    private void write(Usage usage) {
        LocalDate day = usage.at().atOffset(ZoneOffset.UTC).toLocalDate();
        try {
            BufferedWriter to = out;
            if (to == null || !day.equals(open)) {
                to = begin(day);
            }
            to.append('\n').append(usage.line());
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a file, and ends those that are too old. Each line begins on a new one, whatever became of the one before. */
    private BufferedWriter begin(LocalDate day) throws IOException {
        close();
        String oldest = day.minusDays(KEPT.toDays()) + SUFFIX;
        for (Path file : days()) {
            if (file.getFileName().toString().compareTo(oldest) < 0) {
                Files.delete(file);
            }
        }
        BufferedWriter opened = Files.newBufferedWriter(folder.resolve(day + SUFFIX), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        out = opened;
        open = day;
        return opened;
    }

    private List<Path> days() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{4}-\\d\\d-\\d\\d\\.txt")).sorted().toList();
        }
    }

    @Override
    public synchronized void close() {
        BufferedWriter last = out;
        out = null;
        if (last != null) {
            try {
                last.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
