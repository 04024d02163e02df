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

import com.fasterxml.jackson.databind.JsonNode;

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
