package org.moothall.peers.tests;

import java.nio.file.Path;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.store.Stores;

/** The rules on SQLite. */
class SqliteStoreTest {

    @Nested
    class Database extends StoreRules {
        Database(@TempDir Path directory) {
            super(threads -> Stores.embedded(directory, threads));
        }
    }

    @Nested
    class Journal extends JournalRules {
        Journal(@TempDir Path directory) {
            super(threads -> Stores.embedded(directory, threads));
        }
    }

    @Nested
    class Leases extends LeaseRules {
        Leases(@TempDir Path directory) {
            super(threads -> Stores.embedded(directory, threads));
        }
    }
}
