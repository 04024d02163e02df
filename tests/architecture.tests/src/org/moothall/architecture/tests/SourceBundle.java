package org.moothall.architecture.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Manifest;

import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;

/**
 * A bundle as it stands in the checkout.
 *
 * @param name its folder, which is how people call it: {@code servers.ui}
 */
record SourceBundle(String name, Path folder, Manifest manifest) {

    static SourceBundle read(Path folder) {
        try (InputStream in = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
            return new SourceBundle(folder.getFileName().toString(), folder, new Manifest(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code META-INF/MANIFEST.MF} with its path, for messages. */
    String manifestPath() {
        return "bundles/" + name + "/META-INF/MANIFEST.MF";
    }

    Optional<String> header(String header) {
        return Optional.ofNullable(manifest.getMainAttributes().getValue(header));
    }

    /** The clauses of a header; none when the header is missing. */
    List<ManifestElement> clauses(String header) {
        try {
            ManifestElement[] parsed = ManifestElement.parseHeader(header, manifest.getMainAttributes().getValue(header));
            return parsed == null ? List.of() : Arrays.asList(parsed);
        } catch (BundleException e) {
            throw new IllegalStateException(manifestPath() + ": " + header + " cannot be read: " + e.getMessage(), e);
        }
    }

    List<ManifestElement> imports() {
        return clauses("Import-Package");
    }

    /** Names of the exported packages. */
    List<String> exports() {
        return clauses("Export-Package").stream().map(ManifestElement::getValue).toList();
    }

    /** Packages that have sources here. */
    Set<String> packages() {
        return packages("src");
    }

    /** Packages that have sources below this folder of it. */
    Set<String> packages(String sourceFolder) {
        Path sources = folder.resolve(sourceFolder);
        Set<String> packages = new TreeSet<>();
        for (Path file : Checkout.files(sources, ".java")) {
            packages.add(sources.relativize(file.getParent()).toString().replace('/', '.'));
        }
        return packages;
    }

    /** The compiled types, without tests. */
    List<TypeFile> types() {
        Path classes = folder.resolve("target/classes");
        List<Path> files = Checkout.files(classes, ".class");
        if (files.isEmpty() && !packages().isEmpty()) {
            throw new IllegalStateException("bundles/" + name + " is not compiled: run releng/mvn verify first.");
        }
        return files.stream().map(file -> TypeFile.read(this, classes, file)).toList();
    }
}
