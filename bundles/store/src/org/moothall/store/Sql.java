package org.moothall.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;

/** Statements with parameters in one line each, for work with a {@link Database}. */
public final class Sql {

    private Sql() {}

    /** Makes a value of the current row. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** A value for each row. */
    public static <T> List<T> list(Connection connection, Row<T> each, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement query = prepare(connection, sql, parameters); ResultSet rows = query.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(each.of(rows));
            }
            return all;
        }
    }

    /** A value of the first row, if there is one. */
    public static <T> Optional<T> first(Connection connection, Row<T> each, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement query = prepare(connection, sql, parameters); ResultSet rows = query.executeQuery()) {
            return rows.next() ? Optional.of(each.of(rows)) : Optional.empty();
        }
    }

    /** The number that the query's only row holds. */
    public static long number(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        return first(connection, row -> row.getLong(1), sql, parameters).orElseThrow();
    }

    /**
     * How many rows match, counted no further than {@link Page#of} needs.
     *
     * @param from from {@code from} on, for example {@code from users where role = ?}
     */
    public static long count(Connection connection, String from, @Nullable Object... parameters) throws SQLException {
        return number(connection, "select count(*) from (select 1 as one " + from + " limit " + (Page.EXACT_LIMIT + 1) + ") as counted", parameters);
    }

    /** Runs a statement; how many rows it changed. */
    public static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement update = prepare(connection, sql, parameters)) {
            return update.executeUpdate();
        }
    }

    /** Runs a statement once with each of these rows of parameters. */
    public static void updateEach(Connection connection, String sql, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                bind(update, row);
                update.executeUpdate();
            }
        }
    }

    /** Gives a statement its parameters, in order: texts, numbers, truth values, bytes or null. */
    public static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            bind(statement, parameters);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }
}
