package org.moothall.mediaengine.callbridge.internal.cluster;

import java.time.Duration;
import java.util.Map;

import org.moothall.core.DataSize;
import org.moothall.core.TrustPolicy;
import org.moothall.core.json.Json;
import org.moothall.mediaengine.callbridge.CallBridgeSettings;
import org.moothall.mediaengine.callbridge.CallBridgeSettings.Member;
import org.moothall.net.Https;
import org.moothall.net.HttpsPeer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** To a bridge in another process. */
final class HttpsLine implements PeerLine {

    private static final JsonMapper MAPPER = Json.lenient();
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final HttpsPeer connection;
    private final String authorization;

    HttpsLine(CallBridgeSettings settings, Member peer, Https https) {
        TrustPolicy trust = new TrustPolicy.Chain(settings.clusterAuthorities());
        connection = https.peer(new Https.PeerSettings(peer.address(), null, trust, TIMEOUT, DataSize.ofMebibytes(1), 1));
        authorization = "Bearer " + settings.clusterSecret().reveal();
    }

    @Override
    public boolean deliver(PeerMessage message) {
        try {
            Map<String, String> headers = Map.of("Content-Type", "application/json", "Authorization", authorization);
            return connection.send(new HttpsPeer.Request("POST", "/cluster/v1/state", headers, MAPPER.writeValueAsBytes(message))).status() == 200;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
