package org.moothall.servers.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.core.Secret;
import org.moothall.core.Trust;
import org.moothall.net.Https;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.ClusterId;
import org.moothall.servers.DiscoveredCallBridge;
import org.moothall.servers.DiscoveryOutcome;
import org.moothall.servers.NewCallBridge;
import org.moothall.servers.ServersProblem;
import org.moothall.servers.internal.health.BridgeWatch;
import org.moothall.servers.internal.health.Member;
import org.moothall.servers.internal.store.BridgeRow;
import org.moothall.servers.internal.store.ClusterRow;

/** Finds the other members of a cluster and adds them side by side; one that fails holds up nobody. */
public final class Discovery {

    private static final Duration INSPECTION = Duration.ofSeconds(10);

    private final ClusterViews clusters;
    private final Watches watches;
    private final Enrolment enrolment;
    private final Https https;

    Discovery(ClusterViews clusters, Watches watches, Enrolment enrolment, Https https) {
        this.clusters = clusters;
        this.watches = watches;
        this.enrolment = enrolment;
        this.https = https;
    }

    /** Which bridge to add and how; what is null is as with a configured bridge of the cluster. */
    public record Choice(@Nullable String address, @Nullable String guid, @Nullable String user, @Nullable String password, @Nullable Trust trust) {}

    /** What the first bridge that answers names as members. */
    List<DiscoveredCallBridge> discover(ClusterId cluster) {
        clusters.row(cluster);
        ProblemException last = Problem.about(cluster.value(), ServersProblem.REFUSED_BY_BRIDGE, "No Call Bridge of this cluster is configured.").exception();
        for (BridgeWatch watch : watches.of(cluster)) {
            try {
                return watches.probe().membership(watch.link().api()).members().stream().map(member -> discovered(cluster, member)).toList();
            } catch (ProblemException e) {
                last = e;
            }
        }
        throw last;
    }

    private DiscoveredCallBridge discovered(ClusterId cluster, Member member) {
        String address = address(member);
        CallBridgeId configured = null;
        for (BridgeWatch watch : watches.of(cluster)) {
            if (member.guid().equals(watch.row().guid()) || watch.row().address().toString().equals(address)) {
                configured = watch.row().id();
            }
        }
        return new DiscoveredCallBridge(member.guid(), member.name(), address, configured);
    }

    private static String address(Member member) {
        try {
            return Address.parse(member.address()).toString();
        } catch (ProblemException e) {
            return member.address();
        }
    }

    /** All members that are not configured yet, as the configured ones are. */
    public List<DiscoveryOutcome> addRest(ClusterId cluster) {
        return add(cluster, discover(cluster).stream().filter(found -> found.configured() == null)
                .map(found -> new Choice(found.address(), found.guid(), null, null, null)).toList());
    }

    /** These, in this order. */
    public List<DiscoveryOutcome> add(ClusterId cluster, List<Choice> choices) {
        List<DiscoveredCallBridge> known = discover(cluster);
        List<CompletableFuture<DiscoveryOutcome>> running = new ArrayList<>();
        for (Choice choice : choices) {
            running.add(CompletableFuture.supplyAsync(() -> addOne(cluster, choice, known), watches.threads()));
        }
        return running.stream().map(Discovery::outcome).toList();
    }

    private static DiscoveryOutcome outcome(CompletableFuture<DiscoveryOutcome> running) {
        try {
            return running.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private DiscoveryOutcome addOne(ClusterId cluster, Choice choice, List<DiscoveredCallBridge> known) {
        Optional<DiscoveredCallBridge> member = known.stream().filter(k -> k.guid().equals(choice.guid()) || k.address().equals(choice.address())).findFirst();
        String wanted = choice.address();
        String address = wanted != null ? wanted : member.isPresent() ? member.get().address() : "";
        try {
            ClusterRow row = clusters.row(cluster);
            BridgeRow model = watches.of(cluster).stream().map(BridgeWatch::row).findFirst()
                    .orElseThrow(() -> Problem.notFound("Call Bridge of the cluster", cluster.value()).exception());
            String name = member.isPresent() ? member.get().uniqueName() : null;
            NewCallBridge bridge = new NewCallBridge(address, Changes.or(choice.user(), model.user()), password(choice, model), name,
                    trust(choice, model, address), null);
            return DiscoveryOutcome.added(address, enrolment.add(bridge, row));
        } catch (ProblemException e) {
            return DiscoveryOutcome.failed(address, e.problem());
        }
    }

    private Secret password(Choice choice, BridgeRow model) {
        String given = choice.password();
        return given == null ? watches.password(model) : Secret.of(given);
    }

    /** The same authorities; where the model is pinned, what this one shows at first is pinned too: its address came from the model. */
    private Trust trust(Choice choice, BridgeRow model, String address) {
        Trust given = choice.trust();
        if (given != null) {
            return given;
        }
        if (model.trust().mode() == Trust.Mode.CHAIN) {
            return model.trust();
        }
        Address parsed = Address.parse(address);
        return new Trust(Trust.Mode.PINNED, https.inspect(parsed.host(), parsed.port(), INSPECTION).sha256(), null);
    }
}
