package org.moothall.meetings.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ProblemException;
import org.moothall.meetings.internal.intake.CdrIntake.Sender;
import org.moothall.meetings.internal.link.BridgeLink;
import org.moothall.meetings.internal.link.FollowedBridge;
import org.moothall.meetings.internal.live.Desk;
import org.moothall.meetings.internal.projection.Gap;
import org.moothall.servers.CallBridge;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.ClusterId;
import org.moothall.servers.LinkState;
import org.moothall.servers.Servers;
import org.moothall.servers.spi.CallBridgeConnection;

/** The links with the bridges that we follow. One thread begins and ends them, any may look one up. */
final class Links implements AutoCloseable {

    private static final int ENDED_AT_ONCE = 32;
    private static final long END_SECONDS = 4;

    private final BridgeLink.Surroundings around;
    private final CdrSecrets secrets;
    private final CdrAddress address;
    private final ExecutorService ends;
    private final Map<String, Followed> links = new ConcurrentHashMap<>();

    /** A bridge that we follow. */
    private record Followed(CallBridge bridge, Desk desk, BridgeLink link) {

        /** Whether the bridge is configured as it was when the link began. */
        boolean upToDate(CallBridge now) {
            return now.version() == bridge.version() && now.cluster().equals(bridge.cluster());
        }
    }

    Links(BridgeLink.Surroundings around, CdrSecrets secrets, CdrAddress address) {
        this.around = around;
        this.secrets = secrets;
        this.address = address;
        ends = around.executors().blocking("meetings-links", ENDED_AT_ONCE);
    }

    boolean follow(CallBridge bridge) {
        return links.containsKey(bridge.id().value());
    }

    void begin(CallBridge bridge, Desk desk) {
        String id = bridge.id().value();
        String path = "/cdr/" + secrets.of(id);
        BridgeLink link = new BridgeLink(new BridgeLink.Subject(bridge.id(), bridge.name(), bridge.cluster().value(), () -> url(bridge, path), path), desk,
                around);
        links.put(id, new Followed(bridge, desk, link));
        link.start();
    }

    private Optional<String> url(CallBridge bridge, String path) {
        return address.effective(Absent.orNull(around.servers().findCluster(bridge.cluster()))).map(host -> "https://" + host + path);
    }

    /**
     * Ends all links but those whose bridge is managed and configured as before, and takes us off the bridges that we leave.
     *
     * @param managed those that we follow, by id
     * @param configured ids of all that there are
     * @param leaving connections of those that are being removed
     */
    void endOthers(Map<String, CallBridge> managed, java.util.Set<String> configured, Map<CallBridgeId, CallBridgeConnection> leaving) {
        List<Followed> left = new ArrayList<>();
        for (Followed followed : List.copyOf(links.values())) {
            String id = followed.bridge().id().value();
            @Nullable CallBridge now = managed.get(id);
            if (now == null) {
                links.remove(id);
                left.add(followed);
            } else if (!followed.upToDate(now)) {
                links.remove(id);
                followed.link().close();
            }
        }
        withdraw(left, leaving);
        left.forEach(followed -> forget(followed, configured.contains(followed.bridge().id().value())));
    }

    private void withdraw(List<Followed> left, Map<CallBridgeId, CallBridgeConnection> leaving) {
        List<Callable<Boolean>> tasks = left.stream().<Callable<Boolean>>map(followed -> () -> {
            CallBridgeId id = followed.bridge().id();
            @Nullable CallBridgeConnection last = leaving.get(id);
            followed.link().withdraw(last == null ? around.connections().connection(id) : last);
            return true;
        }).toList();
        try {
            ends.invokeAll(tasks, END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forget(Followed followed, boolean configured) {
        CallBridgeId id = followed.bridge().id();
        secrets.withdraw(id.value(), !configured);
        if (configured) {
            around.servers().report(id, Servers.Link.CDR, LinkState.OFF, null);
            around.servers().report(id, Servers.Link.EVENTS, LinkState.OFF, null);
        } else {
            followed.desk().tell(p -> p.forget(id.value(), around.clock().instant()));
        }
    }

    /** The bridges have to send their records elsewhere. */
    void addressChanged() {
        links.values().forEach(followed -> followed.link().refresh());
    }

    void gap(Gap gap) {
        @Nullable Followed followed = links.get(gap.bridge());
        if (followed != null) {
            followed.link().gap(gap);
        }
    }

    /** The bridge whose secret path this is, and the desk that folds what it tells. */
    Optional<Sender> sender(String secret) {
        return secrets.bridge(secret).flatMap(bridge -> Optional.ofNullable(links.get(bridge)).map(followed -> new Sender(bridge, followed.desk())));
    }

    /** Ids of the bridges of this cluster, by name. */
    List<String> of(ClusterId cluster) {
        return links.values().stream().map(Followed::bridge).filter(bridge -> bridge.cluster().equals(cluster)).sorted(Comparator.comparing(CallBridge::name))
                .map(bridge -> bridge.id().value()).toList();
    }

    /** All that are followed. */
    List<FollowedBridge> all() {
        return links.values().stream().map(f -> new FollowedBridge(f.bridge().id().value(), f.bridge().name(), f.bridge().cluster(), f.link().reading()))
                .toList();
    }

    /** What the bridge is called, its id where it is not followed. */
    String nameOf(String bridge) {
        @Nullable Followed followed = links.get(bridge);
        return followed == null ? bridge : followed.bridge().name();
    }

    /** The bridge, for what people do; throws {@link ProblemException} when it is not followed. */
    CallBridgeConnection acting(String bridge) {
        @Nullable Followed followed = links.get(bridge);
        return followed == null ? around.connections().connection(new CallBridgeId(bridge)) : followed.link().acting();
    }

    @Override
    public void close() {
        links.values().forEach(followed -> followed.link().close());
        ends.shutdownNow();
    }
}
