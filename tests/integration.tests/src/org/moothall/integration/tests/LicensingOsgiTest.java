package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moothall.core.json.Json;
import org.moothall.licensing.authority.Instances;
import org.moothall.licensing.authority.codes.SignedCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Licences over the API, with a Meeting Server of ours. */
@NonNullByDefault({})
class LicensingOsgiTest {

    private static OperatorApi api;
    private static MeetingServerFixture lab;

    @BeforeAll
    static void open() throws Exception {
        api = new OperatorApi(ServerFixture.server());
        lab = new MeetingServerFixture(api);
        api.call(200, "PUT", "/licensing/mode", "{\"mode\":\"smart-licensing\"}");
    }

    @AfterAll
    static void close() {
        api.call(200, "PUT", "/licensing/mode", "{\"mode\":\"not-chosen\"}");
        lab.close();
    }

    @Test
    void aClusterThatIsMetForTheFirstTimeGetsNinetyDays() throws Exception {
        String furthest = LocalDate.ofInstant(ServerFixture.server().clock().instant(), ZoneOffset.UTC).plusDays(90).toString();
        JsonNode cluster = api.await("/licensing/status", status -> furthest.equals(ours(status).path("features").path(0).path("expires").asText()))
                .path("clusters").path(0);
        assertTrue(cluster.path("settable").asBoolean(), cluster::toString);
        assertEquals(furthest,
                lab.connection().get("clusterLicensing", Map.of()).find("features").orElseThrow().find("callBridge").orElseThrow().text("expiry"));
    }

    @Test
    void whatIsBlankIsAskedForAndWhatIsOutOfBoundsIsRefused() {
        assertEquals(428,
                api.send("PUT", "/licensing/entitlements", "{\"pmpPlus\":1,\"smpPlus\":1,\"recordingOrStreaming\":1,\"customization\":true}").statusCode());
        assertEquals("licensing.trial-not-offered", api.call(409, "POST", "/licensing/trials", started("customization")).path("type").asText());
    }

    @Test
    void aStatusIsExplainedWithItsRuleAndItsSource() {
        JsonNode why = api.get("/licensing/explanations?feature=meetings");
        assertEquals("unlicensed", why.path("rule").path("code").asText());
        assertTrue(why.path("rule").path("source").asText().contains("§19"));
        assertEquals("feature", api.refusedField("GET", "/licensing/explanations?feature=nothing", null));
        assertEquals("licensing.not-yet", api.call(409, "GET", "/licensing/status?at=2999-01-01T00:00:00Z", null).path("type").asText());
        assertEquals("days", api.get("/licensing/usage?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z").path("resolution").asText());
    }

    @Test
    void theReportHoldsThreeFiles() throws Exception {
        Map<String, String> files = new TreeMap<>();
        ServerFixture server = ServerFixture.server();
        try (ZipInputStream zip = new ZipInputStream(server.stream("/api/v1/licensing/report", server.administratorToken()).body())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertEquals("[cluster-bins.csv, daily-peaks.csv, host-reported.csv]", files.keySet().toString());
        assertTrue(files.get("host-reported.csv").startsWith("cluster,hostId,time,pmp,"));
    }

    @Test
    void licencesThatTheAuthorityReservesAreAllocatedChangedAndReturned() throws Exception {
        String account = api.call(201, "POST", "/authority-accounts", "{\"name\":\"Account of the server itself\",\"reservation\":true}").path("id").asText();
        String virtual = "/authority-virtual-accounts/"
                + api.call(201, "POST", "/authority-accounts/" + account + "/virtual-accounts", "{\"name\":\"All\",\"bought\":" + licences(10) + "}").path("id")
                        .asText();
        String key = ServerFixture.service(Instances.class).key().hex();
        api.call(200, "PUT", "/licensing/registration/authority", "{\"key\":\"" + key + "\"}");
        String request = api.call(200, "POST", "/licensing/registration/request", null).path("requestCode").asText();
        ObjectNode wanted = Json.strict().createObjectNode().put("requestCode", request).put("kind", "specific");
        wanted.putObject("licences").put("pmpPlus", 0).put("smpPlus", 4).put("recordingOrStreaming", 0).put("customization", 0);
        String answer = api.call(200, "POST", virtual + "/reservations", wanted.toString()).path("authorizationCode").asText();
        assertEquals("licensing-authority.code-mistyped", api.call(400, "POST", "/licensing/registration/authorization", code(answer.substring(9))).path("type")
                .asText());
        assertEquals("Authorized - Reserved", api.call(200, "POST", "/licensing/registration/authorization", code(answer)).path("authorization").asText());
        assertEquals(4, api.get("/licensing/entitlements").path("smpPlus").asInt());
        String instance = "/authority-instances/" + SignedCode.read(request).code().instance() + "/reservation";
        String change = api.call(200, "PUT", instance, licences(6)).path("authorizationCode").asText();
        JsonNode changed = api.call(200, "POST", "/licensing/registration/authorization", code(change));
        api.call(200, "POST", instance + "/confirmation", code(changed.path("confirmationCode").asText()));
        assertTrue(api.call(200, "POST", "/licensing/registration/confirmation-entered", null).path("confirmationCode").isMissingNode());
        assertEquals(6, api.get("/licensing/entitlements").path("smpPlus").asInt());
        JsonNode returned = api.call(200, "POST", "/licensing/registration/return", null);
        api.call(204, "POST", instance + "/return", code(returned.path("returnCode").asText()));
        assertEquals("Deregistered", returned.path("registration").asText());
        assertEquals(0, api.get("/licensing/entitlements").path("smpPlus").asInt());
    }

    private static String licences(int smpPlus) {
        return "{\"pmpPlus\":0,\"smpPlus\":" + smpPlus + ",\"recordingOrStreaming\":0,\"customization\":0}";
    }

    private static String code(String text) {
        return Json.strict().createObjectNode().put("code", text).toString();
    }

    private static String started(String feature) {
        assertEquals(200, api.send("POST", "/licensing/trials", "{\"feature\":\"" + feature + "\"}").statusCode());
        return "{\"feature\":\"" + feature + "\"}";
    }

    private static JsonNode ours(JsonNode status) {
        for (JsonNode cluster : status.path("clusters")) {
            if (cluster.path("cluster").asText().equals(lab.cluster())) {
                return cluster;
            }
        }
        return status.path("none");
    }
}
