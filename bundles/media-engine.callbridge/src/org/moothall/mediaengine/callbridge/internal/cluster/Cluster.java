package org.moothall.mediaengine.callbridge.internal.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Executors;
import org.moothall.core.json.Json;
import org.moothall.core.ProblemException;
import org.moothall.mediaengine.Call;
import org.moothall.mediaengine.Catalogue;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.ConferenceEvent;
import org.moothall.mediaengine.EndReason;
import org.moothall.mediaengine.Item;
import org.moothall.mediaengine.PeerNews;
import org.moothall.mediaengine.Space;
import org.moothall.mediaengine.callbridge.CallBridgeSettings;
import org.moothall.mediaengine.callbridge.CallBridgeSettings.Member;
import org.moothall.mediaengine.callbridge.internal.api.Alarms;
import org.moothall.mediaengine.callbridge.internal.api.ApiFailure;
import org.moothall.mediaengine.callbridge.internal.api.ParticipantsApi;
import org.moothall.mediaengine.callbridge.internal.licensing.UsageMeter;
import org.moothall.mediaengine.callbridge.internal.listener.PeerDoor;
import org.moothall.net.Https;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.databind.json.JsonMapper;

/** The links to the other bridges of the cluster. Thread-safe. */
public final class Cluster implements PeerDoor, ParticipantsApi.Meetingwide, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final JsonMapper MAPPER = Json.lenient();
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(8);
    private static final byte[] NOTHING = {};

    private final CallBridgeSettings settings;
    private final Conference conference;
    private final Catalogue catalogue;
    private final UsageMeter usage;
    private final Clock clock;
    private final Alarms alarms;
    private final Instant opened;
    private final byte[] secret;
    private final Map<UUID, Heard> heard = new HashMap<>();
    private final Map<UUID, PeerSender> senders = new HashMap<>();
    private final Map<UUID, Supplier<Optional<Cluster>>> neighbours = new ConcurrentHashMap<>();
    private final Executors executors;
    private final List<ExecutorService> threads = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    private record Heard(UUID run, long sequence, Instant at, boolean linked) {}

    /** Links this bridge with the others of its settings, from {@link #start} on. */
    public Cluster(CallBridgeSettings settings, Conference conference, Catalogue catalogue, UsageMeter usage, Clock clock, Https https, Executors executors,
            Alarms alarms) {
        this.settings = settings;
        this.conference = conference;
        this.catalogue = catalogue;
        this.usage = usage;
        this.clock = clock;
        this.alarms = alarms;
        this.opened = clock.instant();
        this.secret = ("Bearer " + settings.clusterSecret().reveal()).getBytes(StandardCharsets.UTF_8);
        this.executors = executors;
        settings.others().forEach(other -> senders.put(other.id(), new PeerSender(() -> line(other, https), new PeerOutbox(settings.self().id(),
                new PeerOutbox.Whole(conference, catalogue, usage)), () -> lost(other.id()))));
    }

    /** Begins to talk. */
    public void start(ScheduledExecutorService scheduler) {
        senders.values().forEach(sender -> {
            ExecutorService thread = executors.endless("cluster", sender::idle);
            threads.add(thread);
            thread.execute(sender);
        });
        scheduler.scheduleWithFixedDelay(this::watch, 1, 1, TimeUnit.SECONDS);
    }

    /** This bridge runs in the same process: it is told without a network between. Before {@link #start}. */
    public void neighbour(UUID bridge, Supplier<Optional<Cluster>> running) {
        neighbours.put(bridge, running);
    }

    private PeerLine line(Member other, Https https) {
        Supplier<Optional<Cluster>> running = neighbours.get(other.id());
        return running == null ? new HttpsLine(settings, other, https) : new NeighbourLine(running);
    }

    /** Tells the others of this event where it concerns them. Quick. */
    public void accept(ConferenceEvent event) {
        if (event instanceof ConferenceEvent.MeetingEnded it) {
            if (it.here()) {
                order(new PeerMessage.Order("end", it.correlator(), Map.of(), List.of(), true));
            }
        } else {
            senders.values().forEach(sender -> sender.outbox().add(event));
        }
    }

    /** A space was written here. Quick. */
    public void accept(Space space) {
        senders.values().forEach(sender -> sender.outbox().add(space));
    }

    /** A snapshot of licence usage was taken here. Quick. */
    public void accept(UsageMeter.Snapshot snapshot) {
        senders.values().forEach(sender -> sender.outbox().add(snapshot));
    }

    /** An object was written here. Quick. */
    public void accept(Item item) {
        senders.values().forEach(sender -> sender.outbox().add(item));
    }

    @Override
    public void change(UUID correlator, Map<String, String> changes, List<UUID> participants, boolean exclude) {
        order(new PeerMessage.Order("change", correlator, changes, participants, exclude));
    }

    @Override
    public void moved(UUID leg) {
        order(new PeerMessage.Order("moved", leg, Map.of(), List.of(leg), false));
    }

    @Override
    public void dial(UUID bridge, ParticipantsApi.Invitation invitation) {
        PeerSender sender = senders.get(bridge);
        if (sender == null) {
            throw ApiFailure.badRequest("callBridgeDoesNotExist");
        }
        synchronized (this) {
            if (Optional.ofNullable(heard.get(bridge)).filter(Heard::linked).isEmpty()) {
                throw ApiFailure.badRequest("callBridgeUnavailable");
            }
        }
        sender.outbox().add(new PeerMessage.Order("dial", invitation.call().correlator(), Map.of(), List.of(), false, invitation));
    }

    @Override
    public @Nullable UUID self() {
        return settings.clustered() ? settings.self().id() : null;
    }

    @Override
    public Optional<PeerDoor.Answer> answer(String authorization, byte[] body) {
        if (!settings.clustered() || !MessageDigest.isEqual(secret, authorization.getBytes(StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        try {
            PeerMessage message = MAPPER.readValue(body, PeerMessage.class);
            return Optional.of(new PeerDoor.Answer(take(message) ? 200 : 409, NOTHING));
        } catch (IOException e) {
            return Optional.of(new PeerDoor.Answer(400, NOTHING));
        }
    }

    @Override
    public void close() {
        closed = true;
        senders.values().forEach(PeerSender::stop);
        threads.forEach(ExecutorService::shutdownNow);
    }

    /** Whether the message could be used; the whole is needed when not. */
    synchronized boolean take(PeerMessage message) {
        UUID bridge = message.news().bridge();
        boolean known = settings.others().stream().anyMatch(other -> other.id().equals(bridge));
        Optional<Heard> before = Optional.ofNullable(heard.get(bridge)).filter(last -> last.run().equals(message.run()) && last.linked());
        if (closed || !known || !message.news().whole() && before.filter(last -> last.sequence() == message.sequence() - 1).isEmpty()) {
            return false;
        }
        heard.put(bridge, new Heard(message.run(), message.sequence(), clock.instant(), true));
        conference.spaces().merge(message.spaces());
        catalogue.merge(message.items());
        message.usage().forEach(usage::heard);
        PeerNews news = message.news();
        if (news.whole() || !news.calls().isEmpty() || !news.legs().isEmpty() || !news.gone().isEmpty()) {
            conference.peer(news);
        }
        message.orders().forEach(this::obey);
        alarms.clear(alarm(bridge));
        return true;
    }

    private void obey(PeerMessage.Order order) {
        switch (order.kind()) {
            case "end" -> conference.endMeeting(order.correlator());
            case "moved" ->
                order.named().stream().filter(leg -> conference.findLeg(leg).isPresent()).forEach(leg -> conference.hangUp(leg, EndReason.CALL_MOVED));
            case "dial" -> call(order.invitation());
            default -> conference.changeMany(order.correlator(), order.changes(), order.named(), order.exclude());
        }
    }

    private void call(ParticipantsApi.@Nullable Invitation invitation) {
        if (invitation == null) {
            return;
        }
        Call there = invitation.call();
        UUID space = there.space();
        try {
            Call here = conference.callsOf(there.correlator()).stream().findFirst().orElseGet(() -> space == null
                    ? conference.openAdHoc(there.name(), there.correlator(), there.settings()) : conference.open(space, there.correlator(), there.settings()));
            conference.dial(invitation.leg(), here.id(), invitation.endpoint(), invitation.settings(), invitation.asks());
        } catch (ProblemException e) {
            LOG.info("call to {} was not made: {}", invitation.endpoint().remoteParty(), e.problem().code().code());
        }
    }

    private synchronized void watch() {
        Instant now = clock.instant();
        for (Member other : settings.others()) {
            Optional<Heard> last = Optional.ofNullable(heard.get(other.id()));
            if (last.isPresent() && silent(other.id(), last.get(), now)) {
                lost(other.id());
            } else if (last.isEmpty() && opened.plus(GRACE).isBefore(now)) {
                raise(other);
            }
        }
    }

    /** A bridge of this process is there as long as it runs: on a busy machine what it has to tell may take its time. */
    private boolean silent(UUID other, Heard last, Instant now) {
        Supplier<Optional<Cluster>> neighbour = neighbours.get(other);
        return neighbour == null ? last.at().plus(SILENCE).isBefore(now) : neighbour.get().isEmpty();
    }

    private synchronized void lost(UUID id) {
        Optional<Heard> last = Optional.ofNullable(heard.get(id)).filter(Heard::linked);
        if (last.isPresent()) {
            heard.put(id, new Heard(last.get().run(), last.get().sequence(), last.get().at(), false));
            conference.peer(PeerNews.lost(id));
            settings.others().stream().filter(other -> other.id().equals(id)).forEach(this::raise);
        }
    }

    private void raise(Member other) {
        alarms.raise(alarm(other.id()), "callBridgeConnectionFailure", Map.of("failureReason", "connectFailure", "callBridge", other.id().toString(),
                "callBridgeName", other.name()));
    }

    private void order(PeerMessage.Order order) {
        senders.values().forEach(sender -> sender.outbox().add(order));
    }

    private static String alarm(UUID bridge) {
        return "bridge-" + bridge;
    }
}
