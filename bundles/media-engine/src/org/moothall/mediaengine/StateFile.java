package org.moothall.mediaengine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.core.json.Json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A JSON file that is either the old or the new one, whatever happens while it is written. Thread-safe. */
public final class StateFile<T> {

    private static final JsonMapper MAPPER = Json.lenient();

    private final Path file;
    private final Class<T> type;

    /** Kept in this file, whose directory exists. */
    public StateFile(Path file, Class<T> type) {
        this.file = file;
        this.type = type;
    }

    /** What was written last. Problem: {@code core.internal} when the file is damaged. */
    public synchronized Optional<T> read() {
        try {
            return Files.exists(file) ? Optional.of(MAPPER.readValue(Files.readAllBytes(file), type)) : Optional.empty();
        } catch (JacksonException e) {
            throw new ProblemException(Problem.of(CoreProblem.INTERNAL, "The file " + file + " is damaged. Restore it, or remove it to begin anew."), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes; on the disk when this returns. */
    public synchronized void write(T value) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(MAPPER.writeValueAsBytes(value));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
