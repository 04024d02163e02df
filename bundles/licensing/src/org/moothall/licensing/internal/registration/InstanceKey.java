package org.moothall.licensing.internal.registration;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

import org.moothall.core.Secret;
import org.moothall.licensing.authority.codes.Code;
import org.moothall.licensing.authority.codes.PublicKeyBytes;
import org.moothall.licensing.authority.codes.SignedCode;
import org.moothall.security.Vault;

/** The key with which this installation signs its codes: made when it is needed first, sealed in the vault ever since. Thread-safe. */
final class InstanceKey {

    private static final String NAME = "licensing.instance-key";
    private static final String ALGORITHM = "Ed25519";

    private final Vault vault;

    InstanceKey(Vault vault) {
        this.vault = vault;
    }

    /** What others verify with. */
    PublicKeyBytes verifying() {
        return new PublicKeyBytes(parts()[0]);
    }

    /** The text of a code that we sign. */
    String sign(Code code) {
        return SignedCode.sign(code, signing()).toString();
    }

    private PrivateKey signing() {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(parts()[1])));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the vault holds no key of ours", e);
        }
    }

    private synchronized String[] parts() {
        return vault.find(NAME).map(Secret::reveal).orElseGet(this::made).split(" ");
    }

    private String made() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            String both = PublicKeyBytes.of(pair.getPublic()).hex() + " " + Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
            vault.put(NAME, Secret.of(both));
            return both;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java makes " + ALGORITHM + " keys", e);
        }
    }
}
