package org.moothall.testkit.store;

import java.nio.file.Path;

import org.moothall.store.Store;
import org.moothall.store.Stores;
import org.moothall.testkit.PostgresqlServer;
import org.moothall.testkit.TestExecutors;
import org.opentest4j.TestAbortedException;

/** What a store can run on. */
public enum Engine {
    /** Inside the process. */
    SQLITE {
        @Override
        public EmptyStore empty(Path directory) {
            return threads -> Stores.embedded(directory, threads);
        }
    },
    /** A real server, the same for all tests of a process; where none is installed the test is skipped. */
    POSTGRESQL {
        @Override
        public EmptyStore empty(Path directory) {
            if (!PostgresqlServer.installed()) {
                throw new TestAbortedException("PostgreSQL is not installed");
            }
            String url = PostgresqlServer.shared().newDatabase();
            return threads -> Stores.postgresql(url, PostgresqlServer.USER, PostgresqlServer.PASSWORD, threads);
        }
    };

    /** A new store. @param directory where an engine that keeps files keeps them */
    public abstract EmptyStore empty(Path directory);

    /** A new store, opened; for tests that open it once and move no time on its threads. */
    public Store open(Path directory) {
        return empty(directory).open(new TestExecutors());
    }
}
