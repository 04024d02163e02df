package org.moothall.licensing.authority.codes;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** Signatures of servers and their authority: 64 bytes. */
public final class Ed25519 {

    /** How long a signature is, in bytes. */
    public static final int LENGTH = 64;
    private static final String ALGORITHM = "Ed25519";

    private Ed25519() {}

    /** Signs these bytes. */
    public static byte[] sign(byte[] content, PrivateKey key) {
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(key);
            signer.update(content);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java signs with its own Ed25519 keys", e);
        }
    }

    /** Whether the owner of this key signed these bytes. */
    public static boolean fits(byte[] content, byte[] signature, PublicKey key) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(content);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
