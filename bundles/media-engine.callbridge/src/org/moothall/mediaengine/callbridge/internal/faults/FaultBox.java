package org.moothall.mediaengine.callbridge.internal.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.moothall.mediaengine.Chance;
import org.moothall.mediaengine.callbridge.Fault;
import org.moothall.mediaengine.callbridge.Fault.Kind;
import org.moothall.mediaengine.callbridge.Scenario;

/** Decides what goes wrong with this bridge, and when: for each fault its first, second, third chance and so on, by the seed. Thread-safe. */
public final class FaultBox {

    private static final int MOST = 1_000;
    private static final Set<Kind> OF_REQUESTS = EnumSet.of(Kind.LATENCY, Kind.STATUS, Kind.DROP, Kind.CUT, Kind.HALF_OPEN);

    private final Scenario scenario;
    private final String bridge;
    private final Clock clock;
    private final Map<Long, Active> active = new LinkedHashMap<>();
    private long last;

    /** A fault and what became of it. @param chances how often it could have happened; @param hits how often it did */
    public record Status(long id, Fault fault, long chances, long hits) {}

    private static final class Active {
        private final long id;
        private final Fault fault;
        private final Instant since;
        private long chances;
        private long hits;

        Active(long id, Fault fault, Instant since) {
            this.id = id;
            this.fault = fault;
            this.since = since;
        }

        Status status() {
            return new Status(id, fault, chances, hits);
        }
    }

    /** Something goes wrong now. @param chance decides details, 0 to 1 */
    public record Hit(Fault fault, double chance) {
        /** How long. */
        public Duration length() {
            return fault.length(chance);
        }
    }

    /** The faults of this scenario that concern the bridge of this name. */
    public FaultBox(Scenario scenario, String bridge, Clock clock) {
        this.scenario = scenario;
        this.bridge = bridge;
        this.clock = clock;
        scenario.faults().forEach(this::add);
    }

    /** Whether others may be ordered. */
    public boolean open() {
        return scenario.labApi();
    }

    /** One more; those that concern other bridges never happen here. */
    public synchronized Status add(Fault fault) {
        Active added = new Active(++last, fault, clock.instant());
        if (active.size() < MOST) {
            active.put(added.id, added);
        }
        return added.status();
    }

    /** All, and how often each happened. */
    public synchronized List<Status> list() {
        return active.values().stream().map(Active::status).toList();
    }

    /** Removes this one. Returns whether it was there. */
    public synchronized boolean remove(long id) {
        return active.remove(id) != null;
    }

    /** Removes all. */
    public synchronized void clear() {
        active.clear();
    }

    /** What goes wrong with this request: a delay, and what comes after it. */
    public synchronized List<Hit> onRequest(String method, String path) {
        return active.values().stream().filter(one -> OF_REQUESTS.contains(one.fault.kind()) && one.fault.concerns(method, path))
                .flatMap(one -> draw(one).stream()).toList();
    }

    /** Whether something of this kind goes wrong this time. */
    public synchronized Optional<Hit> on(Kind kind) {
        return hits(fault -> fault.kind() == kind);
    }

    /** How far the clock that others see is off now. */
    public synchronized Duration skew() {
        return active.values().stream().filter(one -> one.fault.kind() == Kind.CLOCK_SKEW && counts(one)).map(one -> one.fault.length(0)).reduce(Duration.ZERO,
                Duration::plus);
    }

    private Optional<Hit> hits(Predicate<Fault> wanted) {
        Optional<Hit> first = Optional.empty();
        for (Active one : active.values()) {
            Optional<Hit> drawn = wanted.test(one.fault) ? draw(one) : Optional.empty();
            first = first.isPresent() ? first : drawn;
        }
        return first;
    }

    private Optional<Hit> draw(Active one) {
        Integer most = one.fault.times();
        if (!counts(one) || most != null && one.hits >= most) {
            return Optional.empty();
        }
        Chance chance = Chance.of(scenario.seed(), bridge.hashCode(), one.id, one.chances++);
        if (!chance.hits(one.fault.chance())) {
            return Optional.empty();
        }
        one.hits++;
        return Optional.of(new Hit(one.fault, chance.unit()));
    }

    private boolean counts(Active one) {
        return one.fault.concerns(bridge) && one.fault.lasts(Duration.between(one.since, clock.instant()));
    }
}
