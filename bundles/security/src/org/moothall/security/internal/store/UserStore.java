package org.moothall.security.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.Problem;
import org.moothall.security.Role;
import org.moothall.security.SecurityProblem;
import org.moothall.security.User;
import org.moothall.security.UserId;
import org.moothall.security.internal.UserRules;
import org.moothall.store.Database;
import org.moothall.store.Database.Migration;
import org.moothall.store.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Users on disk. The rules over all users (no name twice, never without an administrator) are checked in the transaction of
 * the change, one change after the other on all instances. Thread-safe.
 */
@Component(service = UserStore.class)
public final class UserStore {

    private static final List<Migration> TABLES = List.of(new Migration(1, """
            create table security_users (
              id text primary key,
              name text not null,
              name_key text not null unique,
              role text not null,
              password text not null,
              generated boolean not null,
              created bigint not null,
              last_sign_in bigint,
              version bigint not null);
            create table security_sessions (
              fingerprint text primary key,
              id text not null,
              user_id text not null references security_users (id) on delete cascade,
              source text not null,
              created bigint not null,
              used bigint not null,
              expires bigint not null);
            create index security_sessions_user on security_sessions (user_id);
            create table security_guard (
              one bigint primary key,
              turns bigint not null);
            insert into security_guard (one, turns) values (1, 0);"""));

    static final String COLUMNS = "u.id, u.name, u.role, u.password, u.generated, u.created, u.last_sign_in, u.version";
    private static final String SELECT = "select " + COLUMNS + " from security_users u ";

    private final Database database;

    /** Brings the tables up to date, those of the sessions too. */
    @Activate
    public UserStore(@Reference Database database) {
        this.database = database;
        database.migrate("security.users", TABLES);
    }

    /** A user with the hash of the password. */
    public record StoredUser(User user, String passwordHash) {}

    Database database() {
        return database;
    }

    /** Users by name; the cursor is the key of the last one before. */
    public Page<User> page(PageRequest page) {
        String cursor = page.cursor();
        return database.read(connection -> {
            List<User> found = Sql.list(connection, row -> stored(row).user(), SELECT + "where u.name_key > ? order by u.name_key limit ?",
                    cursor == null ? "" : cursor, page.limit() + 1);
            boolean more = found.size() > page.limit();
            List<User> shown = more ? found.subList(0, page.limit()) : found;
            String next = more ? UserRules.key(shown.getLast().name()) : null;
            return Page.of(shown, Sql.count(connection, "from security_users"), next);
        });
    }

    /** The user of this id. */
    public Optional<StoredUser> find(UserId id) {
        return database.read(connection -> find(connection, id));
    }

    /** The user of this name, however it is written. */
    public Optional<StoredUser> findByName(String name) {
        return database.read(connection -> findByName(connection, name));
    }

    /** Adds a user; {@code security.name-in-use}. */
    public User add(User user, String passwordHash) {
        return database.writeAndWait(connection -> {
            takeTurn(connection);
            requireFree(connection, user);
            Sql.update(connection, """
                    insert into security_users (id, name, name_key, role, password, generated, created, version)
                    values (?, ?, ?, ?, ?, ?, ?, ?)""", user.id().value(), user.name(), UserRules.key(user.name()), user.role().name(),
                    passwordHash, user.passwordGenerated(), user.createdAt().toEpochMilli(), user.version());
            return user;
        });
    }

    /** Keeps name, role and version that {@code change} makes of the user as it is. */
    public User change(UserId id, UnaryOperator<User> change) {
        return database.writeAndWait(connection -> {
            takeTurn(connection);
            User before = required(connection, id);
            User after = change.apply(before);
            requireFree(connection, after);
            requireAdministratorBeside(connection, before, after.role());
            Sql.update(connection, "update security_users set name = ?, name_key = ?, role = ?, version = ? where id = ?",
                    after.name(), UserRules.key(after.name()), after.role().name(), after.version(), id.value());
            return after;
        });
    }

    /** Keeps another password and ends the user's sessions but for this one. */
    public void replacePassword(UserId id, String hash, boolean generated, @Nullable String keepSession) {
        database.writeAndWait(connection -> {
            int rows = Sql.update(connection, "update security_users set password = ?, generated = ? where id = ?", hash, generated, id.value());
            if (rows == 0) {
                throw Problem.notFound("user", id.value()).exception();
            }
            return Sql.update(connection, "delete from security_sessions where user_id = ? and id <> ?", id.value(), keepSession == null ? "" : keepSession);
        });
    }

    /** The user did not choose the password. */
    public void markGenerated(UserId id) {
        database.writeAndWait(connection -> Sql.update(connection, "update security_users set generated = ? where id = ?", true, id.value()));
    }

    /** Removes a user and the user's sessions; {@code security.last-administrator}. */
    public void remove(UserId id) {
        database.writeAndWait(connection -> {
            takeTurn(connection);
            requireAdministratorBeside(connection, required(connection, id), null);
            return Sql.update(connection, "delete from security_users where id = ?", id.value());
        });
    }

    /** Makes changes of users wait for each other on every instance, so that rules over all users hold. */
    private static void takeTurn(Connection connection) throws SQLException {
        Sql.update(connection, "update security_guard set turns = turns + 1 where one = 1");
    }

    private static void requireFree(Connection connection, User user) throws SQLException {
        Optional<StoredUser> other = findByName(connection, user.name());
        if (other.isPresent() && !other.get().user().id().equals(user.id())) {
            throw Problem.of(SecurityProblem.NAME_IN_USE, "There is a user named " + user.name() + " already. Choose another name.").exception();
        }
    }

    private static void requireAdministratorBeside(Connection connection, User user, @Nullable Role becomes) throws SQLException {
        boolean loses = user.role() == Role.ADMINISTRATOR && becomes != Role.ADMINISTRATOR;
        if (loses && Sql.number(connection, "select count(*) from security_users where role = ?", Role.ADMINISTRATOR.name()) == 1) {
            throw Problem.about(user.id().value(), SecurityProblem.LAST_ADMINISTRATOR,
                    user.name() + " is the last administrator. Make someone else an administrator first.").exception();
        }
    }

    private static User required(Connection connection, UserId id) throws SQLException {
        return find(connection, id).orElseThrow(() -> Problem.notFound("user", id.value()).exception()).user();
    }

    static Optional<StoredUser> find(Connection connection, UserId id) throws SQLException {
        return Sql.first(connection, UserStore::stored, SELECT + "where u.id = ?", id.value());
    }

    private static Optional<StoredUser> findByName(Connection connection, String name) throws SQLException {
        return Sql.first(connection, UserStore::stored, SELECT + "where u.name_key = ?", UserRules.key(name));
    }

    /** The user in this row, which has {@link #COLUMNS}. */
    static StoredUser stored(ResultSet row) throws SQLException {
        long signIn = row.getLong("last_sign_in");
        @Nullable Instant lastSignIn = row.wasNull() ? null : Instant.ofEpochMilli(signIn);
        return new StoredUser(new User(new UserId(row.getString("id")), row.getString("name"), Role.valueOf(row.getString("role")),
                row.getBoolean("generated"), Instant.ofEpochMilli(row.getLong("created")), lastSignIn, row.getLong("version")), row.getString("password"));
    }
}
