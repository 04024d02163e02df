package org.moothall.client;

import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.Secret;
import org.moothall.security.Role;
import org.moothall.security.User;
import org.moothall.security.UserId;

/** Local users. Threads and failures as {@link Client} says. */
public interface UsersClient {

    /** All users by name. */
    CompletableFuture<Page<User>> list();

    /** One user; {@code core.not-found}. */
    CompletableFuture<User> get(UserId id);

    /** Adds a user. @param password null has the server make one up; it comes back this once */
    CompletableFuture<NewUser> add(String name, @Nullable Secret password, Role role);

    /** Changes name or role of a user that is still at this version; null keeps what was. */
    CompletableFuture<User> change(UserId id, @Nullable String name, @Nullable Role role, long version);

    /** Removes a user and ends the user's sessions. */
    CompletableFuture<Void> remove(UserId id);

    /** Gives the signed-in user another password. */
    CompletableFuture<Void> changePassword(Secret old, Secret next);

    /** A user just added. @param initialPassword what the server made up, or null when one was given */
    record NewUser(User user, @Nullable Secret initialPassword) {}
}
