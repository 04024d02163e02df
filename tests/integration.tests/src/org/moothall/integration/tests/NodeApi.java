package org.moothall.integration.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.moothall.testkit.RunningLab;
import org.moothall.testkit.TrustingClient;

/** What a node itself says about who is in its calls: the truth that the server's meetings are measured by. */
final class NodeApi {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Pattern LEG = Pattern.compile("<callLeg id=\"([^\"]+)\"");
    private static final Pattern TOTAL = Pattern.compile("<callLegs total=\"(\\d+)\"");

    private final RunningLab.Node node;
    private final HttpClient client;
    private final String authorization;

    NodeApi(RunningLab.Node node) throws IOException, GeneralSecurityException {
        this.node = node;
        client = TrustingClient.of(node.caFile());
        authorization = "Basic " + Base64.getEncoder().encodeToString((node.user() + ':' + node.password()).getBytes(StandardCharsets.UTF_8));
    }

    String name() {
        return node.name();
    }

    /** The name by which the server knows the participant too. */
    boolean hasCallLeg(String id) {
        return get("/callLegs/" + id).statusCode() == 200;
    }

    Set<String> callLegs() {
        Set<String> legs = new HashSet<>();
        int total = 1;
        for (int offset = 0; offset < total; offset += 20) {
            String page = get("/callLegs?limit=20&offset=" + offset).body();
            LEG.matcher(page).results().forEach(leg -> legs.add(leg.group(1)));
            Matcher found = TOTAL.matcher(page);
            total = found.find() ? Integer.parseInt(found.group(1)) : 0;
        }
        return legs;
    }

    private HttpResponse<String> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(node.url() + "/api/v1" + path)).timeout(LIMIT).header("Authorization", authorization).build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
