package org.moothall.mediaengine.callbridge.internal.licensing;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.moothall.mediaengine.Conference;

/** Takes a snapshot of licence usage every five minutes, and keeps those of the other hosts as well. Thread-safe. */
public final class UsageMeter implements AutoCloseable {

    private static final Duration EVERY = Duration.ofMinutes(5);
    /** Who was out for longer than this did not count meanwhile. */
    private static final Duration LONGEST_STEP = Duration.ofDays(1);

    private final Path folder;
    private final UUID host;
    private final Conference conference;
    private final Map<UUID, UsageLog> logs = new ConcurrentSkipListMap<>();
    private volatile Consumer<Snapshot> listener = snapshot -> {};
    private Instant next;

    /** What another host is to know. */
    public record Snapshot(UUID host, String line) {}

    /** Snapshots of this host from now on, beside those that are in this folder already. */
    public UsageMeter(Path folder, UUID host, Conference conference, Instant now) {
        this.folder = folder;
        this.host = host;
        this.conference = conference;
        this.next = now.truncatedTo(ChronoUnit.SECONDS);
        log(host);
    }

    /** Hears every snapshot of this host. */
    public void listen(Consumer<Snapshot> other) {
        listener = other;
    }

    /** Takes the snapshots that are due. After a step of the clock, up to a day, all of them: nothing happened in between. */
    public synchronized void advance(Instant now) {
        if (next.isAfter(now)) {
            return;
        }
        if (next.plus(LONGEST_STEP).isBefore(now)) {
            next = now.truncatedTo(ChronoUnit.SECONDS);
        }
        Usage counted = Tally.now(conference).usage(next);
        for (; !next.isAfter(now); next = next.plus(EVERY)) {
            Usage snapshot = counted.at(next);
            log(host).add(snapshot);
            listener.accept(new Snapshot(host, snapshot.line()));
        }
    }

    /** Another host tells of one of its snapshots. */
    public void heard(Snapshot snapshot) {
        if (!snapshot.host().equals(host)) {
            Usage.read(snapshot.line()).ifPresent(log(snapshot.host())::add);
        }
    }

    /** What to tell a host that was out of reach. */
    public List<Snapshot> recent() {
        Instant newest = log(host).newest().orElse(Instant.EPOCH);
        return between(host, newest.minus(LONGEST_STEP), newest).stream().map(usage -> new Snapshot(host, usage.line())).toList();
    }

    /** All hosts there are snapshots of, this one first. */
    List<UUID> hosts() {
        List<UUID> known = logs.keySet().stream().filter(other -> !other.equals(host)).toList();
        return Stream.concat(Stream.of(host), known.stream()).toList();
    }

    UUID host() {
        return host;
    }

    /** The snapshots of a host from one moment to another, both included, the newest first. */
    List<Usage> between(UUID of, Instant from, Instant to) {
        UsageLog log = logs.get(of);
        return log == null ? List.of() : log.between(from, to);
    }

    private UsageLog log(UUID of) {
        return logs.computeIfAbsent(of, each -> new UsageLog(folder.resolve(each.toString())));
    }

    @Override
    public void close() {
        logs.values().forEach(UsageLog::close);
    }
}
