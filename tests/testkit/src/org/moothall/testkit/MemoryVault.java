package org.moothall.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.moothall.core.Secret;
import org.moothall.security.Vault;

/** Keeps secrets in memory. Thread-safe. */
public final class MemoryVault implements Vault {

    private final Map<String, Secret> secrets = new ConcurrentHashMap<>();

    @Override
    public void put(String name, Secret secret) {
        secrets.put(name, secret);
    }

    @Override
    public Optional<Secret> find(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public void remove(String name) {
        secrets.remove(name);
    }

    @Override
    public byte[] seal(String purpose, Secret secret) {
        return (purpose + "\n" + secret.reveal()).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Secret open(String purpose, byte[] sealed) {
        String text = new String(sealed, StandardCharsets.UTF_8);
        if (!text.startsWith(purpose + "\n")) {
            throw new IllegalArgumentException("sealed for another purpose");
        }
        return Secret.of(text.substring(purpose.length() + 1));
    }

    /** How many there are. */
    public int size() {
        return secrets.size();
    }
}
