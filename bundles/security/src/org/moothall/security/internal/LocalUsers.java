package org.moothall.security.internal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.CoreProblem;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.Problem;
import org.moothall.core.Secret;
import org.moothall.security.Caller;
import org.moothall.security.Role;
import org.moothall.security.SecurityProblem;
import org.moothall.security.User;
import org.moothall.security.UserId;
import org.moothall.security.Users;
import org.moothall.security.internal.store.UserStore;
import org.moothall.security.internal.store.UserStore.StoredUser;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The local users in the store. */
@Component
public final class LocalUsers implements Users {

    private final UserStore store;
    private final PasswordHashes hashes;
    private final Throttle throttle;
    private final Clock clock;

    @Activate
    public LocalUsers(@Reference UserStore store, @Reference PasswordHashes hashes, @Reference Throttle throttle, @Reference Clock clock) {
        this.store = store;
        this.hashes = hashes;
        this.throttle = throttle;
        this.clock = clock;
    }

    @Override
    public Page<User> list(PageRequest page) {
        return store.page(page);
    }

    @Override
    public Optional<User> find(UserId id) {
        return store.find(id).map(StoredUser::user);
    }

    @Override
    public NewUser add(String name, @Nullable Secret password, Role role) {
        String normal = UserRules.name(name);
        Secret chosen = password == null ? Tokens.password() : UserRules.password("password", normal, password);
        User user = new User(new UserId(Tokens.id()), normal, role, password == null, clock.instant().truncatedTo(ChronoUnit.MILLIS), null, 1);
        return new NewUser(store.add(user, hashes.hash(chosen)), password == null ? chosen : null);
    }

    @Override
    public User change(UserId id, @Nullable Long version, @Nullable String name, @Nullable Role role) {
        @Nullable String normal = name == null ? null : UserRules.name(name);
        return store.change(id, before -> {
            if (version != null && version != before.version()) {
                throw Problem.about(id.value(), CoreProblem.CHANGED_MEANWHILE, "Someone changed this user meanwhile. Read it again.").exception();
            }
            return changed(before, normal, role);
        });
    }

    private static User changed(User before, @Nullable String name, @Nullable Role role) {
        return new User(before.id(), name == null ? before.name() : name, role == null ? before.role() : role, before.passwordGenerated(),
                before.createdAt(), before.lastSignInAt(), before.version() + 1);
    }

    @Override
    public Secret resetPassword(UserId id) {
        Secret password = Tokens.password();
        store.replacePassword(id, hashes.hash(password), true, null);
        return password;
    }

    @Override
    public void changePassword(Caller caller, Secret old, Secret next) {
        StoredUser user = store.find(caller.user()).orElseThrow(() -> Problem.notFound("user", caller.user().value()).exception());
        UserRules.password("new", user.user().name(), next);
        if (throttle.waiting(user.user().name(), caller.source()).isPositive()) {
            throw Throttle.refused();
        }
        if (!hashes.matches(old, user.passwordHash())) {
            throttle.failed(user.user().name(), caller.source());
            throw Problem.of(SecurityProblem.WRONG_CREDENTIALS, "The old password is wrong.").exception();
        }
        store.replacePassword(caller.user(), hashes.hash(next), false, caller.session());
    }

    @Override
    public void remove(UserId id) {
        store.remove(id);
    }
}
