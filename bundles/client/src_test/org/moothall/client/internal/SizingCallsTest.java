package org.moothall.client.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.moothall.client.internal.ScriptedServer.json;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.moothall.applianceprofiles.ApplianceProfile;
import org.moothall.applianceprofiles.CallType;
import org.moothall.applianceprofiles.GuidePlatforms;
import org.moothall.applianceprofiles.sizing.HostAnswer;
import org.moothall.applianceprofiles.sizing.HostOffer;
import org.moothall.applianceprofiles.sizing.Role;
import org.moothall.applianceprofiles.sizing.SizingDemand;
import org.moothall.client.Client;
import org.moothall.core.json.Json;

@NonNullByDefault({})
class SizingCallsTest {

    @Test
    void aDemandIsSentWithItsNumbersByKind() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, out) -> json(out, 200,
                "{\"hosts\":[],\"alternatives\":[],\"steps\":[],\"disagreements\":[],\"findings\":[]}")); Client client = server.signIn()) {
            client.sizing().hosts(new SizingDemand(null, null, Map.of(CallType.HD_720P30, 50L), null, 275_000L, null, null, null, null, null, null, null))
                    .get(60, TimeUnit.SECONDS);
            assertEquals("POST /api/v1/sizing HTTP/1.1", server.lines().getLast());
            assertEquals("{\"calls\":{\"hd-720p30\":50},\"spaces\":275000}", server.server.received().getLast().body());
        }
    }

    @Test
    void whatAHostCarriesIsReadWithWhatIsNotStated() throws Exception {
        try (ScriptedServer server = new ScriptedServer((request, out) -> json(out, 200, """
                {"roles":[{"role":"call-bridge","fits":true,"reasons":[],"loads":[{"what":"audio","most":{"unit":"calls","source":{"document":"d","place":"p"}}}]}],
                "steps":[],"disagreements":[],"findings":[]}""")); Client client = server.signIn()) {
            HostAnswer answer = client.sizing().carried(new HostOffer(null, null, null, null, null)).get(60, TimeUnit.SECONDS);
            assertEquals(Role.CALL_BRIDGE, answer.roles().getFirst().role());
            assertEquals(null, answer.roles().getFirst().loads().getFirst().most().value());
        }
    }

    @Test
    void platformsComeAsTheServerKnowsThem() throws Exception {
        ApplianceProfile one = GuidePlatforms.all().getFirst();
        String page = "{\"items\":[" + Json.strict().writeValueAsString(one) + "],\"total\":1,\"totalExact\":true}";
        try (ScriptedServer server = new ScriptedServer((request, out) -> json(out, 200, page)); Client client = server.signIn()) {
            assertEquals(one, Objects.requireNonNull(client.sizing().platforms().get(60, TimeUnit.SECONDS)).items().getFirst());
        }
    }
}
