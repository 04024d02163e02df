package org.moothall.meetings.ui.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.notifications.Condition;
import org.moothall.notifications.Severity;
import org.moothall.ui.ConditionLinks;
import org.osgi.service.component.annotations.Component;

/** What to do about the conditions of the links to Call Bridges that meetings are followed by. */
@Component(service = ConditionLinks.class)
public final class MeetingLinks implements ConditionLinks {
    private static final String BRIDGE = "servers/b/";
    private static final String CLUSTER = "servers/c/";

    @Override
    public String keyPrefix() {
        return "meetings.";
    }

    @Override
    public Optional<Link> subject(Condition condition) {
        return Optional.ofNullable(condition.subject()).map(bridge -> new Link(Texts.of("link.bridge"), BRIDGE + bridge));
    }

    @Override
    public List<Link> remedies(Condition condition) {
        @Nullable String cluster = condition.cluster();
        boolean address = condition.key().startsWith("meetings.receiver:") && condition.severity() == Severity.WARNING;
        return address && cluster != null ? List.of(new Link(Texts.of("link.cdr-address"), CLUSTER + cluster + "/edit")) : List.of();
    }
}
