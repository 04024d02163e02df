package org.moothall.webhooks.internal;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.moothall.core.Problem;

/** Which events a webhook asked for. */
record Filter(List<String> wanted) {

    private static final int MOST = 100;
    private static final String ALL = "*";

    /** Checked: types, {@code <domain>.*} or {@code *}; each once, in order. */
    static List<String> checked(List<String> wanted) {
        Set<String> each = new TreeSet<>();
        for (String type : wanted) {
            String bare = type.strip();
            if (!bare.matches("\\*|[a-z][a-z0-9-]{0,60}\\.(\\*|[a-z][a-z0-9-]{0,100})")) {
                throw Problem.invalid("eventTypes", "must be types of events, like meetings.meeting-changed, meetings.* for all of a domain, or * for all.")
                        .exception();
            }
            each.add(bare);
        }
        if (each.isEmpty() || each.size() > MOST) {
            throw Problem.invalid("eventTypes", "must name 1 to " + MOST + " types.").exception();
        }
        return List.copyOf(each);
    }

    boolean wants(String type) {
        int dot = type.indexOf('.');
        return wanted.contains(type) || wanted.contains(ALL) || dot > 0 && wanted.contains(type.substring(0, dot) + ".*");
    }
}
