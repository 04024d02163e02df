package org.moothall.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

/** Rule 3: each kind of third-party type has its room. */
class TypeUseTest {

    private static final List<String> USER_INTERFACE = List.of("org.eclipse.swt.", "org.eclipse.jface.", "org.eclipse.e4.");
    private static final List<String> HTTP_SERVER = List.of("org.eclipse.jetty.", "org.glassfish.jersey.", "org.eclipse.osgitech.rest.",
            "org.apache.felix.http.");
    private static final List<String> SQL = List.of("java.sql.", "javax.sql.", "org.sqlite.", "org.postgresql.");
    private static final List<String> SSH = List.of("org.apache.sshd.");
    private static final List<String> DIRECTORY = List.of("com.unboundid.", "javax.naming.directory.", "javax.naming.ldap.");
    private static final List<String> HTTP_CLIENT = List.of("java.net.http.", "java.net.HttpURLConnection", "java.net.URLConnection",
            "javax.net.ssl.HttpsURLConnection", "org.eclipse.jetty.client.");

    private final List<TypeFile> types = Checkout.bundles().stream().flatMap(bundle -> bundle.types().stream()).toList();

    @Test
    void thereIsSomethingToLookAt() {
        assertFalse(types.isEmpty(), "no compiled types below bundles/*/target/classes");
    }

    @Test
    void widgetsStayInThePresentationLayer() {
        onlyIn(USER_INTERFACE, type -> Layers.of(type.bundle().name()).orElseThrow().compareTo(Layers.Layer.PRESENTATION) >= 0,
                "widgets belong into ui, a .ui bundle or the workbench");
    }

    @Test
    void httpServersStayInWebAndInTheNodesListener() {
        onlyIn(HTTP_SERVER, in("web", "media-engine.callbridge"), "use Jakarta REST or a whiteboard servlet");
    }

    @Test
    void sqlStaysInTheStoreAndInStorePackages() {
        onlyIn(SQL, type -> type.bundle().name().equals("store") || type.packageName().endsWith(".internal.store"),
                "SQL belongs into the domain's internal.store package");
    }

    @Test
    void sshStaysInNetAndInTheNodesConsole() {
        onlyIn(SSH, in("net", "media-engine.mmp"), "ask net for a session");
    }

    @Test
    void directoriesAreReachedThroughNet() {
        onlyIn(DIRECTORY, in("net"), "ask net");
    }

    @Test
    void httpGoesOutThroughNet() {
        onlyIn(HTTP_CLIENT, in("net"), "use org.moothall.net.Https: one place decides on TLS, time limits and redaction");
    }

    @Test
    void nothingShippedNeedsTheTestKit() {
        onlyIn(List.of("org.moothall.testkit.", "org.junit."), type -> false, "tests live in src_test or below tests/");
    }

    private void onlyIn(List<String> prefixes, Predicate<TypeFile> room, String remedy) {
        List<String> wrong = new ArrayList<>();
        for (TypeFile type : types) {
            if (!room.test(type)) {
                type.mentions().stream().filter(name -> prefixes.stream().anyMatch(name::startsWith)).findFirst()
                        .ifPresent(name -> wrong.add(type.source() + " uses " + name + ": " + remedy));
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static Predicate<TypeFile> in(String... bundles) {
        return type -> List.of(bundles).contains(type.bundle().name());
    }
}
