package org.moothall.headless.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void itIsMadeForTheOwnerAlone() throws IOException {
        Path data = directory.resolve("a/b");
        try (DataDirectory taken = DataDirectory.take(data)) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(taken.directory("tls"))));
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data)));
        }
    }

    @Test
    void whoComesSecondIsTurnedAwayUntilTheFirstIsGone() throws IOException {
        try (DataDirectory first = DataDirectory.take(directory)) {
            assertEquals(ExitCode.DATA_IN_USE, assertThrows(Refusal.class, () -> DataDirectory.take(first.data())).exitCode());
        }
        DataDirectory.take(directory).close();
    }

    @Test
    void aFileInItsPlaceIsRefused() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        Refusal refused = assertThrows(Refusal.class, () -> DataDirectory.take(file));
        assertEquals(ExitCode.DATA_NOT_USABLE, refused.exitCode());
        assertTrue(refused.getMessage().contains("it is a file"), refused.getMessage());
    }

    @Test
    void noPurposeLeavesTheDirectory() throws IOException {
        try (DataDirectory taken = DataDirectory.take(directory)) {
            assertThrows(IllegalArgumentException.class, () -> taken.directory("../x"));
            assertThrows(IllegalArgumentException.class, () -> taken.directory("/etc"));
        }
    }
}
