package org.moothall.meetings.internal.link;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ProblemException;
import org.moothall.meetings.internal.projection.Projection.Believed;
import org.moothall.meetings.internal.projection.Snapshot;
import org.moothall.meetings.internal.projection.Snapshot.Item;
import org.moothall.servers.spi.ApiElement;
import org.moothall.servers.spi.CallBridgeConnection;
import org.moothall.servers.spi.FailureReason;

/** Reads what is the case on a Call Bridge: three lists, and details of what the lists leave open. @spec wire §1.10, §1.11 */
final class Reconciliation {

    /** The most objects whose details are read at once; the rest with the next read. */
    private static final int MOST_DETAILS = 2_000;

    private final CallBridgeConnection bridge;
    private final Clock clock;

    Reconciliation(CallBridgeConnection bridge, Clock clock) {
        this.bridge = bridge;
        this.clock = clock;
    }

    /**
     * Reads.
     *
     * @param tick of the projection before the read
     * @param known whether details of an object need not be read ({@code calls} or {@code callLegs}, id)
     */
    Snapshot read(long tick, Believed believed, BiPredicate<String, String> known) {
        Instant at = clock.instant();
        ApiElement status = bridge.get("system/status", Map.of());
        List<Item> calls = detailed("calls", known);
        List<Item> legs = detailed("callLegs", known);
        List<Item> participants = bridge.list("participants", Map.of()).stream().map(row -> new Item(row.id(), texts(row))).toList();
        Set<String> gone = new HashSet<>();
        verify("calls", believed.calls(), calls, gone);
        verify("callLegs", believed.legs(), legs, gone);
        verify("participants", believed.participants(), participants, gone);
        return new Snapshot(tick, at, number(status.text("cdrCorrelatorIndex")), restarted(status), calls, participants, legs, gone);
    }

    private List<Item> detailed(String kind, BiPredicate<String, String> known) {
        List<Item> items = new ArrayList<>();
        int details = 0;
        for (ApiElement row : bridge.list(kind, Map.of())) {
            Map<String, String> fields = texts(row);
            if (kind.equals("callLegs")) {
                fields.put("alarms", row.find("alarms").map(alarms -> String.join(" ", alarms.children().stream().map(ApiElement::name).toList())).orElse(""));
            }
            if (!known.test(kind, row.id()) && details++ < MOST_DETAILS) {
                details(kind, row.id(), fields);
            }
            items.add(new Item(row.id(), fields));
        }
        return items;
    }

    /** Not there any more is no failure: it went while we were reading. */
    private void details(String kind, String id, Map<String, String> fields) {
        try {
            ApiElement object = bridge.get(kind + '/' + id, Map.of());
            texts(object).forEach(fields::putIfAbsent);
            object.find("status").ifPresent(status -> {
                texts(status).forEach(fields::putIfAbsent);
                fields.putIfAbsent("deactivated", "false");
            });
        } catch (ProblemException e) {
            if (!FailureReason.isMissing(e.problem())) {
                throw e;
            }
        }
    }

    /** A list may skip a row that moved between pages: only what the bridge denies when asked for it is gone. */
    private void verify(String kind, Set<String> believed, List<Item> found, Set<String> gone) {
        Set<String> absent = new HashSet<>(believed);
        found.forEach(item -> absent.remove(item.id()));
        for (String id : absent) {
            try {
                bridge.get(kind + '/' + id, Map.of());
            } catch (ProblemException e) {
                if (!FailureReason.isMissing(e.problem())) {
                    throw e;
                }
                gone.add(id);
            }
        }
    }

    private static Map<String, String> texts(ApiElement element) {
        Map<String, String> texts = new HashMap<>();
        for (ApiElement child : element.children()) {
            if (child.children().isEmpty()) {
                texts.putIfAbsent(child.name(), child.text());
            }
        }
        return texts;
    }

    private static long number(String text) {
        return text.matches("\\d{1,15}") ? Long.parseLong(text) : -1;
    }

    private static @Nullable Instant restarted(ApiElement status) {
        long uptime = number(status.text("uptimeSeconds"));
        try {
            return uptime < 0 ? null : Instant.parse(status.text("cdrTime")).minusSeconds(uptime);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
