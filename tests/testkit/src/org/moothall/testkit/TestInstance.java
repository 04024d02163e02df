package org.moothall.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.moothall.core.Instance;

/** An instance whose state lives in a test's directory. */
public record TestInstance(String name, Path data) implements Instance {

    /** The only instance there is. */
    public TestInstance(Path data) {
        this("test", data);
    }

    @Override
    public Path directory(String purpose) {
        try {
            return Files.createDirectories(data.resolve(purpose));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
