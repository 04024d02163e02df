package org.moothall.licensing.authority.codes;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

import org.moothall.core.Problem;

/** An Ed25519 public key as 64 hexadecimal digits: short enough to be compared by eye and to travel in a code. */
public record PublicKeyBytes(String hex) {

    /** How long the key itself is. */
    public static final int LENGTH = 32;
    /** What X.509 puts before the key's own bytes. */
    private static final byte[] HEADER = HexFormat.of().parseHex("302a300506032b6570032100");

    public PublicKeyBytes {
        if (!hex.matches("[0-9a-f]{" + 2 * LENGTH + "}")) {
            throw Problem.invalid("publicKey", "must be " + 2 * LENGTH + " hexadecimal digits, in small letters.").exception();
        }
    }

    /** The bytes of this key. */
    public static PublicKeyBytes of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new PublicKeyBytes(HexFormat.of().formatHex(encoded, encoded.length - LENGTH, encoded.length));
    }

    /** The key, to verify with. */
    public PublicKey key() {
        byte[] encoded = Arrays.copyOf(HEADER, HEADER.length + LENGTH);
        System.arraycopy(bytes(), 0, encoded, HEADER.length, LENGTH);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw Problem.invalid("publicKey", "is no Ed25519 key.").exception();
        }
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
