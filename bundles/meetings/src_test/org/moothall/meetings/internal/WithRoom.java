package org.moothall.meetings.internal;

import java.nio.file.Path;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test that has a room of its own. */
abstract class WithRoom {

    @TempDir
    private Path directory = Path.of("");
    private @Nullable RoomFixture opened;

    @BeforeEach
    void open() {
        opened = new RoomFixture(directory);
    }

    @AfterEach
    void close() {
        it().close();
    }

    final RoomFixture it() {
        return Objects.requireNonNull(opened);
    }
}
