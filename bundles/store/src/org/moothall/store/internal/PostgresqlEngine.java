package org.moothall.store.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;

import org.moothall.core.Problem;
import org.moothall.core.Secret;
import org.moothall.store.StoreProblem;

/** A PostgreSQL server that several instances may share. */
public final class PostgresqlEngine implements Engine {

    private static final int READERS = 8;
    private static final int VALID_SECONDS = 5;
    private static final long MIGRATION_LOCK = 0x4D6F6F7468616C6CL; // "Moothall"
    /** Beginnings of states: lost connection, read-only, no space or memory, shutting down, disk errors, damaged data. */
    private static final Set<String> UNABLE = Set.of("08", "25006", "53", "57P", "58", "XX001", "XX002");
    private static final Set<String> REPEAT = Set.of("40001", "40P01");

    private final String url;
    private final String user;
    private final Secret password;

    public PostgresqlEngine(String url, String user, Secret password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public void prepare() {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw Problem.of(StoreProblem.SETTINGS, "url: must begin with jdbc:postgresql:").exception();
        }
    }

    @Override
    public Connection openWriter() throws SQLException {
        Connection connection = open();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = on");
        }
        return connection;
    }

    @Override
    public Connection openReader() throws SQLException {
        Connection connection = open();
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    private Connection open() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("user", user);
        settings.setProperty("password", password.reveal());
        settings.setProperty("ApplicationName", "moothall");
        settings.setProperty("connectTimeout", "10");
        settings.setProperty("socketTimeout", "60");
        settings.setProperty("tcpKeepAlive", "true");
        settings.setProperty("reWriteBatchedInserts", "true");
        Connection connection = new org.postgresql.Driver().connect(url, settings);
        if (connection == null) {
            throw new SQLException("The address " + url + " is not one of PostgreSQL.");
        }
        return connection;
    }

    /** It looks after its log itself. */
    @Override
    public boolean logs() {
        return false;
    }

    @Override
    public int checkpoint(Connection connection) {
        return 0;
    }

    @Override
    public int readers() {
        return READERS;
    }

    @Override
    public boolean shared() {
        return true;
    }

    /** Rows beside their keys are the only kind that it has. */
    @Override
    public String adapt(String statement) {
        return statement.replaceAll("(?i)\\)\\s*without rowid\\s*$", ")");
    }

    @Override
    public void lockMigrations(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + MIGRATION_LOCK + ")");
        }
    }

    @Override
    public boolean worthRepeating(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && REPEAT.contains(state);
    }

    @Override
    public boolean unableToWrite(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && UNABLE.stream().anyMatch(state::startsWith);
    }

    @Override
    public boolean usable(Connection connection) {
        try {
            return connection.isValid(VALID_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        // the server is not ours
    }
}
