package org.moothall.workbench.internal;

import java.util.Optional;
import org.moothall.client.Client;
import org.moothall.ui.model.Value;

/** Who is signed in where, if anybody is. For the UI thread only. */
public final class CurrentSession {
    private final Value<Optional<Client>> client = new Value<>(Optional.empty());

    /** The signed-in client. */
    public Value<Optional<Client>> client() {
        return client;
    }

    /** Whether somebody is signed in. */
    public boolean signedIn() {
        return client.get().isPresent();
    }

    /** Whether who is signed in has this permission; an empty one is everybody's. */
    public boolean may(String permission) {
        return permission.isEmpty() || client.get().map(c -> c.may(permission)).orElse(false);
    }
}
