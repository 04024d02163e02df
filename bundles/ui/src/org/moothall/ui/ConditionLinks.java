package org.moothall.ui;

import java.util.List;
import java.util.Optional;
import org.moothall.notifications.Condition;

/**
 * What to do about the conditions of a domain: shown as buttons beside its notifications. Register it as an OSGi service
 * (whiteboard). Called on the UI thread for each notification that is shown; must not block.
 */
public interface ConditionLinks {
    /** Beginning of the keys of its conditions: {@code servers.}. */
    String keyPrefix();

    /** What the condition concerns; empty when there is nothing to open. */
    Optional<Link> subject(Condition condition);

    /** What remedies the condition, best first; may be empty. */
    List<Link> remedies(Condition condition);

    /**
     * Something to open.
     *
     * @param label words of the button: {@code Edit lab-node-2…}
     * @param address see {@link Navigation#go}
     */
    record Link(String label, String address) {}
}
