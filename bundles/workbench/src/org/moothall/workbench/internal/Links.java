package org.moothall.workbench.internal;

import java.util.List;
import java.util.Optional;
import org.moothall.notifications.Condition;
import org.moothall.ui.ConditionLinks;
import org.moothall.ui.ConditionLinks.Link;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** What plug-ins know to do about conditions. For the UI thread only. */
final class Links implements AutoCloseable {
    private final ServiceTracker<ConditionLinks, ConditionLinks> tracker;

    Links() {
        BundleContext bundle = FrameworkUtil.getBundle(Links.class).getBundleContext();
        tracker = new ServiceTracker<>(bundle, ConditionLinks.class, null);
        tracker.open();
    }

    /** What the condition concerns. */
    Optional<Link> subject(Condition condition) {
        return of(condition).stream().flatMap(links -> links.subject(condition).stream()).findFirst();
    }

    /** What remedies it, best first. */
    List<Link> remedies(Condition condition) {
        return of(condition).stream().flatMap(links -> links.remedies(condition).stream()).toList();
    }

    @Override
    public void close() {
        tracker.close();
    }

    private List<ConditionLinks> of(Condition condition) {
        return tracker.getTracked().values().stream().filter(links -> condition.key().startsWith(links.keyPrefix())).toList();
    }
}
