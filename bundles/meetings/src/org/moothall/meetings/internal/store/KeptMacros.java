package org.moothall.meetings.internal.store;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.core.json.Json;
import org.moothall.meetings.Macro;
import org.moothall.meetings.MacroId;
import org.moothall.store.Database;
import org.moothall.store.Database.Migration;
import org.moothall.store.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Macros on disk. */
public final class KeptMacros {

    private static final List<Migration> STEPS = List.of(new Migration(1, """
            CREATE TABLE meetings_macro (
                id VARCHAR(100) PRIMARY KEY,
                name VARCHAR(200) NOT NULL,
                steps TEXT NOT NULL,
                changed_by VARCHAR(200) NOT NULL,
                changed_at BIGINT NOT NULL,
                version BIGINT NOT NULL
            );
            """));
    private static final String SELECT = "SELECT id, name, steps, changed_by, changed_at, version FROM meetings_macro ";

    private final Database database;
    private final JsonMapper json = Json.lenient();

    /** Brings the table up to date. */
    public KeptMacros(Database database) {
        this.database = database;
        database.migrate("meetings.macros", STEPS);
    }

    /** All, in no order. */
    public List<Macro> all() {
        return database.read(connection -> Sql.list(connection, this::macro, SELECT));
    }

    /** The macro of this id. */
    public Optional<Macro> find(MacroId id) {
        return database.read(connection -> find(connection, id));
    }

    private Optional<Macro> find(Connection connection, MacroId id) throws SQLException {
        return Sql.first(connection, this::macro, SELECT + "WHERE id = ?", id.value());
    }

    /** Adds one, unless there are too many. */
    public Macro add(Macro macro) {
        String steps = write(macro);
        return database.writeAndWait(connection -> {
            if (Sql.number(connection, "SELECT COUNT(*) FROM meetings_macro") >= Macro.MOST) {
                throw Problem.invalid("name", "there are " + Macro.MOST + " macros: remove one that is not needed any more.").exception();
            }
            Sql.update(connection, "INSERT INTO meetings_macro (id, name, steps, changed_by, changed_at, version) VALUES (?, ?, ?, ?, ?, ?)",
                    macro.id().value(),
                    macro.name(), steps, macro.changedBy(), macro.changedAt().toEpochMilli(), macro.version());
            return macro;
        });
    }

    /** Changes one whose version is still this. */
    public Macro change(Macro macro, long version) {
        String steps = write(macro);
        return database.writeAndWait(connection -> {
            int rows = Sql.update(connection, "UPDATE meetings_macro SET name = ?, steps = ?, changed_by = ?, changed_at = ?, version = version + 1 "
                    + "WHERE id = ? AND version = ?", macro.name(), steps, macro.changedBy(), macro.changedAt().toEpochMilli(), macro.id().value(), version);
            if (rows == 0) {
                throw Problem.about(macro.id().value(), CoreProblem.CHANGED_MEANWHILE,
                        "It was changed or removed since you read it. Read it again and repeat the change.").exception();
            }
            return find(connection, macro.id()).orElseThrow();
        });
    }

    /** Forgets it. */
    public void remove(MacroId id) {
        database.writeAndWait(connection -> Sql.update(connection, "DELETE FROM meetings_macro WHERE id = ?", id.value()));
    }

    private Macro macro(ResultSet row) throws SQLException {
        try {
            return new Macro(new MacroId(row.getString(1)), row.getString(2), List.of(json.readValue(row.getString(3), Macro.Step[].class)), row.getString(4),
                    Instant.ofEpochMilli(row.getLong(5)), row.getLong(6));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(Macro macro) {
        try {
            return json.writeValueAsString(macro.steps());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
