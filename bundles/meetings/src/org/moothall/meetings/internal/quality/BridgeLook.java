package org.moothall.meetings.internal.quality;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ProblemException;
import org.moothall.meetings.Quality.Thresholds;
import org.moothall.meetings.QualityLeg.Alarm;
import org.moothall.meetings.internal.link.FollowedBridge;
import org.moothall.meetings.internal.link.FollowedBridges;
import org.moothall.meetings.internal.projection.LegFacts.Owner;
import org.moothall.meetings.internal.projection.Projection;
import org.moothall.meetings.internal.statistics.Streams;
import org.moothall.servers.spi.ApiElement;
import org.moothall.servers.spi.FailureReason;

/**
 * Looks at one bridge now and then: one list of the legs that it marks with an alarm, and details of those only. Used by one
 * thread at a time. @spec wire §1.11
 */
final class BridgeLook {

    /** The most legs whose details are read in a look, those first that waited longest; the others stay as they were found. */
    static final int MOST_DETAILS = 200;
    private static final long ANSWER_SECONDS = 30;

    private final FollowedBridges bridges;
    private final Map<String, Seen> seen = new HashMap<>();

    BridgeLook(FollowedBridges bridges) {
        this.bridges = bridges;
    }

    /** A listed leg. @param alarms in the bridge's words */
    private record Seen(String alarms, Finding finding, Instant at) {
        Seen marked(String now) {
            return new Seen(now, finding, at);
        }
    }

    /** The legs that are bad now, by id. Problems when the bridge cannot be read. */
    Map<String, BadLeg> look(FollowedBridge bridge, Thresholds limits, Instant now) {
        Map<String, String> listed = bridge.reading().list("callLegs", Map.of("alarms", "all")).stream()
                .collect(Collectors.toMap(ApiElement::id, BridgeLook::alarms, (one, other) -> one));
        tell(bridge, listed);
        seen.keySet().retainAll(listed.keySet());
        listed.forEach((id, words) -> seen.merge(id, new Seen(words, Finding.NONE, Instant.MIN), (before, fresh) -> before.marked(words)));
        List<String> next = seen.entrySet().stream().sorted(Comparator.comparing(entry -> entry.getValue().at())).limit(MOST_DETAILS).map(Map.Entry::getKey)
                .toList();
        next.forEach(id -> read(bridge, id, limits, now));
        return bad(bridge, limits, now);
    }

    /** Nothing is known of its legs any more: what was bad may have been well meanwhile. */
    void forget() {
        seen.clear();
    }

    /** The quality of everybody is shown at once, not only with the next reconciliation. */
    private void tell(FollowedBridge bridge, Map<String, String> listed) {
        Map<String, String> changed = new HashMap<>();
        listed.forEach((id, words) -> {
            @Nullable Seen known = seen.get(id);
            if (known == null || !known.alarms().equals(words)) {
                changed.put(id, words);
            }
        });
        seen.keySet().stream().filter(id -> !listed.containsKey(id)).forEach(id -> changed.put(id, ""));
        if (!changed.isEmpty()) {
            ask(bridge, projection -> {
                projection.legs().alarms(bridge.id(), changed);
                return true;
            });
        }
    }

    /** Not there any more is no failure: it went while we were reading. */
    private void read(FollowedBridge bridge, String id, Thresholds limits, Instant now) {
        try {
            ApiElement leg = bridge.reading().get("callLegs/" + id, Map.of());
            seen.computeIfPresent(id, (key, known) -> new Seen(known.alarms(), known.finding().next(Streams.of(leg), limits, now), now));
        } catch (ProblemException e) {
            if (!FailureReason.isMissing(e.problem())) {
                throw e;
            }
            seen.remove(id);
        }
    }

    private Map<String, BadLeg> bad(FollowedBridge bridge, Thresholds limits, Instant now) {
        Map<String, List<Alarm>> alarms = new HashMap<>();
        seen.forEach((id, leg) -> alarms.put(id, leg.finding().alarms(limits, now)));
        alarms.values().removeIf(List::isEmpty);
        if (alarms.isEmpty()) {
            return Map.of();
        }
        Map<String, Owner> owners = ask(bridge, projection -> projection.legs().owners(bridge.id(), alarms.keySet()));
        Map<String, BadLeg> bad = new HashMap<>();
        owners.forEach((id, owner) -> {
            @Nullable Seen leg = seen.get(id);
            if (leg != null) {
                bad.put(id, new BadLeg(id, owner, leg.finding(), alarms.getOrDefault(id, List.of())));
            }
        });
        return bad;
    }

    private <T> T ask(FollowedBridge bridge, Function<Projection, T> question) {
        CompletableFuture<T> answer = bridges.ask(bridge.cluster(), question);
        return answer.orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).join();
    }

    private static String alarms(ApiElement leg) {
        return leg.find("alarms").map(alarms -> alarms.children().stream().map(ApiElement::name).sorted().collect(Collectors.joining(" "))).orElse("");
    }
}
