package org.moothall.testkit.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Disks that fail under a server: one of a few megabytes that can really be full (root mounts it), and a library between the server
 * and its files that refuses writes or delays syncs (a C compiler makes it).
 */
public final class SickDisk {

    private SickDisk() {}

    /** A library that makes what {@link #now} says true for the store of a program that preloads it. */
    public record Faults(Path library, Path script) {

        /** For a server that is not started yet. */
        public void under(BuiltServer server) {
            server.environment("LD_PRELOAD", library.toString());
            server.environment("MOOTHALL_FAULTS", script.toString());
        }

        /** {@code readonly}, {@code full}, {@code slow MILLISECONDS}, or {@code well}. */
        public void now(String fault) {
            try {
                Path part = Files.writeString(script.resolveSibling("part"), fault);
                Files.move(part, script, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Makes the library; empty where there is no C compiler. */
    public static Optional<Faults> faults(Path directory) {
        Path library = directory.resolve("disk.so");
        Path source = Path.of(System.getProperty("moothall.root", "")).resolve("tests/testkit/faults/disk.c");
        Faults faults = new Faults(library, directory.resolve("fault"));
        if (!ran("cc", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl")) {
            return Optional.empty();
        }
        faults.now("well");
        return Optional.of(faults);
    }

    /** Mounts a memory disk of so many megabytes here; false where that is not allowed. */
    public static boolean mount(Path directory, int megabytes) {
        return ran("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "moothall-test", directory.toString());
    }

    /** Unmounts it. */
    public static void unmount(Path directory) {
        if (!ran("umount", "-l", directory.toString())) {
            throw new IllegalStateException(directory + " stays mounted");
        }
    }

    /** Mounts it again so that nothing can be written, or so that it can. */
    public static boolean writable(Path directory, boolean writable) {
        return ran("mount", "-o", writable ? "remount,rw" : "remount,ro", directory.toString());
    }

    /** Fills the disk with this file to the last byte. */
    public static void fill(Path ballast) throws IOException {
        ran("dd", "if=/dev/zero", "of=" + ballast, "bs=64k");
        if (!Files.exists(ballast)) {
            throw new IOException(ballast + " could not be written");
        }
    }

    private static boolean ran(String... command) {
        try {
            return new ProcessBuilder(List.of(command)).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
