package org.moothall.testkit;

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

    /** How many there are. */
    public int size() {
        return secrets.size();
    }
}
