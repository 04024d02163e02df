package org.moothall.ui;

import java.util.Optional;

/**
 * What the user arranged on this machine: column widths, open tabs, the last server. Never secrets. Keys are
 * {@code <page or widget>.<what>}. Injected. Thread-safe; saved a moment later without blocking.
 */
public interface UserSettings {
    /** What was kept under this key. */
    Optional<String> find(String key);

    /** Keeps a value; an empty one forgets it. */
    void put(String key, String value);

    /** Keeps nothing: for tests and widgets outside the workbench. */
    static UserSettings none() {
        return new UserSettings() {
            @Override
            public Optional<String> find(String key) {
                return Optional.empty();
            }

            @Override
            public void put(String key, String value) {
                // Keeps nothing by contract.
            }
        };
    }
}
