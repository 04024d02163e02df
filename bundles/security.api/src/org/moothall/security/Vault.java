package org.moothall.security;

import java.util.Optional;

import org.moothall.core.Secret;

/** Keeps secrets sealed on disk (AES-GCM under a key file readable by the owner alone). Service; thread-safe. */
public interface Vault {

    /** Keeps this secret under this name, replacing what was there; on disk when it returns. */
    void put(String name, Secret secret);

    /** The secret of this name. */
    Optional<Secret> find(String name);

    /** This secret, sealed, to be kept elsewhere; it opens only for the same purpose. */
    byte[] seal(String purpose, Secret secret);

    /**
     * The secret that was sealed.
     *
     * @throws org.moothall.core.ProblemException {@link SecurityProblem#VAULT_LOCKED} when it was sealed for another purpose, with another key, or changed
     */
    Secret open(String purpose, byte[] sealed);

    /** Forgets the secret of this name, if there is one. */
    void remove(String name);
}
