package org.moothall.testkit.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A component of a test as a bundle of its own that the built server starts beside its own bundles, as it starts a partner's.
 *
 * @param component public, with a public constructor without parameters; one class and none within it
 * @param service what it is registered as
 * @param reference what it needs: handed to its method {@code bind}
 * @param imports packages that it uses
 */
public record ServerPlugin(Class<?> component, Class<?> service, Class<?> reference, List<String> imports) {

    private static final String XML = "OSGI-INF/component.xml";

    /** Makes the bundle. Returns the flags with which the Java of this program starts it. */
    String flags(Path program, Path work) throws IOException {
        Path bundle = work.resolve(component.getSimpleName() + ".jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(bundle), manifest())) {
            String path = component.getName().replace('.', '/') + ".class";
            try (InputStream code = Objects.requireNonNull(component.getResourceAsStream('/' + path), path)) {
                put(jar, path, code.readAllBytes());
            }
            put(jar, XML, xml().getBytes(StandardCharsets.UTF_8));
        }
        return "-Dorg.eclipse.equinox.simpleconfigurator.exclusiveInstallation=false -Dosgi.bundles=reference:file:" + configurator(program)
                + "@1:start,reference:file:" + bundle + "@4:start";
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", component.getName());
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Import-Package", String.join(",", imports));
        main.putValue("Service-Component", XML);
        return manifest;
    }

    private String xml() {
        return "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.3.0\" name=\"" + component.getName() + "\"><implementation class=\""
                + component.getName() + "\"/><service><provide interface=\"" + service.getName() + "\"/></service><reference name=\"needed\" interface=\""
                + reference.getName() + "\" bind=\"bind\"/></scr:component>";
    }

    private static void put(JarOutputStream jar, String path, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(path));
        jar.write(content);
        jar.closeEntry();
    }

    /** What installs the server's own bundles. */
    private static Path configurator(Path program) throws IOException {
        try (Stream<Path> plugins = Files.list(program.resolve("plugins"))) {
            return plugins.filter(jar -> jar.getFileName().toString().startsWith("org.eclipse.equinox.simpleconfigurator_")).findFirst().orElseThrow();
        }
    }
}
