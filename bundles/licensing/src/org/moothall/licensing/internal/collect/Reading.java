package org.moothall.licensing.internal.collect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.moothall.licensing.internal.rules.Snapshot;
import org.moothall.licensing.internal.store.Source;
import org.moothall.licensing.internal.store.UsageStore;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.spi.CallBridgeConnection;
import org.moothall.servers.spi.CallBridgeConnections;
import org.moothall.store.Leases.Lease;

/** Reads one source after another, day by day, oldest first: what was read stays read when the rest fails. */
record Reading(CallBridgeConnections connections, UsageStore usage, long now, Lease lease) {

    private static final long DAY = 86_400;
    /** Raw snapshots are kept for a day longer, so that no bin is made anew of half of them. */
    private static final long OLDEST_DAYS = UsageStore.RAW_DAYS - 1L;
    private static final String USAGE = "system/MPLicenseUsage";

    CallBridgeConnection connection(CallBridgeId bridge) {
        return connections.connection(bridge);
    }

    /** Reads what this source used, from this bridge; what was refused of it. */
    List<String> read(Source source, CallBridgeConnection bridge) {
        List<String> refused = new ArrayList<>();
        long oldest = now - OLDEST_DAYS * DAY;
        for (long from = Math.max(source.readTo() + 1, oldest); from <= now;) {
            long to = Math.min(now, from + DAY - 1);
            Told told = Told.of(source.name(), bridge.list(USAGE, query(source.host(), from, to)), oldest, now);
            refused.addAll(told.refused());
            usage.take(source, told.snapshots(), readTo(told.snapshots(), from, to), now, lease);
            from = to + 1;
        }
        return refused;
    }

    /** A day that is over will tell no more; of the last one what is new may still come. */
    private long readTo(List<Snapshot> told, long from, long to) {
        return to <= now - DAY ? to : told.stream().mapToLong(Snapshot::at).filter(at -> at <= now).max().orElse(from - 1);
    }

    private static Map<String, String> query(String host, long from, long to) {
        return Map.of("hostId", host, "startTime", Instant.ofEpochSecond(from).toString(), "endTime", Instant.ofEpochSecond(to).toString());
    }
}
