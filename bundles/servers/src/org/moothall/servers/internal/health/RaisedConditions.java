package org.moothall.servers.internal.health;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.notifications.Condition;
import org.moothall.notifications.Notification;
import org.moothall.notifications.Notifications;

/** The conditions of one bridge that are raised now; only differences are told. Not thread-safe. */
final class RaisedConditions {

    private final Notifications notifications;
    private final Map<String, Condition> raised = new HashMap<>();

    /** Knows what an earlier run of the program left raised about this subject. */
    RaisedConditions(Notifications notifications, String subject) {
        this.notifications = notifications;
        Page<Notification> page = notifications.open(new PageRequest(PageRequest.MAX_LIMIT, null));
        for (Notification each : page.items()) {
            if (subject.equals(each.condition().subject()) && each.condition().key().startsWith("servers.")) {
                raised.put(each.condition().key(), each.condition());
            }
        }
    }

    Set<String> keys() {
        return Set.copyOf(raised.keySet());
    }

    /** Exactly these are the case from now on. */
    void set(List<Condition> wanted) {
        Map<String, Condition> next = new HashMap<>();
        wanted.forEach(condition -> next.put(condition.key(), condition));
        for (String key : keys()) {
            if (!next.containsKey(key)) {
                notifications.clear(key);
                raised.remove(key);
            }
        }
        next.forEach((key, condition) -> {
            if (!condition.equals(raised.put(key, condition))) {
                notifications.raise(condition);
            }
        });
    }
}
