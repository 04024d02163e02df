package org.moothall.security.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

import org.moothall.core.Instance;
import org.moothall.core.ProblemException;
import org.moothall.core.Secret;
import org.moothall.security.Vault;
import org.moothall.security.internal.store.SecretStore;
import org.moothall.store.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Secrets sealed with AES-256-GCM, each bound to its name so that one cannot be passed off as another. The key file is
 * {@code vault/key} in the data directory; instances that share a store need the same one.
 */
@Component
public final class SealedVault implements Vault {

    /** Proves that the key fits. */
    private static final String PROOF = "security.vault";
    private static final byte FORM = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretStore store;
    private final SecretKey key;

    @Activate
    public SealedVault(@Reference Database database, @Reference Instance instance) {
        this.store = new SecretStore(database);
        Path file = instance.directory("vault").resolve("key");
        boolean virgin = store.find(PROOF).isEmpty();
        if (virgin && !Files.exists(file)) {
            VaultKey.create(file);
        }
        this.key = VaultKey.read(file);
        if (virgin) {
            put(PROOF, Secret.of("moothall"));
        } else {
            find(PROOF);
        }
    }

    @Override
    public void put(String name, Secret secret) {
        store.put(name, seal(name, secret));
    }

    @Override
    public byte[] seal(String purpose, Secret secret) {
        byte[] nonce = Tokens.bytes(NONCE);
        byte[] text = crypt(Cipher.ENCRYPT_MODE, purpose, nonce, secret.reveal().getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(1 + NONCE + text.length).put(FORM).put(nonce).put(text).array();
    }

    @Override
    public Optional<Secret> find(String name) {
        return store.find(name).map(sealed -> open(name, sealed));
    }

    @Override
    public Secret open(String name, byte[] sealed) {
        if (sealed.length <= 1 + NONCE || sealed[0] != FORM) {
            throw VaultKey.locked("The secret " + name + " has an unknown form. Restore it, or enter it again.");
        }
        ByteBuffer in = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        byte[] nonce = new byte[NONCE];
        in.get(nonce);
        byte[] text = new byte[in.remaining()];
        in.get(text);
        return Secret.of(new String(crypt(Cipher.DECRYPT_MODE, name, nonce, text), StandardCharsets.UTF_8));
    }

    private byte[] crypt(int mode, String name, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new ProblemException(VaultKey.locked("The secret " + name
                    + " was changed or sealed with another key. Put the right key file back from a backup.").problem(), e);
        }
    }

    @Override
    public void remove(String name) {
        store.remove(name);
    }
}
