package org.moothall.mediaengine.callbridge.internal.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.moothall.core.DataSize;
import org.moothall.core.ProblemException;
import org.moothall.core.TrustPolicy;
import org.moothall.core.json.Json;
import org.moothall.mediaengine.Call;
import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.Catalogue;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.Item;
import org.moothall.mediaengine.Space;
import org.moothall.mediaengine.callbridge.CallBridgeSettings;
import org.moothall.mediaengine.callbridge.CallBridgeSettings.Member;
import org.moothall.net.Https;
import org.moothall.net.HttpsPeer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Keeps one other bridge informed: at once when something changes, otherwise once a second. Runs on a thread of its own. */
final class PeerSender implements Runnable {

    private static final JsonMapper MAPPER = Json.lenient();
    private static final long HEARTBEAT_MILLIS = 1_000;
    private static final long GATHER_MILLIS = 40;
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final CallBridgeSettings settings;
    private final Member peer;
    private final Conference conference;
    private final Catalogue catalogue;
    private final Https https;
    private final Runnable lost;
    private final UUID run = UUID.randomUUID();
    private final List<PeerMessage.Order> orders = new ArrayList<>();
    private Map<UUID, Call> toldCalls = new HashMap<>();
    private Map<UUID, CallLeg> toldLegs = new HashMap<>();
    private Map<UUID, Space> toldSpaces = new HashMap<>();
    private Map<UUID, Item> toldItems = new HashMap<>();
    private boolean whole = true;
    private long sequence;
    private boolean changed;
    private boolean stopped;

    PeerSender(CallBridgeSettings settings, Member peer, Conference conference, Catalogue catalogue, Https https, Runnable lost) {
        this.settings = settings;
        this.peer = peer;
        this.conference = conference;
        this.catalogue = catalogue;
        this.https = https;
        this.lost = lost;
    }

    synchronized void changed() {
        changed = true;
        notifyAll();
    }

    synchronized void order(PeerMessage.Order order) {
        orders.add(order);
        changed();
    }

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    @Override
    public void run() {
        TrustPolicy trust = new TrustPolicy.Chain(settings.clusterAuthorities());
        try (HttpsPeer connection = https.peer(new Https.PeerSettings(peer.address(), null, trust, TIMEOUT, DataSize.ofMebibytes(1), 1))) {
            while (awaitWork()) {
                tell(connection);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean awaitWork() throws InterruptedException {
        pauseUntil(() -> changed || stopped, HEARTBEAT_MILLIS);
        pauseUntil(() -> stopped, GATHER_MILLIS);
        changed = false;
        return !stopped;
    }

    private synchronized void pauseUntil(BooleanSupplier enough, long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = millis; left > 0 && !enough.getAsBoolean(); left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
            wait(left);
        }
    }

    private void tell(HttpsPeer connection) throws InterruptedException {
        Map<UUID, Call> calls = byId(conference.calls(), Call::id);
        Map<UUID, CallLeg> legs = byId(conference.legs(), CallLeg::id);
        Map<UUID, Space> spaces = byId(conference.spaces().all(), Space::id);
        Map<UUID, Item> items = byId(catalogue.all(), Item::id);
        List<PeerMessage.Order> going = orders();
        PeerMessage message = new PeerMessage(settings.self().id(), run, ++sequence, whole, news(toldCalls, calls), news(toldLegs, legs), gone(calls, legs),
                news(toldSpaces, spaces), news(toldItems, items), going);
        if (deliver(connection, message)) {
            toldCalls = calls;
            toldLegs = legs;
            toldSpaces = spaces;
            toldItems = items;
            whole = false;
            delivered(going);
        } else {
            forget();
            Thread.sleep(HEARTBEAT_MILLIS / 2);
        }
    }

    private boolean deliver(HttpsPeer connection, PeerMessage message) {
        try {
            Map<String, String> headers = Map.of("Content-Type", "application/json", "Authorization", "Bearer " + settings.clusterSecret().reveal());
            return connection.send(new HttpsPeer.Request("POST", "/cluster/v1/state", headers, MAPPER.writeValueAsBytes(message))).status() == 200;
        } catch (ProblemException e) {
            lost.run();
            return false;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void forget() {
        whole = true;
        toldCalls = new HashMap<>();
        toldLegs = new HashMap<>();
        toldSpaces = new HashMap<>();
        toldItems = new HashMap<>();
    }

    private List<UUID> gone(Map<UUID, Call> calls, Map<UUID, CallLeg> legs) {
        List<UUID> gone = new ArrayList<>();
        toldCalls.keySet().stream().filter(id -> !calls.containsKey(id)).forEach(gone::add);
        toldLegs.keySet().stream().filter(id -> !legs.containsKey(id)).forEach(gone::add);
        return gone;
    }

    private synchronized List<PeerMessage.Order> orders() {
        return List.copyOf(orders);
    }

    private synchronized void delivered(List<PeerMessage.Order> done) {
        orders.removeAll(done);
    }

    private static <T> List<T> news(Map<UUID, T> told, Map<UUID, T> now) {
        return now.entrySet().stream().filter(entry -> !entry.getValue().equals(told.get(entry.getKey()))).map(Map.Entry::getValue).toList();
    }

    private static <T> Map<UUID, T> byId(List<T> values, Function<T, UUID> id) {
        return values.stream().collect(Collectors.toMap(id, Function.identity()));
    }
}
