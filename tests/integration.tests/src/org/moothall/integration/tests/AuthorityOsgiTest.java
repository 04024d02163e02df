package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.UUID;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.moothall.core.json.Json;
import org.moothall.licensing.authority.Licences;
import org.moothall.licensing.authority.codes.Code;
import org.moothall.licensing.authority.codes.PublicKeyBytes;
import org.moothall.licensing.authority.codes.SignedCode;
import org.moothall.licensing.authority.messages.MessageSignature;
import org.moothall.licensing.authority.messages.Plain;
import org.moothall.licensing.authority.messages.Register;
import org.moothall.licensing.authority.messages.Standing;
import org.moothall.licensing.authority.messages.Usage;
import org.moothall.testkit.TrustingClient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The licensing authority as its administrator uses it: over the API, with codes of a server that has no connection. */
@Timeout(120)
@NonNullByDefault({})
class AuthorityOsgiTest {

    private static final String AUTHORITY = "/api/v1/authority-";

    private final UUID server = UUID.randomUUID();
    private final UUID request = UUID.randomUUID();
    private KeyPair key;
    private String token;
    private String virtual;
    private Instant last;

    @BeforeEach
    void openAccounts() throws Exception {
        key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        token = ServerFixture.server().administratorToken();
        String account = sent(201, "POST", "accounts", object().put("name", "Account of " + server).put("reservation", true)).path("id").asText();
        ObjectNode wanted = object().put("name", "North wing");
        wanted.set("bought", licences(10));
        virtual = "virtual-accounts/" + sent(201, "POST", "accounts/" + account + "/virtual-accounts", wanted).path("id").asText();
    }

    @Test
    void aReservationIsMadeChangedConfirmedAndReturned() throws Exception {
        assertEquals(4, install(reserve(200, 4)).licences().smpPlus());
        assertEquals(6, install(sent(200, "PUT", instance("/reservation"), licences(6))).licences().smpPlus());
        String confirmation = sign(new Code.Confirmation(server, Instant.now(), request, 2));
        assertTrue(sent(200, "POST", instance("/reservation/confirmation"), object().put("code", confirmation)).path("reservation").path("confirmed")
                .asBoolean());
        assertEquals(6, sent(200, "GET", virtual, null).path("reserved").path("smpPlus").asInt());
        sent(204, "POST", instance("/reservation/return"), object().put("code", sign(new Code.Return(server, Instant.now(), request, 2))));
        assertEquals(0, sent(200, "GET", virtual, null).path("reserved").path("smpPlus").asInt());
    }

    @Test
    void whatCannotBeReservedIsToldWithWhatIsMissing() throws Exception {
        JsonNode problem = reserve(409, 11);
        assertEquals("licensing-authority.not-enough", problem.path("type").asText());
        assertTrue(problem.path("detail").asText().contains("1 SMP Plus"), problem::toString);
    }

    @Test
    void aTokenIsShownOnceAndListedWithoutItsText() throws Exception {
        JsonNode issued = sent(201, "POST", virtual + "/tokens", object().put("exportControlled", true).put("uses", 3));
        assertTrue(issued.path("text").asText().length() >= 32);
        JsonNode listed = sent(200, "GET", virtual + "/tokens", null).path("items").path(0);
        assertEquals(issued.path("id"), listed.path("id"));
        assertTrue(listed.path("text").isMissingNode());
        sent(204, "DELETE", virtual + "/tokens/" + issued.path("id").asText(), null);
    }

    @Test
    void aServerWithAConnectionRegistersSaysWhatItUsesAndEnds() throws Exception {
        String text = sent(201, "POST", virtual + "/tokens", object().put("exportControlled", true)).path("text").asText();
        Standing registered = said(200, "", new Register(text, server, "server", PublicKeyBytes.of(key.getPublic()).hex(), false, now()));
        assertTrue(registered.exportControlled());
        Standing standing = said(200, "/" + server + "/authorization", new Usage(new Licences(0, 12, 0, 0), 3, now()));
        assertEquals(new Licences(0, 2, 0, 0), standing.missing());
        said(200, "/" + server + "/end", new Plain(now()));
        said(404, "/" + server + "/renewal", new Plain(now()));
    }

    @Test
    void aMessageThatSomebodyElseSignedIsRefused() throws Exception {
        String text = sent(201, "POST", virtual + "/tokens", object()).path("text").asText();
        said(200, "", new Register(text, server, "server", PublicKeyBytes.of(key.getPublic()).hex(), false, now()));
        key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        said(409, "/" + server + "/end", new Plain(now()));
        sent(204, "DELETE", instance(""), null);
    }

    /** Posts a message as the server does; the authority's answer, when it is one and the authority signed it. */
    private Standing said(int status, String path, Object message) throws Exception {
        byte[] body = Json.strict().writeValueAsBytes(message);
        HttpRequest post = HttpRequest.newBuilder(ServerFixture.server().url().resolve("/licensing-authority/registrations" + path))
                .header(MessageSignature.HEADER, MessageSignature.of(body, key.getPrivate())).POST(BodyPublishers.ofByteArray(body)).build();
        HttpResponse<byte[]> answer = TrustingClient.of(ServerFixture.server().authority()).send(post, BodyHandlers.ofByteArray());
        assertEquals(status, answer.statusCode(), () -> new String(answer.body(), StandardCharsets.UTF_8));
        PublicKeyBytes authority = new PublicKeyBytes(sent(200, "GET", "instances/key", null).path("publicKey").asText());
        assertTrue(MessageSignature.fits(answer.body(), answer.headers().firstValue(MessageSignature.HEADER).orElse(""), authority.key()));
        return status == 200 ? Json.strict().readValue(answer.body(), Standing.class) : null;
    }

    /** Later than the last time. */
    private Instant now() {
        ServerFixture fixture;
        try {
            fixture = ServerFixture.server();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        last = last == null || last.isBefore(fixture.clock().instant()) ? fixture.clock().instant() : last.plusMillis(1);
        return last;
    }

    private Code.Authorization install(JsonNode answer) {
        return (Code.Authorization) SignedCode.read(answer.path("authorizationCode").asText()).code();
    }

    private JsonNode reserve(int status, int smpPlus) throws Exception {
        String code = sign(new Code.Request(server, Instant.now(), request, PublicKeyBytes.of(key.getPublic()), "server"));
        ObjectNode wanted = object().put("requestCode", code).put("kind", "specific");
        wanted.set("licences", licences(smpPlus));
        return sent(status, "POST", virtual + "/reservations", wanted);
    }

    private String instance(String path) {
        return "instances/" + server + path;
    }

    private String sign(Code code) {
        return SignedCode.sign(code, key.getPrivate()).toString();
    }

    private JsonNode sent(int status, String method, String path, JsonNode body) throws Exception {
        HttpResponse<String> answer = ServerFixture.server().send(method, AUTHORITY + path, token, body == null ? null : body.toString());
        assertEquals(status, answer.statusCode(), answer::body);
        return answer.body().isEmpty() ? object() : ServerFixture.json(answer);
    }

    private static ObjectNode licences(int smpPlus) {
        return object().put("pmpPlus", 0).put("smpPlus", smpPlus).put("recordingOrStreaming", 0).put("customization", 0);
    }

    private static ObjectNode object() {
        return Json.strict().createObjectNode();
    }
}
