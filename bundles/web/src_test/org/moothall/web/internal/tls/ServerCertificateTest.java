package org.moothall.web.internal.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCertificateTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final char[] PASSWORD = "secret".toCharArray();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theCertificateNamesTheLoopbackAndTheAddressAndIsIssuedByTheAuthority() throws GeneralSecurityException, IOException {
        X509Certificate server = server(NOW, "192.0.2.7");
        List<String> names = server.getSubjectAlternativeNames().stream().map(entry -> String.valueOf(entry.get(1))).toList();
        assertTrue(names.containsAll(List.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "192.0.2.7")), names::toString);
        server.verify(PemFiles.certificates(directory.resolve("ca.pem")).get(0).getPublicKey());
        assertEquals(-1, server.getBasicConstraints());
    }

    @Test
    void asLongAsItIsGoodItIsKept() throws GeneralSecurityException {
        assertEquals(server(NOW, "127.0.0.1"), server(NOW.plus(Duration.ofDays(300)), "127.0.0.1"));
    }

    @Test
    void nearItsEndItIsIssuedAnewByTheSameAuthority() throws GeneralSecurityException, IOException {
        X509Certificate first = server(NOW, "127.0.0.1");
        String authority = Files.readString(directory.resolve("ca.pem"));
        assertNotEquals(first, server(NOW.plus(Duration.ofDays(380)), "127.0.0.1"));
        assertEquals(authority, Files.readString(directory.resolve("ca.pem")));
    }

    @Test
    void aNewAddressIsAddedByANewCertificate() throws GeneralSecurityException {
        assertNotEquals(server(NOW, "127.0.0.1"), server(NOW, "192.0.2.7"));
    }

    @Test
    void damagedFilesAreReplaced() throws GeneralSecurityException, IOException {
        server(NOW, "127.0.0.1");
        Files.writeString(directory.resolve("server.pem"), "nonsense");
        assertTrue(server(NOW, "127.0.0.1").getNotAfter().toInstant().isAfter(NOW));
    }

    @Test
    void keysAreReadableByTheOwnerAlone() throws GeneralSecurityException, IOException {
        server(NOW, "127.0.0.1");
        for (String key : new String[] {"ca.key", "server.key"}) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(key))));
        }
        assertFalse(Files.exists(directory.resolve("server.key.part")));
    }

    private X509Certificate server(Instant now, String address) throws GeneralSecurityException {
        KeyStore store = new ServerCertificate(directory, Clock.fixed(now, ZoneOffset.UTC)).keyStore(address, PASSWORD);
        return (X509Certificate) store.getCertificate("server");
    }
}
