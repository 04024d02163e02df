package org.moothall.web.internal.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

import org.moothall.core.ChangeEvent;
import org.moothall.core.ChangeEvents;
import org.moothall.core.Executors;
import org.moothall.security.Caller;
import org.moothall.web.Operation;
import org.moothall.web.Operations;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The operations under way and those that ended within the last hour. */
@Component(service = {Operations.class, RunningOperations.class})
public final class RunningOperations implements Operations {

    /** Type of the event that tells how far an operation is; data: {@code operation}. */
    static final String CHANGED = "web.operation-changed";
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int AT_ONCE = 64;

    private final Map<String, OperationRun> runs = new ConcurrentHashMap<>();
    private final ExecutorService threads;
    private final ChangeEvents events;
    private final Clock clock;

    /** Made by the component runtime. */
    @Activate
    public RunningOperations(@Reference Executors executors, @Reference ChangeEvents events, @Reference Clock clock) {
        this.threads = executors.blocking("web-operations", AT_ONCE);
        this.events = events;
        this.clock = clock;
    }

    @Deactivate
    void close() {
        threads.shutdownNow();
    }

    @Override
    public Operation start(Caller caller, String title, Work work) {
        forgetOld();
        OperationRun run = new OperationRun(UUID.randomUUID().toString(), title, clock, this::tell);
        runs.put(run.id(), run);
        run.submitTo(threads, work);
        return run.state();
    }

    List<Operation> all() {
        forgetOld();
        return runs.values().stream().map(OperationRun::state).sorted(Comparator.comparing(Operation::startedAt).reversed()).toList();
    }

    Optional<OperationRun> find(String id) {
        forgetOld();
        return Optional.ofNullable(runs.get(id));
    }

    private void forgetOld() {
        Instant limit = clock.instant().minus(KEPT);
        runs.values().removeIf(run -> {
            Instant ended = run.state().endedAt();
            return ended != null && ended.isBefore(limit);
        });
    }

    private void tell(Operation operation) {
        events.publish(new ChangeEvent(CHANGED, operation.id(), null, clock.instant(), Map.of("operation", operation)));
    }
}
