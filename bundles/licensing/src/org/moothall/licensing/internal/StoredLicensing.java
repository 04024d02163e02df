package org.moothall.licensing.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ChangeEvent;
import org.moothall.core.ChangeEvents;
import org.moothall.core.ChangeEvents.Subscription;
import org.moothall.core.Executors;
import org.moothall.core.Problem;
import org.moothall.licensing.Entitlements;
import org.moothall.licensing.Explanation;
import org.moothall.licensing.Feature;
import org.moothall.licensing.FeatureStatus;
import org.moothall.licensing.Forecast;
import org.moothall.licensing.Licensing;
import org.moothall.licensing.LicensingMode;
import org.moothall.licensing.LicensingProblem;
import org.moothall.licensing.LicensingStatus;
import org.moothall.licensing.Trial;
import org.moothall.licensing.UsageChart;
import org.moothall.licensing.internal.collect.Collector;
import org.moothall.licensing.internal.collect.Findings;
import org.moothall.licensing.internal.expiry.Enforcer;
import org.moothall.licensing.internal.expiry.Enforcer.Outcome;
import org.moothall.licensing.internal.rules.Basis;
import org.moothall.licensing.internal.rules.Foresight;
import org.moothall.licensing.internal.rules.TrialSpan;
import org.moothall.licensing.internal.store.EntitlementStore;
import org.moothall.licensing.internal.store.ExpiryStore;
import org.moothall.licensing.internal.store.Settings;
import org.moothall.licensing.internal.store.SourceStore;
import org.moothall.licensing.internal.store.UsageRead;
import org.moothall.licensing.internal.store.UsageStore;
import org.moothall.licensing.spi.ClusterExpiry;
import org.moothall.notifications.Notifications;
import org.moothall.servers.ClusterId;
import org.moothall.servers.Servers;
import org.moothall.servers.spi.CallBridgeConnections;
import org.moothall.store.Database;
import org.moothall.store.Leases;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Licensing from the store; one instance at a time keeps it true to the Call Bridges. */
@Component(service = Licensing.class, immediate = true)
public final class StoredLicensing implements Licensing {

    private static final int BRIDGES_AT_ONCE = 32;
    private static final String MODE = "mode";

    private final List<ClusterExpiry> setters = new CopyOnWriteArrayList<>();
    private final Clock clock;
    private final ChangeEvents events;
    private final EntitlementStore entitlements;
    private final Settings settings;
    private final Verdicts verdicts;
    private final Explaining explaining;
    private final Charting charting;
    private final ReportFile reports;
    private final ClusterViews views;
    private final Announcer announcer;
    private final ExecutorService bridges;
    private final Round round;
    private final Subscription subscription;
    private volatile Findings findings = Findings.NONE;
    private volatile Map<ClusterId, Outcome> outcomes = Map.of();
    private volatile List<FeatureStatus> told = List.of();

    /** Begins to look after licences. */
    @Activate
    public StoredLicensing(@Reference Database database, @Reference Leases leases, @Reference Servers servers, @Reference CallBridgeConnections connections,
            @Reference Notifications notifications, @Reference ChangeEvents events, @Reference Executors executors, @Reference Clock clock) {
        this.clock = clock;
        this.events = events;
        this.entitlements = new EntitlementStore(database);
        this.settings = new Settings(database);
        UsageStore usage = new UsageStore(database, leases);
        UsageRead read = new UsageRead(database);
        ExpiryStore expiry = new ExpiryStore(database);
        SourceStore sources = new SourceStore(database);
        this.verdicts = new Verdicts(servers, read, entitlements, expiry);
        this.explaining = new Explaining(read);
        this.charting = new Charting(read, entitlements);
        this.reports = new ReportFile(read);
        this.views = new ClusterViews(servers, sources);
        this.announcer = new Announcer(notifications);
        this.bridges = executors.blocking("licensing-bridges", BRIDGES_AT_ONCE);
        this.round = new Round(new Collector(servers, connections, usage, sources, clock, bridges), new Enforcer(servers, connections, setters, expiry),
                verdicts, usage, leases, executors, clock, new Outlook());
        this.subscription = events.subscribe("licensing", this::heard, () -> {});
        round.start();
    }

    /** Ends what is under way. */
    @Deactivate
    public void deactivate() {
        subscription.close();
        bridges.shutdownNow();
        round.close();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(ClusterExpiry setter) {
        setters.add(setter);
    }

    void remove(ClusterExpiry setter) {
        setters.remove(setter);
    }

    /** A round now, on the thread that calls. */
    void roundNow() {
        round.run();
    }

    private void heard(ChangeEvent event) {
        if (event.type().equals(Servers.CLUSTER_REMOVED) || event.type().equals(Servers.CALL_BRIDGE_REMOVED)) {
            round.soon();
        }
    }

    @Override
    public LicensingStatus status(@Nullable Instant at) {
        if (at == null) {
            Basis basis = verdicts.basis(clock.instant());
            Map<ClusterId, Map<Feature, LocalDate>> held = verdicts.heldNow(basis.at());
            return new LicensingStatus(basis.at(), basis.firstDay(), basis.today(), verdicts.features(basis, held),
                    views.of(basis, held, findings, outcomes));
        }
        Basis basis = past(at);
        return new LicensingStatus(at, basis.firstDay(), basis.today(), verdicts.features(basis, verdicts.heldThen(at)), List.of());
    }

    private Basis past(Instant at) {
        if (at.isAfter(clock.instant())) {
            throw Problem.of(LicensingProblem.NOT_YET, "It is " + clock.instant() + " here. Ask for that or an earlier time.").exception();
        }
        return verdicts.basis(at);
    }

    @Override
    public Explanation explain(Feature feature, @Nullable Instant at) {
        return explaining.of(feature, at == null ? verdicts.basis(clock.instant()) : past(at));
    }

    @Override
    public UsageChart usage(Instant from, Instant to, @Nullable ClusterId cluster) {
        return charting.of(from, to, cluster);
    }

    @Override
    public Forecast forecast(@Nullable Entitlements instead) {
        Basis now = verdicts.basis(clock.instant());
        Basis then = instead == null ? now : new Basis(now.at(), instead, now.trials(), now.peaks());
        return Foresight.of(then, Verdicts.worst(verdicts.heldNow(now.at())));
    }

    @Override
    public LicensingMode mode() {
        return settings.find(MODE).map(LicensingMode::valueOf).orElse(LicensingMode.NOT_CHOSEN);
    }

    @Override
    public void mode(LicensingMode wanted) {
        settings.set(MODE, wanted.name());
        changed();
    }

    @Override
    public Entitlements entitlements() {
        return entitlements.at(clock.instant());
    }

    @Override
    public Entitlements allocate(Entitlements wanted, String by, long version) {
        requireEnabled();
        Entitlements kept = entitlements.allocate(wanted, version, clock.instant(), by);
        changed();
        return kept;
    }

    @Override
    public List<Trial> trials() {
        return status(null).features().stream().map(FeatureStatus::trial).toList();
    }

    @Override
    public Trial startTrial(Feature feature, String by) {
        requireEnabled();
        Trial offer = status(null).of(feature).trial();
        String reason = offer.reason();
        if (reason != null) {
            throw Problem.about(feature.name().toLowerCase(Locale.ROOT).replace('_', '-'), LicensingProblem.TRIAL_NOT_OFFERED, reason).exception();
        }
        entitlements.start(new TrialSpan(feature, clock.instant()), by);
        changed();
        return status(null).of(feature).trial();
    }

    @Override
    public void report(OutputStream out) throws IOException {
        reports.write(out, verdicts.basis(clock.instant()));
    }

    private void requireEnabled() {
        if (mode() != LicensingMode.SMART_LICENSING) {
            throw Problem.of(LicensingProblem.NOT_ENABLED, "Choose the licensing mode smart-licensing first.").exception();
        }
    }

    /** Tells at once what follows here; what follows on the clusters follows soon. */
    private void changed() {
        tell();
        round.soon();
    }

    private void tell() {
        LicensingStatus status = status(null);
        if (!status.features().equals(told)) {
            told = status.features();
            events.publish(new ChangeEvent(STATUS_CHANGED, "deployment", null, status.at(), Map.of("status", status)));
        }
    }

    /** What a round knows and tells. */
    private final class Outlook implements Round.Work {

        private boolean ours;

        @Override
        public LicensingMode mode() {
            return StoredLicensing.this.mode();
        }

        @Override
        public void over(Findings seen, Map<ClusterId, Outcome> done) {
            findings = seen;
            outcomes = Map.copyOf(done);
            if (!ours) {
                announcer.begin();
                ours = true;
            }
            tell();
            announcer.tell(told, seen, mode() == LicensingMode.SMART_LICENSING);
        }

        @Override
        public void elsewhere() {
            ours = false;
            findings = Findings.NONE;
            outcomes = Map.of();
        }
    }
}
