package org.moothall.meetings.ui.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.moothall.meetings.QualityLeg;
import org.moothall.ui.model.LiveRows;
import org.moothall.ui.model.Value;

/** What badly connected legs have in common: the Call Bridge, or the subnet of their devices. Confined to the UI thread. */
final class QualityGroups {
    /** What legs are grouped by. */
    enum By {
        BRIDGE(QualityLeg::callBridge),
        SUBNET(leg -> Objects.requireNonNullElse(leg.subnet(), ""));

        private final Function<QualityLeg, String> name;

        By(Function<QualityLeg, String> name) {
            this.name = name;
        }

        String of(QualityLeg leg) {
            return name.apply(leg);
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param name of the Call Bridge or the subnet; empty where none is told @param all whether it is everything */
    record Group(String name, int legs, boolean all) {
        String id() {
            return all ? "all" : "group " + name;
        }
    }

    private final LiveRows<QualityLeg> legs;
    private final LiveRows<Group> rows = new LiveRows<>(Group::id);
    private final Value<By> by = new Value<>(By.BRIDGE);
    private String only = "all";
    private String text = "";

    QualityGroups(LiveRows<QualityLeg> legs) {
        this.legs = legs;
        rows.foremost(Group::all);
        by.onChange(now -> {
            only = "all";
            filter();
            arrange();
        });
        legs.onChange(this::arrange);
    }

    LiveRows<Group> rows() {
        return rows;
    }

    Value<By> by() {
        return by;
    }

    /** Shows the legs of this group only. */
    void choose(Group group) {
        only = group.id();
        filter();
    }

    /** Shows only legs that have words that begin so. */
    void find(String words) {
        text = words.strip().toLowerCase(Locale.ROOT);
        filter();
    }

    private void filter() {
        By now = by.get();
        boolean all = only.equals("all");
        legs.filter(all && text.isEmpty() ? null : leg -> (all || only.equals("group " + now.of(leg))) && says(leg));
    }

    private boolean says(QualityLeg leg) {
        String all = String.join(" ", leg.name(), leg.address(), leg.meetingName(), leg.callBridge(), By.SUBNET.of(leg), leg.reason()).toLowerCase(Locale.ROOT);
        return Stream.of(text.split("\\s+")).allMatch(word -> begins(all, word));
    }

    /** Whether a word begins so, as in the server's lists. */
    private static boolean begins(String all, String word) {
        int at = all.indexOf(word);
        while (at > 0 && Character.isLetterOrDigit(all.charAt(at - 1))) {
            at = all.indexOf(word, at + 1);
        }
        return at >= 0;
    }

    private void arrange() {
        Map<String, Integer> counts = new HashMap<>();
        legs.all().forEach(leg -> counts.merge(by.get().of(leg), 1, Integer::sum));
        List<Group> groups = new ArrayList<>(List.of(new Group("", legs.total(), true)));
        counts.forEach((name, count) -> groups.add(new Group(name, count, false)));
        rows.replaceAll(groups);
    }
}
