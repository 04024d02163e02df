package org.moothall.licensing.internal.store;

import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.store.Database;
import org.moothall.store.Sql;

/** Settings of licensing by name. Thread-safe. */
public final class Settings {

    private final Database database;

    /** Brings the tables up to date. */
    public Settings(Database database) {
        this.database = database;
        Tables.migrate(database);
    }

    /** The value, if somebody set it. */
    public Optional<String> find(String name) {
        return database.read(connection -> Sql.first(connection, row -> row.getString(1), "select value from licensing_setting where name = ?", name));
    }

    /** The value, or null when nobody set it. */
    public @Nullable String value(String name) {
        Optional<String> found = find(name);
        return found.isPresent() ? found.get() : null;
    }

    /** Sets it. */
    public void set(String name, String value) {
        database.writeAndWait(connection -> Sql.update(connection,
                "insert into licensing_setting (name, value) values (?, ?) on conflict (name) do update set value = excluded.value", name, value));
    }

    /** Sets it when it is still this; {@code core.changed-meanwhile} otherwise. @param before null when it was not set */
    public void replace(String name, @Nullable String before, String value) {
        database.writeAndWait(connection -> {
            int rows = before == null
                    ? Sql.update(connection, "insert into licensing_setting (name, value) values (?, ?) on conflict (name) do nothing", name, value)
                    : Sql.update(connection, "update licensing_setting set value = ? where name = ? and value = ?", value, name, before);
            if (rows == 0) {
                throw Problem.of(CoreProblem.CHANGED_MEANWHILE, "Somebody else changed it at the same moment. Look at it again and repeat the change.")
                        .exception();
            }
            return rows;
        });
    }
}
