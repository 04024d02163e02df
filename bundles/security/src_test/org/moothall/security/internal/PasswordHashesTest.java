package org.moothall.security.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.moothall.core.Secret;

class PasswordHashesTest {

    private static final Secret PASSWORD = Secret.of("pässwörd");

    private final PasswordHashes hashes = new PasswordHashes();

    @Test
    void aHashTellsItsParametersAndFitsItsPasswordAlone() {
        String hash = hashes.hash(PASSWORD);
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        assertTrue(hashes.matches(PASSWORD, hash));
        assertFalse(hashes.matches(Secret.of("passw\u00f6rd"), hash));
    }

    @Test
    void theSamePasswordNeverHasTheSameHash() {
        assertNotEquals(hashes.hash(PASSWORD), hashes.hash(PASSWORD));
    }

    @Test
    void aHashWithOtherParametersStillFits() {
        assertTrue(hashes.matches(PASSWORD, new PasswordHashes(64).hash(PASSWORD)));
    }

    @Test
    void nobodyHasNoPasswordNotEvenAnEmptyOne() {
        assertFalse(hashes.matches(PASSWORD, null));
        assertFalse(hashes.matches(Secret.of(""), null));
    }

    @Test
    void theReferenceVectorOfTheStandardCommandFits() {
        // echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -v 13 (the reference implementation's own test)
        assertTrue(hashes.matches(Secret.of("password"),
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"));
    }
}
