package org.moothall.webhooks.internal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.moothall.core.ChangeEvent;
import org.moothall.core.EventType;
import org.moothall.security.Access;
import org.moothall.security.Caller;
import org.moothall.security.UserId;
import org.moothall.security.Users;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Decides which events the owner of a webhook may see, as the owner is at that moment. Thread-safe. */
@Component(service = Audience.class)
public final class Audience {

    private final Users users;
    private final Access access;
    private final Map<String, String> permissionByType = new ConcurrentHashMap<>();

    /** Asks these. */
    @Activate
    public Audience(@Reference Users users, @Reference Access access) {
        this.users = users;
        this.access = access;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(EventType type) {
        permissionByType.put(type.type(), type.permission());
    }

    void remove(EventType type) {
        permissionByType.remove(type.type(), type.permission());
    }

    /** The owner as who asks; empty when this is no user any more. */
    Optional<Caller> owner(UserId id) {
        return users.find(id).map(user -> new Caller(user.id(), user.name(), user.role(), null, "webhook"));
    }

    /** Whether this user may see this event; what nobody declared nobody sees. */
    boolean sees(Caller owner, ChangeEvent event) {
        String permission = permissionByType.get(event.type());
        return permission != null && access.may(owner, permission, event.cluster());
    }
}
