package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.applianceprofiles.ApplianceProfile;
import org.moothall.applianceprofiles.GuidePlatforms;
import org.moothall.applianceprofiles.PlatformId;
import org.moothall.applianceprofiles.spi.ProfileSource;
import org.moothall.core.json.Json;
import org.osgi.framework.ServiceRegistration;

import com.fasterxml.jackson.databind.JsonNode;

/** The sizing calculator by its API and by the command line, which knows it from the API document alone. */
@NonNullByDefault({})
class SizingOsgiTest {

    private static final String EXAMPLE = "{\"calls\":{\"hd-720p30\":50},\"spaces\":275000}";

    @TempDir
    private Path settings;
    private ServerFixture server;
    private String token;

    @BeforeEach
    void signIn() throws Exception {
        server = ServerFixture.server();
        token = server.administratorToken();
    }

    /** @spec installation-guide §D.1 */
    @Test
    void theExampleOfTheGuideIsAnsweredWithStepsSourcesAndDisagreements() throws Exception {
        JsonNode answer = ok(server.send("POST", "/api/v1/sizing", token, EXAMPLE));
        JsonNode host = answer.path("hosts").path(0);
        assertEquals("call-bridge 1 20 38 40",
                host.path("role").asText() + " " + host.path("count") + " " + host.path("physicalCores") + " " + host.path("virtualCpus")
                        + " " + host.path("memoryGigabytes"));
        assertTrue(StreamSupport.stream(answer.path("steps").spliterator(), false)
                .allMatch(step -> !step.path("arithmetic").asText().isEmpty()
                        && step.path("result").path("source").path("place").asText().matches("[§TO].*|our .*")),
                answer.path("steps")::toString);
        assertEquals(List.of("38", "19", "40", "32"), StreamSupport.stream(answer.path("disagreements").spliterator(), false)
                .filter(each -> each.path("question").asText().startsWith("How much memory")).findFirst().orElseThrow().path("readings")
                .findValuesAsText("value"));
    }

    @Test
    void theReverseIsAnsweredForAHostAndForAPlatform() throws Exception {
        JsonNode machine = ok(server.send("POST", "/api/v1/sizing/carried", token, """
                {"host":{"sockets":2,"coresPerSocket":10},"memoryGigabytes":40,"storageGigabytes":100,"networkGigabitsPerSecond":10}"""));
        assertEquals("call-bridge", machine.path("roles").path(0).path("role").asText());
        assertTrue(machine.path("roles").path(0).path("loads").toString().contains("{\"what\":\"hd-720p30\",\"most\":{\"value\":50,"), machine::toString);
        JsonNode appliance = ok(server.send("POST", "/api/v1/sizing/carried", token, "{\"platform\":\"meeting-server-2000-m6\"}"));
        assertTrue(appliance.toString().contains("\"value\":1296,"), appliance::toString);
    }

    @Test
    void whatIsNegativeBlankFractionalHugeOrUnknownIsRefusedByField() throws Exception {
        assertRefused("calls.hd-720p30", "{\"calls\":{\"hd-720p30\":-1}}");
        assertRefused("calls.hd-720p30", "{\"calls\":{\"hd-720p30\":\"\"}}");
        assertRefused("calls.hd-720p30", "{\"calls\":{\"hd-720p30\":null}}");
        assertRefused("calls.hd-720p30", "{\"calls\":{\"hd-720p30\":1.5}}");
        assertRefused("users", "{\"users\":10000001}");
        assertRefused("users", "{\"users\":\"\"}");
        assertRefused("spaces", "{\"spaces\":99999999999999999999}");
        assertRefused("calls", "{\"calls\":{\"hologram\":1}}");
        assertRefused("host.gigahertz", "{\"calls\":{\"hd-720p30\":1},\"host\":{\"gigahertz\":1e400}}");
        assertRefused("floors", "{\"floors\":3}");
        assertRefused("calls", "{}");
    }

    @Test
    void aPlatformOfAPlugInIsThereWhileThePlugInIs() throws Exception {
        ApplianceProfile guide = GuidePlatforms.all().getFirst();
        ApplianceProfile own = new ApplianceProfile(new PlatformId("acme-cube"), "Acme Cube", guide.kind(), guide.calls(), guide.users(), guide.components(),
                guide.schedulerMemory(), guide.network());
        ProfileSource source = () -> List.of(own);
        ServiceRegistration<ProfileSource> plugIn = ServerFixture.bundles().registerService(ProfileSource.class, source, null);
        assertEquals(200, server.send("GET", "/api/v1/appliance-profiles/acme-cube", token, null).statusCode());
        plugIn.unregister();
        assertEquals(404, server.send("GET", "/api/v1/appliance-profiles/acme-cube", token, null).statusCode());
    }

    @Test
    void theCommandLineSizesAtOnce() throws Exception {
        CommandLineProgram moothall = new CommandLineProgram(settings);
        String password = "correct horse battery";
        ok(server.send("POST", "/api/v1/users", token, "{\"name\":\"sizer\",\"password\":\"" + password + "\",\"role\":\"operator\"}"));
        said(moothall.run(password + "\n", "sign-in", server.url().toString(), "--user", "sizer", "--ca-file", server.authority().toString()));
        JsonNode sized = Json.lenient()
                .readTree(said(moothall.run("", "sizing", "calculate", "--calls", "{\"hd-720p30\":50}", "--spaces", "275000", "-o", "json")));
        assertEquals(40, sized.path("hosts").path(0).path("memoryGigabytes").asInt(), sized::toString);
        assertTrue(said(moothall.run("", "sizing", "carried", "--platform", "meeting-server-1000-m6", "-o", "json")).contains("160"));
        assertTrue(said(moothall.run("", "appliance-profiles", "list")).contains("Cisco Meeting Server 2000 M5v2"));
        CommandLineProgram.Said refused = moothall.run("", "sizing", "calculate", "--spaces", "-1");
        assertTrue(refused.code() != 0 && refused.out().contains("spaces: must be a whole number from 0 to 10,000,000."), refused::toString);
    }

    private void assertRefused(String field, String body) throws Exception {
        HttpResponse<String> refused = server.send("POST", "/api/v1/sizing", token, body);
        assertEquals(400, refused.statusCode(), body);
        assertEquals(field, ServerFixture.json(refused).path("violations").path(0).path("field").asText(), refused::body);
    }

    private static JsonNode ok(HttpResponse<String> response) throws Exception {
        assertEquals(2, response.statusCode() / 100, response::body);
        return ServerFixture.json(response);
    }

    private static String said(CommandLineProgram.Said said) {
        assertEquals(0, said.code(), said::out);
        return said.out();
    }
}
