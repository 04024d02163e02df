package org.moothall.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.CoreProblem;
import org.moothall.core.PeerCertificate;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.core.Secret;
import org.moothall.net.Https;
import org.moothall.net.HttpsPeer.Response;
import org.moothall.net.NetProblem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Signing in and out, and the session kept in between. */
final class Sessions {

    private static final int DEFAULT_PORT = 443;
    private static final int NOT_MODIFIED = 304;

    private final Https https;
    private final ConfigFiles files;
    private final Terminal terminal;

    Sessions(Https https, ConfigFiles files, Terminal terminal) {
        this.https = https;
        this.files = files;
        this.terminal = terminal;
    }

    /** The kept session; a problem when there is none. */
    SavedSession current() {
        return files.session().orElseThrow(() -> Problem.of(NotSignedIn.NOT_SIGNED_IN, "Sign in first: moothall sign-in https://…").exception());
    }

    /** The API with the kept session. */
    Api api() {
        SavedSession session = current();
        return new Api(https, session.url(), session.trust(), session.token());
    }

    void signIn(String address, @Nullable String user, @Nullable Path caFile, @Nullable String fingerprint) {
        String url = (address.contains("://") ? address : "https://" + address).replaceFirst("/+$", "");
        String pem = caFile == null ? null : read(caFile);
        String name = user == null ? terminal.line("User: ") : user;
        Secret password = terminal.password("Password of " + name + ": ");
        JsonNode session;
        String pin = fingerprint;
        try {
            session = post(url, pem, pin, name, password);
        } catch (ProblemException e) {
            if (e.problem().code() != NetProblem.CERTIFICATE_NOT_TRUSTED || terminal.console() == null) {
                throw e;
            }
            pin = confirmed(url);
            session = post(url, null, pin, name, password);
        }
        files.forget();
        files.save(new SavedSession(url, session.path("user").asText(name), session.path("token").asText(""), pin == null ? pem : null, pin));
        terminal.out().println("Signed in to " + url + " as " + session.path("user").asText(name) + " (" + session.path("role").asText("") + ").");
    }

    private JsonNode post(String url, @Nullable String pem, @Nullable String pin, String user, Secret password) {
        try (Api api = new Api(https, url, SavedSession.policy(pem, pin), null)) {
            JsonNode body = JsonNodeFactory.instance.objectNode().put("user", user).put("password", password.reveal());
            return Api.json(api.send("POST", "/sessions", Map.of(), body).body());
        }
    }

    /** Shows an untrusted certificate to the person in front of the terminal. */
    private String confirmed(String url) {
        java.net.URI uri = java.net.URI.create(url);
        PeerCertificate shown = https.inspect(uri.getHost(), uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(), Duration.ofSeconds(10));
        terminal.err().println("The certificate of " + url + " leads to no authority that is trusted here.");
        terminal.err().println("  subject      " + shown.subject());
        terminal.err().println("  valid until  " + shown.notAfter());
        terminal.err().println("  SHA-256      " + shown.sha256());
        terminal.err().flush();
        if (!terminal.line("Is this the server's certificate (yes/no)? ").strip().equalsIgnoreCase("yes")) {
            throw Problem.of(NetProblem.CERTIFICATE_NOT_TRUSTED, "The certificate was not confirmed. Nothing was sent.").exception();
        }
        return shown.sha256();
    }

    /** Ends the session; a server that is away does not keep it alive here. */
    void signOut() {
        SavedSession session = current();
        try (Api api = api()) {
            api.send("DELETE", "/sessions/current", Map.of(), null);
        } catch (ProblemException e) {
            terminal.err().println("The server was not told: " + e.problem().detail());
        }
        files.forget();
        terminal.out().println("Signed out of " + session.url() + ".");
    }

    /** What the server can do: read once, then asked only whether it changed. */
    JsonNode document(Api api) {
        SavedSession session = current();
        Optional<ConfigFiles.CachedDocument> cached = files.document()
                .filter(document -> document.url().equals(session.url()) && document.user().equals(session.user()));
        Map<String, String> condition = cached.map(document -> Map.of("If-None-Match", document.etag())).orElse(Map.of());
        Response response = api.send("GET", "/openapi.json", condition, null);
        if (cached.isPresent() && response.status() == NOT_MODIFIED) {
            return Api.json(cached.get().document().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        String text = new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
        String etag = response.headers().get("etag");
        if (etag != null) {
            files.save(new ConfigFiles.CachedDocument(session.url(), session.user(), etag, text));
        }
        return Api.json(response.body());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ProblemException(Problem.of(CoreProblem.INVALID_INPUT, "The file " + file + " cannot be read."), e);
        }
    }

    /** There is no session here. */
    private enum NotSignedIn implements org.moothall.core.ProblemCode {
        /** Nobody signed in. Remedy: sign in. */
        NOT_SIGNED_IN;

        @Override
        public String code() {
            return "cli.not-signed-in";
        }

        @Override
        public int status() {
            return 401;
        }

        @Override
        public String title() {
            return "You are not signed in";
        }
    }
}
