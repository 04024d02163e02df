package org.moothall.store.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.store.Database.Migration;
import org.moothall.store.StoreProblem;

/** Brings tables up to date and remembers with a checksum what ran. */
final class Migrations {

    private static final String TABLE = """
            create table if not exists store_migrations (
              domain text not null,
              number bigint not null,
              checksum text not null,
              primary key (domain, number))""";

    private final Engine engine;
    private final GroupCommit writer;

    Migrations(Engine engine, GroupCommit writer) {
        this.engine = engine;
        this.writer = writer;
    }

    void run(String domain, List<Migration> steps) {
        checkNumbers(domain, steps);
        Waiting.forResult(writer.submit(connection -> {
            engine.lockMigrations(connection);
            execute(connection, TABLE);
            return checkDone(domain, steps, done(connection, domain));
        }));
        for (Migration step : steps) {
            Waiting.forResult(writer.submit(connection -> runStep(connection, domain, step)));
        }
    }

    private static void checkNumbers(String domain, List<Migration> steps) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).number() != i + 1) {
                throw new IllegalArgumentException("the steps of " + domain + " are not numbered from 1 on");
            }
        }
    }

    private static Boolean checkDone(String domain, List<Migration> steps, Map<Integer, String> done) {
        done.forEach((number, checksum) -> {
            if (number > steps.size()) {
                throw refused(StoreProblem.NEWER, domain, number, "was made by a newer version of this program. Install that version.");
            }
            if (!checksum.equals(checksum(steps.get(number - 1)))) {
                throw refused(StoreProblem.CHANGED_STEP, domain, number, "differs from this program's. Install the version that wrote the store.");
            }
        });
        return true;
    }

    private static ProblemException refused(StoreProblem code, String domain, int number, String what) {
        return Problem.of(code, "Step " + number + " of the tables of " + domain + " " + what).exception();
    }

    private Boolean runStep(Connection connection, String domain, Migration step) throws SQLException {
        engine.lockMigrations(connection);
        if (done(connection, domain).containsKey(step.number())) {
            return false;
        }
        for (String statement : step.sql().split(";[ \\t]*(?:\\r?\\n|$)")) {
            if (!statement.isBlank()) {
                execute(connection, engine.adapt(statement));
            }
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into store_migrations (domain, number, checksum) values (?, ?, ?)")) {
            insert.setString(1, domain);
            insert.setLong(2, step.number());
            insert.setString(3, checksum(step));
            insert.executeUpdate();
        }
        return true;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Map<Integer, String> done(Connection connection, String domain) throws SQLException {
        Map<Integer, String> done = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement("select number, checksum from store_migrations where domain = ?")) {
            query.setString(1, domain);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    done.put((int) rows.getLong(1), rows.getString(2));
                }
            }
        }
        return done;
    }

    /** Over the words, so that only a changed statement counts and not its indentation. */
    static String checksum(Migration step) {
        String words = String.join(" ", Arrays.asList(step.sql().strip().split("\\s+")));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
