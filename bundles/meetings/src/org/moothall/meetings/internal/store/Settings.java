package org.moothall.meetings.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

import org.moothall.store.Database;
import org.moothall.store.Sql;

/** Settings of this domain, as text by name. */
public final class Settings {

    private final Database database;

    /** In this store, whose tables are there. */
    public Settings(Database database) {
        this.database = database;
    }

    /** The setting, unless it was never made. */
    public Optional<String> find(String name) {
        return database.read(connection -> Sql.first(connection, row -> row.getString(1), "SELECT content FROM meetings_setting WHERE name = ?", name))
                .filter(content -> !content.isEmpty());
    }

    /** Keeps a setting; empty removes it. On disk when it returns. */
    public void set(String name, String content) {
        database.writeAndWait(connection -> set(connection, name, content));
    }

    static int set(Connection connection, String name, String content) throws SQLException {
        return Sql.update(connection, "INSERT INTO meetings_setting (name, content) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET content = excluded.content",
                name, content);
    }
}
