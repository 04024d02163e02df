package org.moothall.client.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.Call;
import org.moothall.client.UsersClient;
import org.moothall.core.Page;
import org.moothall.core.Secret;
import org.moothall.security.Role;
import org.moothall.security.User;
import org.moothall.security.UserId;

import com.fasterxml.jackson.databind.JsonNode;

/** {@code /users}. */
record UsersCalls(Calls api) implements UsersClient {

    private static final String USERS = "/users";

    @Override
    public CompletableFuture<Page<User>> list() {
        return api.call(Call.get(USERS + "?limit=1000")).thenApply(answer -> Wire.page(answer.body(), User.class));
    }

    @Override
    public CompletableFuture<User> get(UserId id) {
        return api.read(Call.get(path(id)), User.class);
    }

    @Override
    public CompletableFuture<NewUser> add(String name, @Nullable Secret password, Role role) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", name);
        body.put("role", role);
        if (password != null) {
            body.put("password", password.reveal());
        }
        return api.call(Call.post(USERS, body)).thenApply(answer -> added(answer.body()));
    }

    private static NewUser added(JsonNode body) {
        @Nullable String initial = Wire.text(body, "initialPassword");
        User user = Wire.read(body.has("user") ? body.path("user") : body, User.class);
        return new NewUser(user, initial == null ? null : Secret.of(initial));
    }

    @Override
    public CompletableFuture<User> change(UserId id, @Nullable String name, @Nullable Role role, long version) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (name != null) {
            body.put("name", name);
        }
        if (role != null) {
            body.put("role", role);
        }
        return api.read(Call.patch(path(id), body).ifVersion(version), User.class);
    }

    @Override
    public CompletableFuture<Void> remove(UserId id) {
        return api.done(Call.delete(path(id)));
    }

    @Override
    public CompletableFuture<Void> changePassword(Secret old, Secret next) {
        return api.done(Call.post(USERS + "/current/password", Map.of("old", old.reveal(), "new", next.reveal())));
    }

    private static String path(UserId id) {
        return USERS + "/" + Wire.segment(id.value());
    }
}
