package org.moothall.licensing.authority.messages;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;

import org.moothall.licensing.authority.codes.Ed25519;

/** How a message's receiver knows who wrote it: Ed25519 over its bytes, in Base64, in a header. */
public final class MessageSignature {

    /** Name of the header. */
    public static final String HEADER = "Moothall-Signature";

    private MessageSignature() {}

    /** The header of this body. */
    public static String of(byte[] body, PrivateKey key) {
        return Base64.getEncoder().encodeToString(Ed25519.sign(body, key));
    }

    /** Whether the owner of this key wrote this body. */
    public static boolean fits(byte[] body, String header, PublicKey key) {
        try {
            return Ed25519.fits(body, Base64.getDecoder().decode(header), key);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
