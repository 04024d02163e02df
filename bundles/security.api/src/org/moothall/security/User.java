package org.moothall.security;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Versioned;

/**
 * A local user.
 *
 * @param name sign-in name, unique without regard to case
 * @param passwordGenerated whether the password is still the one that this program made up
 * @param lastSignInAt when the user last signed in, null when never
 * @param version grows with every change of name or role, for {@code ETag}
 */
public record User(UserId id, String name, Role role, boolean passwordGenerated, Instant createdAt, @Nullable Instant lastSignInAt,
        long version) implements Versioned {}
