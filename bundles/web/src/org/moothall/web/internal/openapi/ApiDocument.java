package org.moothall.web.internal.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

import org.moothall.core.Instance;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The API document of all resources that are registered, plug-ins' included. Generating it loads a large library, so it is
 * done when somebody asks and kept on disk for the set of bundles that it was made from.
 */
@Component(service = ApiDocument.class)
public final class ApiDocument {

    private static final String RESOURCES = "(osgi.jakartars.resource=true)";

    private final BundleContext context;
    private final Path directory;
    private String key = "";
    private byte[] document = {};

    /** Made by the component runtime. */
    @Activate
    public ApiDocument(BundleContext context, @Reference Instance instance) {
        this.context = context;
        this.directory = instance.directory("openapi");
    }

    /** The document as JSON. */
    synchronized byte[] json() {
        ServiceReference<?>[] resources = resources();
        String now = key(resources);
        if (!now.equals(key)) {
            document = stored(now, resources);
            key = now;
        }
        return document;
    }

    private byte[] stored(String name, ServiceReference<?>[] resources) {
        Path file = directory.resolve(name + ".json");
        try {
            if (Files.exists(file)) {
                return Files.readAllBytes(file);
            }
            byte[] generated = ApiReader.read(classes(resources));
            forgetOthers();
            Path part = file.resolveSibling("part");
            Files.write(part, generated);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return generated;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forgetOthers() throws IOException {
        try (var files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    private Set<Class<?>> classes(ServiceReference<?>[] resources) {
        Set<Class<?>> classes = new LinkedHashSet<>();
        for (ServiceReference<?> reference : resources) {
            Object resource = context.getService(reference);
            if (resource != null) {
                classes.add(resource.getClass());
                context.ungetService(reference);
            }
        }
        return classes;
    }

    private ServiceReference<?>[] resources() {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(null, RESOURCES);
            return found == null ? new ServiceReference<?>[0] : found;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All bundles of ours and all that offer resources count: a record may come from any bundle that a resource uses. */
    private String key(ServiceReference<?>[] resources) {
        Set<String> parts = new TreeSet<>();
        for (Bundle bundle : context.getBundles()) {
            if (String.valueOf(bundle.getSymbolicName()).startsWith("org.moothall.")) {
                parts.add(stamp(bundle));
            }
        }
        Arrays.stream(resources).forEach(reference -> {
            parts.add(stamp(reference.getBundle()));
            parts.add(String.valueOf(reference.getProperty("component.name")));
        });
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String stamp(Bundle bundle) {
        return bundle.getSymbolicName() + " " + bundle.getVersion() + " " + bundle.getLastModified();
    }
}
