package org.moothall.mediaengine.callbridge;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.moothall.core.Executors;
import org.moothall.mediaengine.Catalogue;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.Directory;
import org.moothall.mediaengine.Item;
import org.moothall.mediaengine.User;
import org.moothall.mediaengine.callbridge.internal.api.Alarms;
import org.moothall.mediaengine.callbridge.internal.api.CallLegsApi;
import org.moothall.mediaengine.callbridge.internal.api.CallsApi;
import org.moothall.mediaengine.callbridge.internal.api.ClusterSettingsApi;
import org.moothall.mediaengine.callbridge.internal.api.ParticipantsApi;
import org.moothall.mediaengine.callbridge.internal.api.DiagnosticsApi;
import org.moothall.mediaengine.callbridge.internal.api.LegRequests;
import org.moothall.mediaengine.callbridge.internal.api.References;
import org.moothall.mediaengine.callbridge.internal.api.TimedLoggingApi;
import org.moothall.mediaengine.callbridge.internal.api.Router;
import org.moothall.mediaengine.callbridge.internal.api.SpacesApi;
import org.moothall.mediaengine.callbridge.internal.api.SystemApi;
import org.moothall.mediaengine.callbridge.internal.cdr.CdrReceivers;
import org.moothall.mediaengine.callbridge.internal.cdr.CdrReceiversApi;
import org.moothall.mediaengine.callbridge.internal.cluster.Cluster;
import org.moothall.mediaengine.callbridge.internal.events.EventsHub;
import org.moothall.mediaengine.callbridge.internal.faults.FaultBox;
import org.moothall.mediaengine.callbridge.internal.faults.LabApi;
import org.moothall.mediaengine.callbridge.internal.faults.SkewedClock;
import org.moothall.mediaengine.callbridge.internal.licensing.ClusterLicensingApi;
import org.moothall.mediaengine.callbridge.internal.licensing.LicenceFileApi;
import org.moothall.mediaengine.callbridge.internal.licensing.UsageApi;
import org.moothall.mediaengine.callbridge.internal.licensing.UsageMeter;
import org.moothall.mediaengine.callbridge.internal.listener.Listener;
import org.moothall.mediaengine.callbridge.internal.listener.Mishap;
import org.moothall.mediaengine.callbridge.internal.listener.RequestHandler;
import org.moothall.mediaengine.callbridge.internal.listener.SignIn;
import org.moothall.mediaengine.callbridge.internal.objects.BodiesApi;
import org.moothall.mediaengine.callbridge.internal.objects.BulkApi;
import org.moothall.mediaengine.callbridge.internal.objects.LdapSyncsApi;
import org.moothall.mediaengine.callbridge.internal.objects.ObjectsApi;
import org.moothall.mediaengine.callbridge.internal.objects.QueriesApi;
import org.moothall.mediaengine.callbridge.internal.objects.SystemProfilesApi;
import org.moothall.mediaengine.callbridge.internal.objects.UsersApi;
import org.moothall.net.Https;

/**
 * The network face of a conference core: API, events, call detail records and the links to the other bridges, on one HTTPS
 * port. Made first, so that it records what happens; opened when the core is ready. Thread-safe.
 */
public final class CallBridge implements AutoCloseable {

    private static final int MOST_LATE = 256;

    private final CallBridgeSettings settings;
    private final Router router = new Router();
    private final ScheduledExecutorService scheduler;
    private final CdrReceivers receivers;
    private final EventsHub events;
    private final Cluster cluster;
    private final FaultBox faults;
    private final LabApi lab;
    private final Mishap mishap;
    private final Consumer<Duration> restart;
    private final UsageMeter usage;
    private final Clock shown;
    private volatile Runnable listener = () -> {};

    /** What the bridge is the face of. @param restart ends the bridge and starts it again after this long */
    public record Core(Conference conference, Catalogue catalogue, Consumer<Duration> restart) {}

    /** Listens to the conference core from now on; opens nothing yet. */
    public CallBridge(CallBridgeSettings settings, Core core, Clock clock, Https https, Executors executors) {
        Conference conference = core.conference();
        Catalogue catalogue = core.catalogue();
        Directory users = conference.terms().directory();
        References references = new References(catalogue, conference.spaces());
        LegRequests legs = new LegRequests(conference, references);
        settings.members().forEach(member -> catalogue.seed(new Item(member.id(), "callBridges", null,
                Map.of("name", member.name(), "address", member.address().toString()), 1, false)));
        this.settings = settings;
        this.scheduler = executors.scheduler("callbridge");
        FaultBox faults = new FaultBox(settings.scenario(), settings.self().name(), clock);
        Clock shown = new SkewedClock(clock, faults);
        Alarms alarms = new Alarms(clock, conference.ids());
        this.restart = core.restart();
        this.faults = faults;
        this.lab = new LabApi(faults, conference, core.restart());
        this.mishap = new Mishap(faults, scheduler, executors.blocking("mishap", MOST_LATE));
        this.receivers = new CdrReceivers(settings, https, executors, alarms, faults, conference.ids());
        this.events = new EventsHub(conference, clock, scheduler, faults);
        this.shown = shown;
        this.usage = new UsageMeter(settings.directory().resolve("usage"), settings.hostId(), conference, shown.instant());
        this.cluster = new Cluster(settings, conference, catalogue, usage, clock, https, executors, alarms);
        usage.listen(cluster::accept);
        new ClusterLicensingApi(conference.terms().licences()).routes(router);
        new LicenceFileApi(settings.directory(), clock).routes(router);
        new UsageApi(conference, usage, shown).routes(router);
        new SystemApi(settings, conference, shown, alarms, receivers::correlatorIndex).routes(router);
        new ClusterSettingsApi(settings).routes(router);
        new CdrReceiversApi(receivers).routes(router);
        new TimedLoggingApi(clock).routes(router);
        new DiagnosticsApi(conference, clock).routes(router);
        new SystemProfilesApi(catalogue, conference).routes(router);
        new ObjectsApi(catalogue, conference.spaces(), users).routes(router);
        new BodiesApi(catalogue, conference).routes(router);
        new UsersApi(users, catalogue).routes(router);
        new QueriesApi(conference, catalogue, users).routes(router);
        new LdapSyncsApi(references, users, clock, conference.ids()).routes(router);
        new BulkApi(catalogue, conference.spaces(), conference.ids()).routes(router);
        new SpacesApi(conference, catalogue, references, jid -> users.find(jid).map(User::id)).routes(router);
        new CallsApi(conference, clock).routes(router);
        new ParticipantsApi(conference, legs, cluster, clock).routes(router);
        new CallLegsApi(conference, legs, clock).routes(router);
        events.routes(router);
        conference.listen(event -> {
            receivers.accept(event);
            cluster.accept(event);
            events.accept(event);
        });
        conference.spaces().onWrite(cluster::accept);
        catalogue.onWrite(cluster::accept);
    }

    /** This bridge of the cluster runs in the same process. Before {@link #open}. @param running what is known of it by then */
    public void neighbour(UUID bridge, Supplier<Optional<CallBridge>> running) {
        cluster.neighbour(bridge, () -> running.get().map(other -> other.cluster));
    }

    /** Counts what licences are used, when it is time to. To be called whenever the clock moves before {@link #open}. */
    public void measure() {
        usage.advance(shown.instant());
    }

    /** Opens the port. Problem: {@code core.unavailable}. Returns the port. */
    public int open() {
        measure();
        Listener opened = Listener.open(settings, new RequestHandler(new SignIn(settings.api()), router, cluster, lab, mishap), events);
        listener = opened::close;
        receivers.start();
        cluster.start(scheduler);
        scheduler.scheduleWithFixedDelay(this::measure, 1, 1, TimeUnit.SECONDS);
        scheduler.scheduleWithFixedDelay(() -> faults.on(Fault.Kind.RESTART).ifPresent(hit -> restart.accept(hit.length())), 1, 1, TimeUnit.SECONDS);
        return opened.port();
    }

    @Override
    public void close() {
        cluster.close();
        scheduler.shutdownNow();
        listener.run();
        receivers.close();
        usage.close();
    }
}
