package org.moothall.security.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.CoreProblem;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.core.Secret;
import org.moothall.security.Caller;
import org.moothall.security.Role;
import org.moothall.security.SecurityProblem;
import org.moothall.security.User;
import org.moothall.security.UserId;
import org.moothall.security.Users;
import org.moothall.security.internal.UserTables.StoredUser;
import org.moothall.store.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The local users in the store. */
@Component
public final class LocalUsers implements Users {

    private final Database database;
    private final PasswordHashes hashes;
    private final Throttle throttle;
    private final Clock clock;

    @Activate
    public LocalUsers(@Reference UserTables tables, @Reference PasswordHashes hashes, @Reference Throttle throttle, @Reference Clock clock) {
        this.database = tables.database();
        this.hashes = hashes;
        this.throttle = throttle;
        this.clock = clock;
    }

    @Override
    public Page<User> list(PageRequest page) {
        String cursor = page.cursor();
        return database.read(connection -> {
            List<User> found = UserTables.after(connection, cursor == null ? "" : cursor, page.limit() + 1);
            boolean more = found.size() > page.limit();
            List<User> shown = more ? found.subList(0, page.limit()) : found;
            String next = more ? UserRules.key(shown.get(shown.size() - 1).name()) : null;
            return new Page<>(shown, UserTables.count(connection), true, next);
        });
    }

    @Override
    public Optional<User> find(UserId id) {
        return database.read(connection -> UserTables.byId(connection, id)).map(StoredUser::user);
    }

    @Override
    public NewUser add(String name, @Nullable Secret password, Role role) {
        String normal = UserRules.name(name);
        Secret chosen = password == null ? Tokens.password() : UserRules.password("password", normal, password);
        User user = new User(new UserId(Tokens.id()), normal, role, password == null, clock.instant().truncatedTo(ChronoUnit.MILLIS), null, 1);
        String hash = hashes.hash(chosen);
        return database.writeAndWait(connection -> {
            UserTables.takeTurn(connection);
            requireFree(connection, normal, null);
            UserTables.insert(connection, user, hash);
            return new NewUser(user, password == null ? chosen : null);
        });
    }

    private static void requireFree(Connection connection, String name, @Nullable UserId but) throws SQLException {
        Optional<StoredUser> other = UserTables.byName(connection, name);
        if (other.isPresent() && (but == null || !but.equals(other.get().user().id()))) {
            throw Problem.of(SecurityProblem.NAME_IN_USE, "There is a user named " + name + " already. Choose another name.").exception();
        }
    }

    @Override
    public User change(UserId id, @Nullable Long version, @Nullable String name, @Nullable Role role) {
        @Nullable String normal = name == null ? null : UserRules.name(name);
        return database.writeAndWait(connection -> {
            UserTables.takeTurn(connection);
            User before = required(connection, id).user();
            if (version != null && version != before.version()) {
                throw Problem.about(id.value(), CoreProblem.CHANGED_MEANWHILE, "Someone changed this user meanwhile. Read it again.").exception();
            }
            User after = changed(before, normal, role);
            requireFree(connection, after.name(), id);
            requireAdministratorBeside(connection, before, after.role());
            UserTables.update(connection, after);
            return after;
        });
    }

    private static User changed(User before, @Nullable String name, @Nullable Role role) {
        return new User(before.id(), name == null ? before.name() : name, role == null ? before.role() : role, before.passwordGenerated(),
                before.createdAt(), before.lastSignInAt(), before.version() + 1);
    }

    private static void requireAdministratorBeside(Connection connection, User user, @Nullable Role becomes) throws SQLException {
        boolean loses = user.role() == Role.ADMINISTRATOR && becomes != Role.ADMINISTRATOR;
        if (loses && UserTables.countAdministrators(connection) == 1) {
            throw Problem.about(user.id().value(), SecurityProblem.LAST_ADMINISTRATOR,
                    user.name() + " is the last administrator. Make someone else an administrator first.").exception();
        }
    }

    private static StoredUser required(Connection connection, UserId id) throws SQLException {
        return UserTables.byId(connection, id).orElseThrow(() -> notFound(id));
    }

    private static ProblemException notFound(UserId id) {
        return Problem.notFound("user", id.value()).exception();
    }

    @Override
    public Secret resetPassword(UserId id) {
        Secret password = Tokens.password();
        replacePassword(id, password, true, null);
        return password;
    }

    private void replacePassword(UserId id, Secret password, boolean generated, @Nullable String keepSession) {
        String hash = hashes.hash(password);
        database.writeAndWait(connection -> {
            if (!UserTables.setPassword(connection, id, hash, generated)) {
                throw notFound(id);
            }
            return UserTables.deleteSessions(connection, id, keepSession);
        });
    }

    @Override
    public void changePassword(Caller caller, Secret old, Secret next) {
        StoredUser user = database.read(connection -> required(connection, caller.user()));
        UserRules.password("new", user.user().name(), next);
        if (throttle.waiting(user.user().name(), caller.source()).isPositive()) {
            throw Throttle.refused();
        }
        if (!hashes.matches(old, user.passwordHash())) {
            throttle.failed(user.user().name(), caller.source());
            throw Problem.of(SecurityProblem.WRONG_CREDENTIALS, "The old password is wrong.").exception();
        }
        replacePassword(caller.user(), next, false, caller.session());
    }

    @Override
    public void remove(UserId id) {
        database.writeAndWait(connection -> {
            UserTables.takeTurn(connection);
            requireAdministratorBeside(connection, required(connection, id).user(), null);
            return UserTables.delete(connection, id);
        });
    }
}
