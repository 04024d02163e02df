package org.moothall.security;

import java.util.Optional;

import org.moothall.core.Credentials;

/**
 * The administrator that a new store is born with: named {@code admin}, with a password made up on the spot. Present as a
 * service once the store has at least one user. Thread-safe.
 */
public interface FirstAdministrator {

    /** Name and generated password, until {@link #handedOver} was called or the password changed; survives a restart. */
    Optional<Credentials> find();

    /** The password has reached a person or a file of theirs: forgets it here. */
    void handedOver();
}
