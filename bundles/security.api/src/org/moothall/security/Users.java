package org.moothall.security;

import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.Secret;

/**
 * The local users. Changes are on disk when a method returns, and in effect at once: a changed role changes running
 * sessions, a removed user or a new password ends them. Service; thread-safe.
 */
public interface Users {

    /** A password must have at least this many characters. */
    int MIN_PASSWORD = 8;
    /** A password may have this many characters. */
    int MAX_PASSWORD = 256;

    /** The users by name. */
    Page<User> list(PageRequest page);

    /** The user with this id. */
    Optional<User> find(UserId id);

    /**
     * Adds a user.
     *
     * @param name 1 to 64 letters, digits or {@code . _ - @}
     * @param password null to have one made up
     * @throws org.moothall.core.ProblemException {@link SecurityProblem#NAME_IN_USE} or {@code core.invalid-input}
     */
    NewUser add(String name, @Nullable Secret password, Role role);

    /** Who was added, and the generated password when none was given; it cannot be asked for again. */
    record NewUser(User user, @Nullable Secret initialPassword) {}

    /**
     * Changes name and role; null keeps what is.
     *
     * @param version the version that the caller saw, or null to overwrite whatever is there
     * @throws org.moothall.core.ProblemException {@code core.not-found}, {@code core.changed-meanwhile},
     *         {@link SecurityProblem#NAME_IN_USE} or {@link SecurityProblem#LAST_ADMINISTRATOR}
     */
    User change(UserId id, @Nullable Long version, @Nullable String name, @Nullable Role role);

    /** Makes up a new password, ends the user's sessions and returns it; it cannot be asked for again. */
    Secret resetPassword(UserId id);

    /**
     * Gives the caller a new password and ends the caller's other sessions.
     *
     * @throws org.moothall.core.ProblemException {@link SecurityProblem#WRONG_CREDENTIALS} when {@code old} is wrong,
     *         {@link SecurityProblem#THROTTLED}, or {@code core.invalid-input} naming the field {@code new}
     */
    void changePassword(Caller caller, Secret old, Secret next);

    /** Removes a user and ends the user's sessions. @throws org.moothall.core.ProblemException as {@link #change} */
    void remove(UserId id);
}
