package org.moothall.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.moothall.core.Secret;

/**
 * How a receiver knows that what it is sent comes from here, is whole and is fresh: {@code v1=} and, in hexadecimal, the
 * HMAC-SHA256 under the webhook's secret over the timestamp as it stands in its header, a full stop, and the body's bytes.
 */
public final class Signature {

    /** Header with the seconds since 1970 at which it was signed. */
    public static final String TIMESTAMP = "Moothall-Timestamp";
    /** Header with the signature. */
    public static final String HEADER = "Moothall-Signature";
    /** A receiver refuses what is older or newer than this, so that nobody can send it again later. */
    public static final Duration FRESH = Duration.ofMinutes(5);
    private static final String VERSION = "v1=";
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** The signature of this body at this time. */
    public static String of(Secret secret, Instant at, byte[] body) {
        return VERSION + HexFormat.of().formatHex(mac(secret, Long.toString(at.getEpochSecond()), body));
    }

    /** Whether these headers and this body were signed with this secret, not longer ago than {@link #FRESH}. */
    public static boolean fits(Secret secret, String timestamp, String signature, byte[] body, Instant now) {
        if (!timestamp.matches("\\d{1,12}") || !signature.startsWith(VERSION)) {
            return false;
        }
        boolean fresh = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs().compareTo(FRESH) <= 0;
        byte[] given = signature.substring(VERSION.length()).getBytes(StandardCharsets.UTF_8);
        byte[] right = HexFormat.of().formatHex(mac(secret, timestamp, body)).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(right, given) && fresh;
    }

    private static byte[] mac(Secret secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
