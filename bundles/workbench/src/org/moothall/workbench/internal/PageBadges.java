package org.moothall.workbench.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.moothall.ui.PageBadge;
import org.moothall.ui.model.Subscription;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

/** The numbers beside pages, from the badges that are registered; for one session. For the UI thread only. */
final class PageBadges implements AutoCloseable {
    private final IEclipseContext context;
    private final CurrentSession session;
    private final Runnable changed;
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<Subscription> following = new ArrayList<>();

    /** @param changed is told when a number is another one */
    PageBadges(IEclipseContext context, CurrentSession session, Runnable changed) {
        this.context = context;
        this.session = session;
        this.changed = changed;
    }

    /** Begins anew for who is signed in. */
    void begin() {
        close();
        ServiceTracker<PageBadge, PageBadge> tracker = new ServiceTracker<>(FrameworkUtil.getBundle(PageBadges.class).getBundleContext(), PageBadge.class,
                null);
        tracker.open();
        List<PageBadge> badges = List.copyOf(tracker.getTracked().values());
        tracker.close();
        badges.stream().filter(badge -> session.may(badge.permission())).forEach(badge -> following.add(badge.follow(context, count -> tell(badge, count))));
    }

    /** How much waits on this page; 0 for nothing. */
    int of(String page) {
        return counts.getOrDefault(page, 0);
    }

    @Override
    public void close() {
        following.forEach(Subscription::close);
        following.clear();
        counts.clear();
    }

    private void tell(PageBadge badge, int count) {
        if (!Objects.equals(counts.put(badge.page(), count), count)) {
            changed.run();
        }
    }
}
