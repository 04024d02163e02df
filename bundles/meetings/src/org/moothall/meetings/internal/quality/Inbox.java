package org.moothall.meetings.internal.quality;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ChangeEvent;
import org.moothall.core.ChangeEvents;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.meetings.Quality;
import org.moothall.meetings.Quality.By;
import org.moothall.meetings.Quality.Group;
import org.moothall.meetings.Quality.Query;
import org.moothall.meetings.QualityLeg;
import org.moothall.meetings.internal.find.Cursor;
import org.moothall.meetings.internal.find.Order;
import org.moothall.meetings.internal.find.Words;

/** The legs that are bad now, of all bridges; tells when one comes, changes or goes. Thread-safe. */
final class Inbox {

    private static final Order<QualityLeg> ORDER = new Order<>(leg -> Cursor.hex(Words.folded(leg.callBridge())) + '-' + Cursor.hex(subnet(leg)) + '-'
            + Cursor.hex(Words.folded(leg.name())), leg -> leg.callBridge() + '/' + leg.leg(), false);

    private final ChangeEvents events;
    private final Clock clock;
    private final Map<String, Map<String, BadLeg>> byBridge = new ConcurrentHashMap<>();

    Inbox(ChangeEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** These are all the legs of this bridge that are bad, by id; from one thread at a time for each bridge. */
    void show(String bridge, Map<String, BadLeg> bad) {
        Map<String, BadLeg> now = Map.copyOf(bad);
        @Nullable Map<String, BadLeg> known = now.isEmpty() ? byBridge.remove(bridge) : byBridge.put(bridge, now);
        Map<String, BadLeg> before = known == null ? Map.of() : known;
        Instant at = clock.instant();
        now.forEach((id, leg) -> {
            @Nullable BadLeg was = before.get(id);
            if (was == null || !was.alarms().equals(leg.alarms())) {
                tell(Quality.LEG_CHANGED, leg, at);
            }
        });
        before.forEach((id, leg) -> {
            if (!now.containsKey(id)) {
                tell(Quality.LEG_CLEARED, leg, at);
            }
        });
    }

    /** Only these bridges are followed. */
    void keep(Set<String> bridges) {
        byBridge.keySet().stream().filter(bridge -> !bridges.contains(bridge)).toList().forEach(bridge -> show(bridge, Map.of()));
    }

    private void tell(String type, BadLeg leg, Instant at) {
        QualityLeg drawn = leg.drawn(at);
        events.publish(new ChangeEvent(type, drawn.meeting().value(), drawn.cluster().value(), at, Map.of("leg", drawn)));
    }

    Page<QualityLeg> find(Query query, PageRequest page) {
        return ORDER.page(matching(query).toList(), page);
    }

    List<Group> groups(Query query, By by) {
        Map<String, Long> counted = matching(query).collect(Collectors.groupingBy(leg -> by == By.SUBNET ? subnet(leg) : leg.callBridge(), TreeMap::new,
                Collectors.counting()));
        return counted.entrySet().stream().map(group -> new Group(group.getKey(), group.getValue().intValue()))
                .sorted(Comparator.comparingInt(Group::legs).reversed().thenComparing(Group::name)).toList();
    }

    private Stream<QualityLeg> matching(Query query) {
        Set<String> beginnings = Words.ofQuery(query.text());
        Instant at = clock.instant();
        return byBridge.values().stream().map(Map::values).flatMap(Collection::stream).map(leg -> leg.drawn(at)).filter(leg -> wanted(leg, query))
                .filter(leg -> beginnings.isEmpty() || Words.match(Words.of(List.of(leg.name(), leg.address(), leg.meetingName())), beginnings));
    }

    private static boolean wanted(QualityLeg leg, Query query) {
        return is(query.cluster(), leg.cluster().value()) && is(query.callBridge(), leg.callBridge()) && is(query.subnet(), subnet(leg));
    }

    private static boolean is(@Nullable String wanted, String value) {
        return wanted == null || wanted.equals(value);
    }

    private static String subnet(QualityLeg leg) {
        @Nullable String subnet = leg.subnet();
        return subnet == null ? "" : subnet;
    }
}
