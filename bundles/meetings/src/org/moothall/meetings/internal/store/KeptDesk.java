package org.moothall.meetings.internal.store;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.moothall.store.Database;
import org.moothall.store.Database.Migration;
import org.moothall.store.Sql;

/** What operators share, as text by subject. What was taken away stays as an empty text, so that other servers on this store see it go. */
public final class KeptDesk {

    private static final List<Migration> STEPS = List.of(new Migration(1, """
            CREATE TABLE meetings_desk (
                subject VARCHAR(220) PRIMARY KEY,
                changed BIGINT NOT NULL,
                content TEXT NOT NULL
            );
            CREATE INDEX meetings_desk_by_change ON meetings_desk (changed);
            """));
    private static final String SELECT = "SELECT subject, changed, content FROM meetings_desk ";

    private final Database database;

    /** Brings the table up to date. */
    public KeptDesk(Database database) {
        this.database = database;
        database.migrate("meetings.desk", STEPS);
    }

    /** What is shared about a subject since when, in milliseconds. */
    public record Row(String subject, long changed, String content) {}

    /** The newest, at most this many, newest first. */
    public List<Row> newest(int most) {
        return list(SELECT + "ORDER BY changed DESC LIMIT ?", most);
    }

    /** All that changed since this time. */
    public List<Row> since(long changed) {
        return list(SELECT + "WHERE changed >= ?", changed);
    }

    /** All whose subject begins so. */
    public List<Row> beginning(String prefix) {
        return list(SELECT + "WHERE subject LIKE ?", prefix + '%');
    }

    /** Those about these subjects. */
    public List<Row> of(Collection<String> subjects) {
        return subjects.isEmpty() ? List.of()
                : list(SELECT + "WHERE subject IN (" + String.join(", ", Collections.nCopies(subjects.size(), "?")) + ")", subjects.toArray());
    }

    /** Changes what is shared about a subject, whoever else does at the same time; on disk when it returns. The work gets an empty text for nothing. */
    public Row change(String subject, long now, UnaryOperator<String> work) {
        return database.writeAndWait(connection -> {
            Optional<String> before = Sql.first(connection, row -> row.getString(1), "SELECT content FROM meetings_desk WHERE subject = ?", subject);
            String after = work.apply(before.orElse(""));
            Sql.update(connection, "INSERT INTO meetings_desk (subject, changed, content) VALUES (?, ?, ?) "
                    + "ON CONFLICT (subject) DO UPDATE SET changed = excluded.changed, content = excluded.content", subject, now, after);
            return new Row(subject, now, after);
        });
    }

    private List<Row> list(String sql, Object... values) {
        return database.read(connection -> Sql.list(connection, row -> new Row(row.getString(1), row.getLong(2), row.getString(3)), sql, values));
    }
}
