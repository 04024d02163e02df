package org.moothall.servers.ui.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.notifications.Condition;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.ClusterId;
import org.moothall.ui.ConditionLinks;
import org.osgi.service.component.annotations.Component;

/** What to do about the conditions of servers. */
@Component(service = ConditionLinks.class)
public final class ServerLinks implements ConditionLinks {
    private static final String INCOMPLETE = "cluster-incomplete";

    @Override
    public String keyPrefix() {
        return "servers.";
    }

    @Override
    public Optional<Link> subject(Condition condition) {
        return address(condition).map(address -> new Link(Texts.of(what(condition).equals(INCOMPLETE) ? "link.cluster" : "link.bridge"), address));
    }

    @Override
    public List<Link> remedies(Condition condition) {
        return address(condition).stream().flatMap(address -> remedy(condition, address).stream()).toList();
    }

    private static Optional<Link> remedy(Condition condition, String address) {
        @Nullable String cluster = condition.cluster();
        return switch (what(condition)) {
            case "credentials-refused" -> Optional.of(new Link(Texts.of("remedy.credentials"), address + ServerAddresses.EDIT));
            case "certificate", "certificate-expiry" -> Optional.of(new Link(Texts.of("remedy.certificate"), address + ServerAddresses.CERTIFICATE));
            case "not-responding", "bad-answer" -> Optional.of(new Link(Texts.of("remedy.address"), address + ServerAddresses.EDIT));
            case "cdr" -> cluster == null ? Optional.empty()
                    : Optional.of(new Link(Texts.of("remedy.cdr"), ServerAddresses.of(new ClusterId(cluster)) + ServerAddresses.EDIT));
            case INCOMPLETE -> Optional.of(new Link(Texts.of("remedy.rest"), address + ServerAddresses.REST));
            default -> Optional.empty();
        };
    }

    /** {@code clock} of {@code servers.clock:42}. */
    private static String what(Condition condition) {
        String key = condition.key();
        int colon = key.indexOf(':');
        return key.substring("servers.".length(), colon < 0 ? key.length() : colon);
    }

    private static Optional<String> address(Condition condition) {
        @Nullable String id = condition.subject();
        if (id == null) {
            return Optional.empty();
        }
        return Optional.of(what(condition).equals(INCOMPLETE) ? ServerAddresses.of(new ClusterId(id)) : ServerAddresses.of(new CallBridgeId(id)));
    }
}
