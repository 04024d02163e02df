package org.moothall.integration.tests;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Credentials;
import org.moothall.core.Instance;
import org.moothall.core.json.Json;
import org.moothall.security.FirstAdministrator;
import org.moothall.testkit.MovableClock;
import org.moothall.testkit.TestInstance;
import org.moothall.testkit.TrustingClient;
import org.moothall.web.ListenAddress;
import org.moothall.web.WebRuntime;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;

import com.fasterxml.jackson.databind.JsonNode;

/** The server's components in this framework, on a free port, once for all tests; its state is new each time. */
final class ServerFixture {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static @Nullable ServerFixture running;

    private final MovableClock clock = new MovableClock();
    private final URI url;
    private final HttpClient client;
    private final Path authority;
    private final Credentials administrator;

    private ServerFixture(Path data) throws IOException, GeneralSecurityException, InterruptedException {
        // Everything that keeps time asks for an instance first, so that it finds this clock, which ranks higher than the system's.
        bundles().registerService(Clock.class, clock, FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, 100)));
        bundles().registerService(Instance.class, new TestInstance(data), null);
        WebRuntime web = service(WebRuntime.class);
        url = web.open("127.0.0.1", 0, PATIENCE);
        authority = web.authority();
        bundles().registerService(ListenAddress.class, new ListenAddress(url), null);
        client = TrustingClient.of(web.authority());
        administrator = service(FirstAdministrator.class).find().orElseThrow();
    }

    static synchronized ServerFixture server() throws IOException, GeneralSecurityException, InterruptedException {
        ServerFixture known = running;
        if (known == null) {
            known = new ServerFixture(Files.createTempDirectory("moothall-integration"));
            running = known;
        }
        return known;
    }

    static <T> T service(Class<T> type) throws InterruptedException {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(bundles(), type, null);
        tracker.open();
        return Objects.requireNonNull(tracker.waitForService(PATIENCE.toMillis()), type.getName());
    }

    static BundleContext bundles() {
        return FrameworkUtil.getBundle(ServerFixture.class).getBundleContext();
    }

    URI url() {
        return url;
    }

    /** PEM file to verify the server with. */
    Path authority() {
        return authority;
    }

    /** The clock of the whole server. */
    MovableClock clock() {
        return clock;
    }

    String administratorToken() throws IOException, InterruptedException {
        return signIn(administrator.user(), administrator.password().reveal());
    }

    String signIn(String user, String password) throws IOException, InterruptedException {
        String body = Json.strict().createObjectNode().put("user", user).put("password", password).toString();
        return json(send("POST", "/api/v1/sessions", null, body)).path("token").asText();
    }

    HttpResponse<String> send(String method, String path, @Nullable String token, @Nullable String body) throws IOException, InterruptedException {
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        HttpRequest.Builder request = request(path, token).method(method, publisher);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** A POST with an idempotency key. */
    HttpResponse<String> post(String path, String token, String key, String body) throws IOException, InterruptedException {
        HttpRequest request = request(path, token).POST(BodyPublishers.ofString(body)).header("Content-Type", "application/json")
                .header("Idempotency-Key", key).build();
        return client.send(request, BodyHandlers.ofString());
    }

    /** Changes an object, whatever its version. */
    HttpResponse<String> patch(String path, String token, String body) throws IOException, InterruptedException {
        HttpRequest request = request(path, token).method("PATCH", BodyPublishers.ofString(body)).header("Content-Type", "application/json")
                .header("If-Match", "*").build();
        return client.send(request, BodyHandlers.ofString());
    }

    HttpResponse<InputStream> stream(String path, String token) throws IOException, InterruptedException {
        // A connection for each stream, as every subscriber has.
        return client.send(request(path, token).version(HttpClient.Version.HTTP_1_1).build(), BodyHandlers.ofInputStream());
    }

    /** What a Call Bridge sends, or something else. */
    int deliver(String path, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = request(path, null).POST(BodyPublishers.ofByteArray(body)).header("Content-Type", "text/xml").build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            // What was refused before ended the connection that this was to go over: a Call Bridge sends again, too.
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return Json.lenient().readTree(response.body());
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path)).timeout(PATIENCE);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }
}
