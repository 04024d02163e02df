package org.moothall.meetings.internal.statistics;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ProblemException;
import org.moothall.meetings.CallStatistics.Sample;
import org.moothall.servers.spi.ApiElement;
import org.moothall.servers.spi.CallBridgeConnection;
import org.moothall.servers.spi.FailureReason;

/** The last samples of a leg that somebody looks at. Thread-safe. */
final class WatchedLeg {

    /** Ten minutes of them. */
    static final int MOST_SAMPLES = 300;

    private final String id;
    private final Supplier<CallBridgeConnection> bridge;
    private final Clock clock;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile Instant asked;
    private volatile Instant read = Instant.EPOCH;
    /** Why the last read came to nothing, or null. */
    private volatile @Nullable ProblemException failure;

    /** @param bridge its connection, while it is followed; problems otherwise */
    WatchedLeg(String id, Supplier<CallBridgeConnection> bridge, Clock clock) {
        this.id = id;
        this.bridge = bridge;
        this.clock = clock;
        asked = clock.instant();
    }

    /** Somebody looks: what was not read after this instant is read at once. The problem, where there is nothing to show. */
    void ask(Instant freshEnough) {
        asked = clock.instant();
        if (due(freshEnough)) {
            readDue();
        }
        @Nullable ProblemException problem = failure;
        if (problem != null && samples(null).isEmpty()) {
            throw problem;
        }
    }

    Instant asked() {
        return asked;
    }

    /** Takes the place of who reads it next, unless it was read after this instant or is being read. */
    boolean due(Instant limit) {
        return !read.isAfter(limit) && busy.compareAndSet(false, true);
    }

    /** Reads it for whom it was due. */
    void readDue() {
        try {
            sample();
        } finally {
            busy.set(false);
        }
    }

    /** Not there any more, or not yet, is no failure. */
    private void sample() {
        read = clock.instant();
        try {
            ApiElement leg = bridge.get().get("callLegs/" + id, Map.of());
            keep(new Sample(clock.instant(), Streams.of(leg)));
            failure = null;
        } catch (ProblemException e) {
            failure = FailureReason.isMissing(e.problem()) ? null : e;
        }
    }

    private synchronized void keep(Sample sample) {
        if (samples.size() == MOST_SAMPLES) {
            samples.removeFirst();
        }
        samples.addLast(sample);
    }

    synchronized List<Sample> samples(@Nullable Instant since) {
        return samples.stream().filter(sample -> since == null || sample.at().isAfter(since)).toList();
    }
}
