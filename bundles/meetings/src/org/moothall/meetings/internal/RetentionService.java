package org.moothall.meetings.internal;

import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.moothall.core.Executors;
import org.moothall.meetings.internal.history.Retention;
import org.moothall.meetings.internal.store.AbandonedMeetings;
import org.moothall.servers.Cluster;
import org.moothall.servers.ClusterId;
import org.moothall.servers.Servers;
import org.moothall.store.Database;
import org.moothall.store.Expiring;
import org.moothall.store.Leases;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Keeps history for as long as it shall be kept, also that of others. Thread-safe. */
@Component(service = RetentionService.class, immediate = true)
public final class RetentionService {

    private final Retention retention;

    /** Beside this room, which makes the tables. */
    @Activate
    public RetentionService(@Reference MeetingsRoom room, @Reference Servers servers, @Reference Database database, @Reference Leases leases,
            @Reference Executors executors, @Reference Clock clock) {
        Supplier<Set<ClusterId>> configured = () -> servers.clusters().stream().map(Cluster::id).collect(Collectors.toSet());
        retention = new Retention(database, leases, new AbandonedMeetings(room.store(), configured, clock), executors.scheduler("meetings-retention"), clock);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindKind(Expiring kind) {
        retention.add(kind);
    }

    void unbindKind(Expiring kind) {
        retention.remove(kind);
    }

    @Deactivate
    void close() {
        retention.close();
    }

    /** For how many days history is kept. */
    public int keepDays() {
        return retention.keepDays();
    }

    /** Changes it; 1 to 3650. */
    public void keepDays(int days) {
        retention.keepDays(days);
    }
}
