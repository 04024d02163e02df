package org.moothall.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;

/** Inputs that a fuzzer found worth keeping, and those that once broke something: {@code tests/fuzz/corpus}. */
public final class FuzzCorpus {

    private static final Path FOLDER = Path.of("tests", "fuzz", "corpus");

    private FuzzCorpus() {}

    /** The inputs for this reader, in the order of their names; there is always one. */
    public static List<Path> of(String reader) {
        for (@Nullable Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve(FOLDER).resolve(reader);
            if (Files.isDirectory(folder)) {
                return listed(folder);
            }
        }
        throw new IllegalStateException("There is no " + FOLDER.resolve(reader) + " here or above.");
    }

    /** The bytes of an input. */
    public static byte[] read(Path input) {
        try {
            return Files.readAllBytes(input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> listed(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> inputs = files.filter(Files::isRegularFile).sorted().toList();
            if (inputs.isEmpty()) {
                throw new IllegalStateException(folder + " is empty.");
            }
            return inputs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
