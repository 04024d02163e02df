package org.moothall.licensing.authority.internal;

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
import org.moothall.licensing.authority.messages.MessageSignature;
import org.moothall.security.Vault;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The key that this authority signs with: made once, sealed in the vault ever since. Thread-safe. */
@Component(service = AuthorityKey.class)
public final class AuthorityKey {

    private static final String NAME = "licensing-authority.key";
    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey signing;
    private final PublicKeyBytes verifying;

    /** Opens the key, or makes it the first time. */
    @Activate
    public AuthorityKey(@Reference Vault vault) {
        String kept = vault.find(NAME).map(Secret::reveal).orElseGet(() -> made(vault));
        String[] parts = kept.split(" ");
        this.verifying = new PublicKeyBytes(parts[0]);
        try {
            this.signing = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(parts[1])));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the vault holds no key of ours", e);
        }
    }

    /** What everybody may know of it. */
    public PublicKeyBytes verifying() {
        return verifying;
    }

    /** The text of a code that we sign. */
    public String sign(Code code) {
        return SignedCode.sign(code, signing).toString();
    }

    /** The header of a message that we sign. */
    public String sign(byte[] message) {
        return MessageSignature.of(message, signing);
    }

    private static String made(Vault vault) {
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
