package org.moothall.architecture.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The checkout that the tests look at. */
final class Checkout {

    private Checkout() {}

    /** The directory that holds {@code bundles/} and {@code target-platform/}. */
    static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("target-platform")) && Files.isDirectory(at.resolve("bundles"))) {
                return at;
            }
        }
        throw new IllegalStateException("not started inside a checkout of Moothall");
    }

    /** All bundles below {@code bundles/}, by folder name. */
    static List<SourceBundle> bundles() {
        return children(root().resolve("bundles")).stream()
                .filter(folder -> Files.exists(folder.resolve("META-INF/MANIFEST.MF")))
                .map(SourceBundle::read)
                .toList();
    }

    /** The symbolic names of what lies in the {@code plugins} folder of a built product, for Linux. */
    static List<String> productContent(String product) {
        Path folder = root().resolve("product/target/products/org.moothall." + product + ".product/linux/gtk/x86_64");
        Path plugins = find(folder, path -> path.getFileName().toString().equals("plugins"), 2)
                .orElseThrow(() -> new IllegalStateException("The product " + product + " is not built (" + folder
                        + "): run releng/mvn verify first."));
        return children(plugins).stream()
                .map(file -> file.getFileName().toString().replaceFirst("_\\d+\\..*$", ""))
                .toList();
    }

    /** What lies in this directory. */
    static List<String> names(Path directory) {
        return children(directory).stream().map(file -> file.getFileName().toString()).toList();
    }

    /** Every file below this directory with this ending. */
    static List<Path> files(Path directory, String ending) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(path -> path.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> children(Path directory) {
        try (Stream<Path> list = Files.list(directory)) {
            return list.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> find(Path directory, java.util.function.Predicate<Path> wanted, int depth) {
        if (!Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try (Stream<Path> walk = Files.walk(directory, depth)) {
            return walk.filter(wanted).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
