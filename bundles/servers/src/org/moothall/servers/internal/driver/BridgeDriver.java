package org.moothall.servers.internal.driver;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;

import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.net.HttpsPeer;
import org.moothall.net.HttpsPeer.Request;
import org.moothall.net.HttpsPeer.Response;
import org.moothall.net.NetProblem;
import org.moothall.servers.spi.ApiElement;
import org.moothall.servers.spi.CallBridgeConnection;

/** The Call Bridge API over HTTPS (wire reference §1.1–1.4, §3). */
public final class BridgeDriver implements CallBridgeConnection, AutoCloseable {

    private static final String BASE = "/api/v1/";
    private static final String TOKEN_HEADER = "x-cisco-cms-auth-token";
    private static final int PAGE = 50;
    private static final int MAX_ROWS = 100_000;
    private static final Duration BUSY = Duration.ofSeconds(1);

    private final HttpsPeer peer;
    private final String source;
    private final ExecutorService threads;
    private final Pause pause;
    private final Refusals refusals;
    private final Set<EventsSocket> channels = ConcurrentHashMap.newKeySet();

    /** Waits; tests do not. */
    @FunctionalInterface
    public interface Pause {
        /** Returns after this long. */
        void sleep(Duration length) throws InterruptedException;
    }

    /** @param source how the bridge is called in problems */
    public BridgeDriver(HttpsPeer peer, String source, ExecutorService threads, Pause pause) {
        this.peer = peer;
        this.source = source;
        this.threads = threads;
        this.pause = pause;
        this.refusals = new Refusals(source);
    }

    @Override
    public ApiElement get(String path, Map<String, String> query) {
        Response response = send("GET", path + "", query, Map.of());
        if (Refusals.looksLikeHtml(response)) {
            throw refusals.webPage(response.status());
        }
        return ApiXml.parse(source, response.body());
    }

    @Override
    public List<ApiElement> list(String path, Map<String, String> query) {
        Map<String, ApiElement> rows = new LinkedHashMap<>();
        for (int offset = 0; offset < MAX_ROWS;) {
            Map<String, String> page = new HashMap<>(query);
            page.put("offset", Integer.toString(offset));
            page.put("limit", Integer.toString(PAGE));
            ApiElement answer = get(path, page);
            // Objects move between pages while we read: what came twice counts once.
            int position = offset;
            for (ApiElement row : answer.children()) {
                rows.putIfAbsent(row.id().isEmpty() ? "#" + position : row.id(), row);
                position++;
            }
            offset = position;
            if (answer.children().isEmpty() || offset >= total(answer)) {
                return new ArrayList<>(rows.values());
            }
        }
        throw Problem.of(NetProblem.ANSWER_TOO_LARGE, source + " lists more than " + MAX_ROWS + " rows of " + path + ".").exception();
    }

    private static int total(ApiElement answer) {
        String total = answer.attributes().getOrDefault("total", "");
        return total.matches("\\d{1,9}") ? Integer.parseInt(total) : 0;
    }

    @Override
    public String post(String path, Map<String, String> form) {
        String location = send("POST", path, Map.of(), form).headers().getOrDefault("location", "");
        String bare = location.endsWith("/") ? location.substring(0, location.length() - 1) : location;
        return bare.substring(bare.lastIndexOf('/') + 1);
    }

    @Override
    public void put(String path, Map<String, String> form) {
        send("PUT", path, Map.of(), form);
    }

    @Override
    public void delete(String path) {
        send("DELETE", path, Map.of(), Map.of());
    }

    @Override
    public CompletableFuture<EventsChannel> openEvents(EventsListener listener) {
        return CompletableFuture.supplyAsync(this::token, threads).thenCompose(token -> {
            EventsSocket channel = new EventsSocket(listener, channels::remove);
            return peer.webSocket("/events/v1?authToken=" + encode(token), channel).thenApply(socket -> {
                channels.add(channel);
                return channel.opened(socket);
            });
        });
    }

    private String token() {
        String token = send("POST", "authTokens", Map.of(), Map.of()).headers().getOrDefault(TOKEN_HEADER, "");
        if (token.isEmpty()) {
            throw Problem.of(NetProblem.NOT_UNDERSTOOD, source + " gave no token for its events. They need version 2.4 or later.").exception();
        }
        return token;
    }

    /** Ends the events channels: the bridge does not answer, and a dead connection would not tell by itself. */
    public void breakEvents(String reason) {
        channels.forEach(channel -> channel.end(reason));
    }

    @Override
    public void close() {
        breakEvents("the connection to the Call Bridge was closed here");
        peer.close();
    }

    private Response send(String method, String path, Map<String, String> query, Map<String, String> form) {
        Request request = new Request(method, BASE + segments(path) + (query.isEmpty() ? "" : "?" + encode(query)),
                form.isEmpty() ? Map.of() : Map.of("Content-Type", "application/x-www-form-urlencoded"), encode(form).getBytes(StandardCharsets.US_ASCII));
        Response response = peer.send(request);
        if (response.status() == 503) {
            waitForBusyBridge();
            response = peer.send(request);
        }
        if (response.status() != 200 && response.status() != 204) {
            throw refusals.of(response);
        }
        return response;
    }

    private void waitForBusyBridge() {
        try {
            pause.sleep(BUSY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.of(NetProblem.BROKEN, "The request to " + source + " was cancelled."), e);
        }
    }

    /** Encodes each segment, so that no id from outside can leave its place in the path. */
    private static String segments(String path) {
        return java.util.Arrays.stream(path.split("/")).map(BridgeDriver::segment).collect(Collectors.joining("/"));
    }

    private static String segment(String text) {
        if (text.equals("..") || text.equals(".")) {
            throw new IllegalArgumentException("path with dots");
        }
        return encode(text).replace("+", "%20");
    }

    private static String encode(Map<String, String> pairs) {
        return pairs.entrySet().stream().map(pair -> encode(pair.getKey()) + "=" + encode(pair.getValue())).collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
