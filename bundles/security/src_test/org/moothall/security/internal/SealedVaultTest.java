package org.moothall.security.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.moothall.security.internal.SecurityFixture.refused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.Secret;
import org.moothall.security.SecurityProblem;
import org.moothall.store.Sql;
import org.moothall.testkit.ManualClock;

class SealedVaultTest {

    private static final Secret SECRET = Secret.of("pässwörd");

    private final SecurityFixture security;
    private final SealedVault vault;
    private final Path key;

    SealedVaultTest(@TempDir Path directory) {
        security = new SecurityFixture(directory, new ManualClock());
        vault = security.vault();
        key = directory.resolve("vault").resolve("key");
    }

    @AfterEach
    void end() {
        security.close();
    }

    @Test
    void aSecretComesBackAsItWasAlsoAfterARestart() {
        vault.put("a", SECRET);
        assertEquals(Optional.of(SECRET), vault.find("a"));
        assertEquals(Optional.of(SECRET), security.vault().find("a"));
    }

    @Test
    void aNewSecretReplacesTheOldAndARemovedOneIsGone() {
        vault.put("a", Secret.of("old"));
        vault.put("a", SECRET);
        assertEquals(Optional.of(SECRET), vault.find("a"));
        vault.remove("a");
        assertEquals(Optional.empty(), vault.find("a"));
    }

    @Test
    void theStoreHoldsNoPlainTextAndNeverTheSameTwice() {
        vault.put("a", SECRET);
        byte[] first = sealed("a");
        vault.put("a", SECRET);
        byte[] second = sealed("a");
        assertFalse(new String(first, StandardCharsets.ISO_8859_1).contains("ssw"));
        assertNotEquals(java.util.Arrays.hashCode(first), java.util.Arrays.hashCode(second));
    }

    @Test
    void theKeyIsReadableByItsOwnerAlone() throws IOException {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        assertEquals(32, Files.size(key));
    }

    @Test
    void anotherKeyIsRefusedAtTheStart() throws IOException {
        Files.write(key, new byte[32]);
        refused(SecurityProblem.VAULT_LOCKED, security::vault);
    }

    @Test
    void aMissingKeyIsNotReplacedByANewOne() throws IOException {
        byte[] before = Files.readAllBytes(key);
        Files.delete(key);
        refused(SecurityProblem.VAULT_LOCKED, security::vault);
        assertFalse(Files.exists(key));
        Files.write(key, before);
        assertArrayEquals(before, Files.readAllBytes(key));
        assertEquals(Optional.empty(), security.vault().find("a"));
    }

    @Test
    void aTornKeyIsRefused() throws IOException {
        Files.write(key, new byte[16]);
        refused(SecurityProblem.VAULT_LOCKED, security::vault);
    }

    @Test
    void aChangedSecretIsRefused() {
        vault.put("a", SECRET);
        byte[] sealed = sealed("a");
        sealed[sealed.length - 1] ^= 1;
        put("a", sealed);
        refused(SecurityProblem.VAULT_LOCKED, () -> vault.find("a"));
    }

    @Test
    void aSecretUnderAnotherNameIsRefused() {
        vault.put("a", SECRET);
        put("b", sealed("a"));
        refused(SecurityProblem.VAULT_LOCKED, () -> vault.find("b"));
    }

    private byte[] sealed(String name) {
        return security.store.read(c -> Sql.first(c, row -> row.getBytes(1), "select sealed from security_secrets where name = ?", name)).orElseThrow();
    }

    private void put(String name, byte[] sealed) {
        security.store.writeAndWait(c -> Sql.update(c, "delete from security_secrets where name = ?", name)
                + Sql.update(c, "insert into security_secrets (name, sealed) values (?, ?)", name, sealed));
    }
}
