package org.moothall.meetings.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.internal.intake.Arrivals.Arrival;
import org.moothall.servers.CallBridge;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.Cluster;
import org.moothall.servers.LinkState;
import org.moothall.servers.Servers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which Call Bridge can deliver its records to us, and why one cannot. Thread-safe. @spec wire §1.3, §2.1 */
@Component(service = CdrDeliveries.class)
public final class CdrDeliveries {

    private static final String ALARM = "cdrConnectionFailure";

    private final MeetingsRoom room;
    private final Servers servers;

    /** To this room. */
    @Activate
    public CdrDeliveries(@Reference MeetingsRoom room, @Reference Servers servers) {
        this.room = room;
        this.servers = servers;
    }

    /**
     * How a Call Bridge delivers.
     *
     * @param receiver our entry among its receivers; {@code off} where its meetings are not managed
     * @param address {@code host:port} that it was told, or null while our port is not open
     * @param lastContact when it reached us last, be it without records; null when not since we were started
     * @param lastRecord when it brought records last, likewise
     * @param alarmSeconds how long it has been saying itself that it cannot reach a receiver, ours or another; null when it does not
     * @param problem what is wrong and what to do, or null
     */
    public record Delivery(CallBridgeId callBridge, String name, LinkState receiver, @Nullable String address, @Nullable Instant lastContact,
            @Nullable Instant lastRecord, @Nullable Long alarmSeconds, @Nullable String problem) {}

    /** All by cluster and name. */
    public List<Delivery> all() {
        return servers.callBridges().stream().map(this::of).toList();
    }

    private Delivery of(CallBridge bridge) {
        Optional<Cluster> cluster = servers.findCluster(bridge.cluster());
        Optional<Arrival> arrival = room.intake().arrivals().of(bridge.id().value());
        CallBridge.Status status = bridge.status();
        Optional<Long> alarm = status.alarms().stream().filter(each -> each.type().equals(ALARM)).map(CallBridge.Alarm::activeSeconds).findFirst();
        boolean wrong = status.cdr() == LinkState.FAILED || alarm.isPresent();
        return new Delivery(bridge.id(), bridge.name(), status.cdr(), Absent.orNull(room.address().effective(Absent.orNull(cluster))),
                arrival.isEmpty() ? null : arrival.get().contact(), arrival.isEmpty() ? null : arrival.get().record(), Absent.orNull(alarm),
                wrong ? status.message() : null);
    }
}
