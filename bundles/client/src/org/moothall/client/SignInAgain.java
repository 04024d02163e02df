package org.moothall.client;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Credentials;
import org.moothall.core.Problem;

/** Asked for credentials when a session has ended; the calls that met the end wait, and go on after it. */
@FunctionalInterface
public interface SignInAgain {

    /**
     * Credentials to go on with; empty gives up, and every call fails with {@code security.not-signed-in} from then on. Called
     * on any thread, one at a time for a client; must not block.
     *
     * @param user who was signed in
     * @param refused why the credentials given before were refused, or null at first
     */
    CompletableFuture<Optional<Credentials>> credentials(String user, @Nullable Problem refused);

    /** Gives up: for programs that have nobody to ask. */
    static SignInAgain never() {
        return (user, refused) -> CompletableFuture.completedFuture(Optional.empty());
    }
}
