package org.moothall.meetings.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.moothall.core.Secret;
import org.moothall.security.Vault;

/** One secret path for each Call Bridge. Looked up by hash, so that the time it takes tells nothing. Thread-safe. */
final class CdrSecrets {

    private static final int BYTES = 24;

    private final Vault vault;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> bridges = new ConcurrentHashMap<>();

    CdrSecrets(Vault vault) {
        this.vault = vault;
    }

    /** The bridge's secret, made when it has none, and valid from now on. */
    String of(String bridge) {
        String name = "meetings.cdr." + bridge;
        String secret = vault.find(name).map(Secret::reveal).orElseGet(() -> made(name));
        bridges.put(hash(secret), bridge);
        return secret;
    }

    /** The bridge is not managed any more: its secret is not valid now, or never again. */
    void withdraw(String bridge, boolean forEver) {
        bridges.values().remove(bridge);
        if (forEver) {
            vault.remove("meetings.cdr." + bridge);
        }
    }

    /** Whose secret this is. */
    Optional<String> bridge(String secret) {
        return Optional.ofNullable(bridges.get(hash(secret)));
    }

    private String made(String name) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = HexFormat.of().formatHex(bytes);
        vault.put(name, Secret.of(secret));
        return secret;
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
