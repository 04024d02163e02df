package org.moothall.webhooks.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.Secret;
import org.moothall.security.Access;
import org.moothall.security.Caller;
import org.moothall.security.Role;
import org.moothall.security.User;
import org.moothall.security.UserId;
import org.moothall.security.Users;

/** Anna, who may do everything until a test says otherwise. Thread-safe. */
final class People implements Users, Access {

    static final UserId ANNA = new UserId("anna");

    private final Map<UserId, User> users = new ConcurrentHashMap<>(Map.of(ANNA, new User(ANNA, "anna", Role.ADMINISTRATOR, false, Instant.EPOCH, null, 1)));
    private final Set<String> hidden = ConcurrentHashMap.newKeySet();

    /** Nobody has this permission any more. */
    void hide(String permission) {
        hidden.add(permission);
    }

    @Override
    public void remove(UserId id) {
        users.remove(id);
    }

    @Override
    public boolean may(Caller caller, String permission, @Nullable String cluster) {
        return !hidden.contains(permission);
    }

    @Override
    public Optional<User> find(UserId id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public Page<User> list(PageRequest page) {
        return Page.all(List.copyOf(users.values()));
    }

    @Override
    public Set<String> granted(Role role) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void require(Caller caller, String permission, @Nullable String cluster) {
        throw new UnsupportedOperationException();
    }

    @Override
    public NewUser add(String name, @Nullable Secret password, Role role) {
        throw new UnsupportedOperationException();
    }

    @Override
    public User change(UserId id, @Nullable Long version, @Nullable String name, @Nullable Role role) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Secret resetPassword(UserId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void changePassword(Caller caller, Secret old, Secret next) {
        throw new UnsupportedOperationException();
    }
}
