package org.moothall.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.ProblemException;
import org.moothall.store.Database.Migration;
import org.moothall.store.Store;
import org.moothall.store.StoreProblem;
import org.moothall.store.Stores;

class SqliteStoreTest {

    private final Path directory;

    SqliteStoreTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void whatWasWrittenIsThereAfterReopening() {
        try (Store store = open()) {
            store.migrate("test", List.of(new Migration(1, "create table test_a (id bigint primary key, name text not null)")));
            store.writeAndWait(c -> update(c.createStatement(), "insert into test_a values (1, 'one')"));
        }
        try (Store store = open()) {
            assertEquals("one", text(store, "select name from test_a where id = 1"));
        }
    }

    @Test
    void everyCommitIsSyncedToAWriteAheadLog() {
        try (Store store = open()) {
            assertEquals("wal", text(store, "pragma journal_mode"));
            assertEquals("2", store.writeAndWait(c -> {
                try (ResultSet row = c.createStatement().executeQuery("pragma synchronous")) {
                    row.next();
                    return row.getString(1);
                }
            }));
        }
    }

    @Test
    void aSecondProgramIsRefused() {
        try (Store store = open()) {
            assertFalse(store.shared());
            ProblemException refused = assertThrows(ProblemException.class, this::open);
            assertEquals(StoreProblem.IN_USE, refused.problem().code());
        }
    }

    @Test
    void librariesThatAKilledProgramLeftAreWiped() throws IOException {
        Path left = Files.createDirectories(directory.resolve("native")).resolve("sqlite-left.so");
        Files.writeString(left, "left");
        try (Store store = open()) {
            assertFalse(Files.exists(left));
        }
    }

    private Store open() {
        return Stores.embedded(directory, new VirtualThreads());
    }

    private static int update(Statement statement, String sql) throws java.sql.SQLException {
        try (statement) {
            return statement.executeUpdate(sql);
        }
    }

    private static String text(Store store, String query) {
        return store.read(connection -> {
            try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
                row.next();
                return row.getString(1);
            }
        });
    }
}
