package org.moothall.meetings.internal.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.moothall.store.Stores;
import org.moothall.testkit.PostgresqlServer;

/** The rules on a real PostgreSQL server. */
class PostgresqlMeetingStoreTest extends MeetingStoreRules {

    private static @Nullable PostgresqlServer server;

    PostgresqlMeetingStoreTest() throws SQLException {
        super(opener());
    }

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        server = PostgresqlServer.start();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        PostgresqlServer started = server;
        if (started != null) {
            started.close();
        }
    }

    private static Opener opener() throws SQLException {
        String url = Objects.requireNonNull(server).newDatabase();
        return threads -> Stores.postgresql(url, PostgresqlServer.USER, PostgresqlServer.PASSWORD, threads);
    }
}
