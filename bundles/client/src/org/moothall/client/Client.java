package org.moothall.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.moothall.security.Session;

/**
 * A server as one signed-in user sees it. Thread-safe; nothing blocks. All futures complete on threads of the client (never the
 * user interface's), exceptionally with a {@code ProblemException} that carries the server's code, detail and violations or a
 * problem of the network; cancelling a future stops its request. A session that ended is renewed through {@link SignInAgain}
 * and the call repeated.
 */
public interface Client extends AutoCloseable {

    /** Which server. */
    ServerAddress server();

    /** The session as it was told last. */
    Session session();

    /** Whether the signed-in user has this permission, for example {@code meetings.operate}. */
    default boolean may(String permission) {
        return session().permissions().contains(permission);
    }

    /** Clusters and Call Bridges. */
    ServersClient servers();

    /** Live and past meetings. */
    MeetingsClient meetings();

    /** Who is badly connected. */
    QualityClient quality();

    /** Several commands over several meetings as one click. */
    MacrosClient macros();

    /** What platforms carry and what a demand needs. */
    SizingClient sizing();

    /** Who is sent change events. */
    WebhooksClient webhooks();

    /** What people should know. */
    NotificationsClient notifications();

    /** Long work on the server. */
    OperationsClient operations();

    /** Local users. */
    UsersClient users();

    /** Settings of the server. */
    SettingsClient settings();

    /** Changes as they happen. */
    EventStream events();

    /**
     * Reads anything of the API, for resources that this client has no type for.
     *
     * @param path below {@code /api/v1}, with query: {@code /acme/rooms?limit=10}
     */
    default CompletableFuture<JsonNode> get(String path) {
        return call(Call.get(path)).thenApply(Answer::body);
    }

    /** Calls anything of the API; a POST carries an idempotency key and is therefore repeated safely. */
    CompletableFuture<Answer> call(Call call);

    /**
     * Tells this listener each call from now on that may change something and was answered well, such as those of an operator whose
     * actions are recorded; on a thread of the client that must not be blocked.
     */
    EventStream.Subscription onCall(Consumer<Call> listener);

    /** Ends the session on the server and closes. Completes in any case. */
    CompletableFuture<Void> signOut();

    /** Ends all connections and listeners within 5 seconds; the session stays alive on the server. Calls under way are cancelled. */
    @Override
    void close();
}
