package org.moothall.licensing.internal;

import java.time.Duration;
import java.time.Instant;

import org.moothall.licensing.Entitlements;
import org.moothall.licensing.Feature;
import org.moothall.licensing.FeatureStatus;
import org.moothall.licensing.LicensingMode;
import org.moothall.licensing.internal.expiry.NodeExpiry;
import org.moothall.store.Store;
import org.moothall.store.Stores;
import org.moothall.testkit.ManualClock;
import org.moothall.testkit.ManualScheduler;
import org.moothall.testkit.RecordedEvents;
import org.moothall.testkit.RecordedNotifications;

/** A server with licensing on a real store, by a clock that the test moves. */
final class Deployment implements AutoCloseable {

    static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");

    final ManualClock clock;
    final FakeServers servers;
    final RecordedEvents events = new RecordedEvents();
    final RecordedNotifications notifications = new RecordedNotifications();
    final StoredLicensing licensing;
    private final ManualScheduler scheduler;

    /** An instance of this name; those with the same store, servers and clock are of one installation. */
    Deployment(String name, Store store, FakeServers servers, ManualClock clock) {
        this.clock = clock;
        this.servers = servers;
        this.scheduler = new ManualScheduler(clock);
        this.licensing = new StoredLicensing(store, Stores.leases(store, clock, name), servers, servers, notifications, events, new DirectExecutors(scheduler),
                clock);
        licensing.add(new NodeExpiry());
    }

    /** Licences are looked after here, and so many were bought. */
    void buy(int pmp, int smp, int recording, boolean customization) {
        licensing.mode(LicensingMode.SMART_LICENSING);
        licensing.allocate(new Entitlements(pmp, smp, recording, customization, null, null, 0), "anna", licensing.entitlements().version());
    }

    /** Time goes by, with all that is due meanwhile. */
    void after(Duration time) {
        scheduler.advance(time);
    }

    /** Time jumps, as when the server was off; then what is due is done. */
    void afterOutage(Duration time) {
        clock.advance(time);
        licensing.roundNow();
    }

    FeatureStatus now(Feature feature) {
        return licensing.status(null).of(feature);
    }

    @Override
    public void close() {
        licensing.deactivate();
    }
}
