package org.moothall.meetings.internal.store;

import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;
import org.moothall.store.Stores;

/** The rules on SQLite. */
class SqliteMeetingStoreTest extends MeetingStoreRules {

    SqliteMeetingStoreTest(@TempDir Path directory) {
        super(threads -> Stores.embedded(directory, threads));
    }
}
