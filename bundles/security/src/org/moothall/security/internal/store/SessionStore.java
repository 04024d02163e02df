package org.moothall.security.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import org.moothall.security.User;
import org.moothall.security.internal.store.UserStore.StoredUser;
import org.moothall.store.Database;
import org.moothall.store.Sql;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sessions on disk, each known by the fingerprint of its token. They go with their user. Thread-safe. */
@Component(service = SessionStore.class)
public final class SessionStore {

    private final Database database;

    /** Beside the users. */
    @Activate
    public SessionStore(@Reference UserStore users) {
        this.database = users.database();
    }

    /** A session with its user as the user is now. */
    public record StoredSession(String id, User user, Instant used, Instant expires) {}

    /** What a user may have besides the session that begins. @param idleSince sessions not used since are forgotten */
    public record Bounds(Instant idleSince, int sessions) {}

    /**
     * Begins a session, unless the user was removed or has another password than {@code checked}, and forgets what has expired
     * and the oldest of a user that has too many. Tells whether it began.
     */
    public boolean begin(StoredUser checked, String fingerprint, StoredSession session, String source, Bounds bounds) {
        return database.writeAndWait(connection -> {
            Optional<StoredUser> now = UserStore.find(connection, session.user().id());
            if (now.isEmpty() || !now.get().passwordHash().equals(checked.passwordHash())) {
                return false;
            }
            long at = session.used().toEpochMilli();
            Sql.update(connection, "insert into security_sessions (fingerprint, id, user_id, source, created, used, expires) values (?, ?, ?, ?, ?, ?, ?)",
                    fingerprint, session.id(), session.user().id().value(), source, at, at, session.expires().toEpochMilli());
            Sql.update(connection, "update security_users set last_sign_in = ? where id = ?", at, session.user().id().value());
            tidy(connection, session, bounds);
            return true;
        });
    }

    private static void tidy(Connection connection, StoredSession begun, Bounds bounds) throws SQLException {
        Sql.update(connection, "delete from security_sessions where expires <= ? or used <= ?", begun.used().toEpochMilli(), bounds.idleSince().toEpochMilli());
        String user = begun.user().id().value();
        Sql.update(connection, """
                delete from security_sessions where user_id = ? and fingerprint not in (
                  select fingerprint from security_sessions where user_id = ? order by created desc limit ?)""", user, user, bounds.sessions());
    }

    /** The session of this fingerprint, expired or not. */
    public Optional<StoredSession> find(String fingerprint) {
        return database.read(connection -> Sql.first(connection, row -> new StoredSession(row.getString("session_id"), UserStore.stored(row).user(),
                Instant.ofEpochMilli(row.getLong("used")), Instant.ofEpochMilli(row.getLong("expires"))),
                "select s.id as session_id, s.used, s.expires, " + UserStore.COLUMNS
                        + " from security_sessions s join security_users u on u.id = s.user_id where s.fingerprint = ?",
                fingerprint));
    }

    /** Notes that it was used; does not wait until that is on disk. */
    public void used(String fingerprint, Instant at) {
        database.write(connection -> Sql.update(connection, "update security_sessions set used = ? where fingerprint = ?", at.toEpochMilli(), fingerprint));
    }

    /** Ends it. */
    public void end(String fingerprint) {
        database.writeAndWait(connection -> Sql.update(connection, "delete from security_sessions where fingerprint = ?", fingerprint));
    }
}
