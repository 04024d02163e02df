package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.moothall.core.ChangeEvent;
import org.moothall.core.ChangeEvents;
import org.moothall.core.Secret;
import org.moothall.core.json.Json;
import org.moothall.notifications.Notifications;
import org.moothall.testkit.Deadline;
import org.moothall.testkit.HttpsReceiver;
import org.moothall.testkit.TestCertificates;
import org.moothall.testkit.TlsServer.Received;
import org.moothall.webhooks.Signature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Webhooks as a partner uses them: over the API, with a receiver of one's own. */
@Timeout(120)
@NonNullByDefault({})
class WebhooksOsgiTest {

    private static final String WEBHOOKS = "/api/v1/webhooks";

    private TestCertificates certificate;
    private HttpsReceiver receiver;
    private String token;
    private JsonNode added;

    @BeforeEach
    void subscribe() throws Exception {
        certificate = TestCertificates.valid();
        receiver = new HttpsReceiver(certificate);
        token = ServerFixture.server().administratorToken();
        HttpResponse<String> answer = ServerFixture.server().send("POST", WEBHOOKS, token, body("eventTypes", "notifications.*").toString());
        assertEquals(201, answer.statusCode(), answer::body);
        added = ServerFixture.json(answer);
        assertEquals("\"1\"", answer.headers().firstValue("ETag").orElse(""));
        assertEquals(path(""), answer.headers().firstValue("Location").orElse("").replaceFirst("^https://[^/]*", ""));
    }

    @AfterEach
    void unsubscribe() throws Exception {
        assertEquals(204, ServerFixture.server().send("DELETE", path(""), token, null).statusCode());
        receiver.close();
    }

    @Test
    void aChangeIsPostedWithASignatureThatTheSecretOfTheAnswerChecks() throws Exception {
        publish("first");
        Deadline.await(() -> receiver.taken().stream().anyMatch(request -> request.body().contains("first")));
        Received request = receiver.taken().getFirst();
        assertTrue(Signature.fits(Secret.of(added.path("secret").asText()), HttpsReceiver.header(request, Signature.TIMESTAMP).orElse(""),
                HttpsReceiver.header(request, Signature.HEADER).orElse(""), request.body().getBytes(StandardCharsets.ISO_8859_1),
                ServerFixture.server().clock().instant()));
    }

    @Test
    void theSecretIsShownOnceAndTheLogTellsOfTheDelivery() throws Exception {
        assertTrue(added.path("secret").asText().length() >= 32);
        assertFalse(get("").has("secret"));
        publish("logged");
        Deadline.await(() -> receiver.taken().stream().anyMatch(request -> request.body().contains("logged")));
        Deadline.await(() -> {
            try {
                return get("/deliveries").path("items").path(0).path("delivered").asBoolean();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        assertEquals(204, get("/deliveries").path("items").path(0).path("status").asInt());
    }

    @Test
    void whatIsWrongIsToldByItsField() throws Exception {
        assertRefused("url", body("eventTypes", "*").put("url", "http://hooks.example/"));
        assertRefused("eventTypes", body("eventTypes", "everything"));
        assertRefused("secret", body("eventTypes", "*").put("secret", "short"));
        assertRefused("trust.sha256", body("eventTypes", "*").set("trust", Json.strict().createObjectNode().put("mode", "pinned").put("sha256", "ab")));
    }

    @Test
    void aChangeNeedsTheVersionThatWasRead() throws Exception {
        assertEquals(428, ServerFixture.server().send("PATCH", path(""), token, "{\"paused\":true}").statusCode());
        assertEquals("delivering", get("").path("progress").path("state").asText());
    }

    @Test
    void replayingFromAnEventThatNeverWasIsRefused() throws Exception {
        HttpResponse<String> refused = ServerFixture.server().send("POST", path("/replay"), token, "{\"after\":999999999999}");
        assertEquals(409, refused.statusCode(), refused::body);
        assertEquals("webhooks.offset-not-kept", ServerFixture.json(refused).path("type").asText());
    }

    private ObjectNode body(String field, String value) {
        ObjectNode body = Json.strict().createObjectNode().put("url", receiver.url("/hook"));
        body.putObject("trust").put("mode", "pinned").put("sha256", certificate.sha256());
        body.putArray(field).add(value);
        return body;
    }

    private void assertRefused(String field, JsonNode body) throws Exception {
        HttpResponse<String> refused = ServerFixture.server().send("POST", WEBHOOKS, token, body.toString());
        assertEquals(400, refused.statusCode(), refused::body);
        assertEquals(field, ServerFixture.json(refused).path("violations").path(0).path("field").asText());
    }

    private JsonNode get(String below) throws Exception {
        HttpResponse<String> answer = ServerFixture.server().send("GET", path(below), token, null);
        assertEquals(200, answer.statusCode(), answer::body);
        return ServerFixture.json(answer);
    }

    private String path(String below) {
        return WEBHOOKS + "/" + added.path("id").asText() + below;
    }

    private static void publish(String subject) throws InterruptedException {
        ServerFixture.service(ChangeEvents.class).publish(new ChangeEvent(Notifications.CHANGED, subject, null, Instant.EPOCH, Map.of()));
    }
}
