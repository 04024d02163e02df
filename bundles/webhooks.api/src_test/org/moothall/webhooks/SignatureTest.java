package org.moothall.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.moothall.core.Secret;

class SignatureTest {

    private static final Secret SECRET = Secret.of("0123456789abcdef");
    private static final Instant AT = Instant.ofEpochSecond(1_767_225_600);
    private static final byte[] BODY = "{\"events\":[]}".getBytes(StandardCharsets.UTF_8);

    @Test
    void itIsWhatThePartnerGuideSays() {
        // printf '%s' '1767225600.{"events":[]}' | openssl dgst -sha256 -hmac 0123456789abcdef
        assertEquals("v1=1ce74484e77604f38424c6be3cab7d430e414c7584c9953b5aeb906bc3db8950", Signature.of(SECRET, AT, BODY));
    }

    @Test
    void whatWasSignedFitsForFiveMinutes() {
        String signature = Signature.of(SECRET, AT, BODY);
        assertTrue(Signature.fits(SECRET, "1767225600", signature, BODY, AT.plus(Duration.ofMinutes(5))));
        assertFalse(Signature.fits(SECRET, "1767225600", signature, BODY, AT.plus(Duration.ofSeconds(301))));
        assertFalse(Signature.fits(SECRET, "1767225600", signature, BODY, AT.minus(Duration.ofSeconds(301))));
    }

    @Test
    void anotherBodyTimeOrSecretDoesNotFit() {
        String signature = Signature.of(SECRET, AT, BODY);
        assertFalse(Signature.fits(SECRET, "1767225600", signature, "{}".getBytes(StandardCharsets.UTF_8), AT));
        assertFalse(Signature.fits(SECRET, "1767225601", signature, BODY, AT));
        assertFalse(Signature.fits(Secret.of("0123456789abcdeF"), "1767225600", signature, BODY, AT));
    }

    @Test
    void whatIsNoSignatureDoesNotFit() {
        assertFalse(Signature.fits(SECRET, "", "", BODY, AT));
        assertFalse(Signature.fits(SECRET, "1767225600", "v2=00", BODY, AT));
        assertFalse(Signature.fits(SECRET, "99999999999999999999", Signature.of(SECRET, AT, BODY), BODY, AT));
    }
}
