package org.moothall.security.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.security.Role;
import org.moothall.security.User;
import org.moothall.security.UserId;
import org.moothall.store.Database;
import org.moothall.store.Database.Migration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Users and their sessions on disk. Removing a user removes the sessions with it. */
@Component(service = UserTables.class)
public final class UserTables {

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

    private static final String USER = "u.id, u.name, u.role, u.password, u.generated, u.created, u.last_sign_in, u.version";

    private final Database database;

    @Activate
    public UserTables(@Reference Database database) {
        this.database = database;
        database.migrate("security.users", TABLES);
    }

    /** A user with the hash of the password. */
    record StoredUser(User user, String passwordHash) { }

    /** A session with its user as the user is now. */
    record StoredSession(String id, User user, Instant used, Instant expires) { }

    Database database() {
        return database;
    }

    /** Makes changes of users wait for each other on every instance, so that rules over all users hold. */
    static void takeTurn(Connection connection) throws SQLException {
        Rows.update(connection, "update security_guard set turns = turns + 1 where one = 1");
    }

    static Optional<StoredUser> byId(Connection connection, UserId id) throws SQLException {
        return Rows.first(connection, UserTables::stored, "select " + USER + " from security_users u where u.id = ?", id.value());
    }

    static Optional<StoredUser> byName(Connection connection, String name) throws SQLException {
        return Rows.first(connection, UserTables::stored, "select " + USER + " from security_users u where u.name_key = ?", UserRules.key(name));
    }

    static List<User> after(Connection connection, String nameKey, int limit) throws SQLException {
        return Rows.list(connection, row -> stored(row).user(),
                "select " + USER + " from security_users u where u.name_key > ? order by u.name_key limit ?", nameKey, (long) limit);
    }

    static long count(Connection connection) throws SQLException {
        return Rows.number(connection, "select count(*) from security_users");
    }

    static long countAdministrators(Connection connection) throws SQLException {
        return Rows.number(connection, "select count(*) from security_users where role = ?", Role.ADMINISTRATOR.name());
    }

    static void insert(Connection connection, User user, String passwordHash) throws SQLException {
        Rows.update(connection, """
                insert into security_users (id, name, name_key, role, password, generated, created, version)
                values (?, ?, ?, ?, ?, ?, ?, ?)""", user.id().value(), user.name(), UserRules.key(user.name()), user.role().name(),
                passwordHash, user.passwordGenerated(), user.createdAt().toEpochMilli(), user.version());
    }

    static void update(Connection connection, User user) throws SQLException {
        Rows.update(connection, "update security_users set name = ?, name_key = ?, role = ?, version = ? where id = ?",
                user.name(), UserRules.key(user.name()), user.role().name(), user.version(), user.id().value());
    }

    static boolean setPassword(Connection connection, UserId id, String passwordHash, boolean generated) throws SQLException {
        return Rows.update(connection, "update security_users set password = ?, generated = ? where id = ?", passwordHash, generated,
                id.value()) == 1;
    }

    static int markGenerated(Connection connection, UserId id) throws SQLException {
        return Rows.update(connection, "update security_users set generated = ? where id = ?", true, id.value());
    }

    static void signedIn(Connection connection, UserId id, Instant at) throws SQLException {
        Rows.update(connection, "update security_users set last_sign_in = ? where id = ?", at.toEpochMilli(), id.value());
    }

    static boolean delete(Connection connection, UserId id) throws SQLException {
        return Rows.update(connection, "delete from security_users where id = ?", id.value()) == 1;
    }

    static void insertSession(Connection connection, String fingerprint, StoredSession session, String source) throws SQLException {
        Rows.update(connection, """
                insert into security_sessions (fingerprint, id, user_id, source, created, used, expires) values (?, ?, ?, ?, ?, ?, ?)""",
                fingerprint, session.id(), session.user().id().value(), source, session.used().toEpochMilli(), session.used().toEpochMilli(),
                session.expires().toEpochMilli());
    }

    static Optional<StoredSession> session(Connection connection, String fingerprint) throws SQLException {
        return Rows.first(connection, row -> new StoredSession(row.getString("session_id"), stored(row).user(), instant(row, "used"),
                instant(row, "expires")), "select s.id as session_id, s.used, s.expires, " + USER
                + " from security_sessions s join security_users u on u.id = s.user_id where s.fingerprint = ?", fingerprint);
    }

    static int sessionUsed(Connection connection, String fingerprint, Instant at) throws SQLException {
        return Rows.update(connection, "update security_sessions set used = ? where fingerprint = ?", at.toEpochMilli(), fingerprint);
    }

    static int deleteSession(Connection connection, String fingerprint) throws SQLException {
        return Rows.update(connection, "delete from security_sessions where fingerprint = ?", fingerprint);
    }

    /** Ends the user's sessions but for the one with this id. */
    static int deleteSessions(Connection connection, UserId user, @Nullable String but) throws SQLException {
        return Rows.update(connection, "delete from security_sessions where user_id = ? and id <> ?", user.value(), but == null ? "" : but);
    }

    /** Forgets what has expired, and the oldest of a user that has too many. */
    static void tidySessions(Connection connection, UserId user, Instant now, Instant idleSince, int keep) throws SQLException {
        Rows.update(connection, "delete from security_sessions where expires <= ? or used <= ?", now.toEpochMilli(), idleSince.toEpochMilli());
        Rows.update(connection, """
                delete from security_sessions where user_id = ? and fingerprint not in (
                  select fingerprint from security_sessions where user_id = ? order by created desc limit ?)""",
                user.value(), user.value(), (long) keep);
    }

    private static StoredUser stored(ResultSet row) throws SQLException {
        long signIn = row.getLong("last_sign_in");
        @Nullable Instant lastSignIn = row.wasNull() ? null : Instant.ofEpochMilli(signIn);
        return new StoredUser(new User(new UserId(row.getString("id")), row.getString("name"), Role.valueOf(row.getString("role")),
                row.getBoolean("generated"), instant(row, "created"), lastSignIn, row.getLong("version")), row.getString("password"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }
}
