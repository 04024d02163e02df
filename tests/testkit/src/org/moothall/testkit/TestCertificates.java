package org.moothall.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A self-signed certificate with its key, made by the JDK's keytool, once for all tests of a process. Immutable. */
public final class TestCertificates {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final List<String> VALID = List.of("-validity", "30", "-ext", "SAN=dns:localhost,ip:127.0.0.1,ip:0:0:0:0:0:0:0:1");
    private static final Map<List<String>, TestCertificates> MADE = new ConcurrentHashMap<>();

    private final KeyStore store;

    private TestCertificates(KeyStore store) {
        this.store = store;
    }

    /** Valid now, for localhost and 127.0.0.1. */
    public static TestCertificates valid() {
        return one(VALID);
    }

    /** Valid as the other, but not the same. */
    public static TestCertificates anotherValid() {
        return make(VALID);
    }

    /** Valid now, for names that are not this machine's. */
    public static TestCertificates forOtherNames() {
        return one(List.of("-validity", "30", "-ext", "SAN=dns:alpha.example,dns:beta.example"));
    }

    /** Valid now, with the right common name and no alternative names. */
    public static TestCertificates withCommonNameOnly() {
        return one(List.of("-validity", "30"));
    }

    /** For localhost, expired the day before yesterday. */
    public static TestCertificates expired() {
        return one(List.of("-startdate", "-5d", "-validity", "3", "-ext", "SAN=dns:localhost,ip:127.0.0.1"));
    }

    /** The only one of this process with these further arguments of {@code keytool -genkeypair}: each takes half a second. */
    public static TestCertificates one(List<String> arguments) {
        return MADE.computeIfAbsent(arguments, TestCertificates::make);
    }

    private static TestCertificates make(List<String> arguments) {
        try {
            Path directory = Files.createTempDirectory("moothall-certificate");
            Path file = directory.resolve("store.p12");
            List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                    "-alias", "it", "-keyalg", "EC", "-dname", "CN=localhost", "-storetype", "PKCS12", "-storepass", new String(PASSWORD),
                    "-keystore", file.toString()));
            command.addAll(arguments);
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, PASSWORD);
            }
            Files.delete(file);
            Files.delete(directory);
            return new TestCertificates(store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The certificate in PEM form. */
    public String pem() {
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded()) + "\n-----END CERTIFICATE-----\n";
    }

    /** The certificate's SHA-256 fingerprint, 64 lower-case hexadecimal digits. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Certificate and key. */
    public KeyStore keyStore() {
        return store;
    }

    /** Opens the key. */
    public static String password() {
        return new String(PASSWORD);
    }

    /** For a server that shows this certificate. */
    public SSLContext serverContext() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] encoded() {
        try {
            Certificate certificate = store.getCertificate("it");
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
