import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts meetings on a node and tells p50 and p99 of the time, from the request on, until a subscriber of the server hears of
 * them, and until one hears of them who listens to the node itself: {@code COUNT NODE USER PASSWORD SERVER TOKEN}.
 */
final class ChangeLatency {

    private static final Pattern NAME = Pattern.compile("latency-bench-\\d+");
    private static final Pattern MESSAGE_ID = Pattern.compile("\"messageId\"\\s*:\\s*(\\d+)");
    private static final int WARM_UP = 20;
    private static final String SUBSCRIBE = "{\"type\":\"message\",\"message\":{\"messageId\":1,\"type\":\"subscribeRequest\",\"subscriptions\":"
            + "[{\"index\":1,\"type\":\"calls\",\"elements\":[\"name\"]}]}}";

    private final HttpClient http;
    private final String node;
    private final String basic;

    private ChangeLatency(HttpClient http, String node, String user, String password) {
        this.http = http;
        this.node = node;
        this.basic = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    public static void main(String[] args) throws Exception {
        try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(Trust.everybody()).build()) {
            ChangeLatency bench = new ChangeLatency(http, args[1], args[2], args[3]);
            Heard server = bench.listenToServer(args[4], args[5]);
            Heard direct = bench.listenToNode();
            bench.measure(Integer.parseInt(args[0]), server, direct);
            System.out.println(server.figures() + " " + direct.figures());
        }
        System.exit(0); // The streams have no end of their own.
    }

    private void measure(int count, Heard server, Heard direct) throws Exception {
        for (int i = 0; i < WARM_UP + count; i++) {
            String name = "latency-bench-" + i;
            String space = created("coSpaces", "name=" + name);
            CountDownLatch both = new CountDownLatch(2);
            server.await(name, both);
            direct.await(name, both);
            String call = created("calls", "coSpace=" + space + "&name=" + name);
            if (!both.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException(name + " was not heard of by " + (server.heard(name) ? "the direct listener" : "the server's subscriber"));
            }
            request("DELETE", "calls/" + call, "");
            request("DELETE", "coSpaces/" + space, "");
        }
        server.forgetWarmUp(WARM_UP);
        direct.forgetWarmUp(WARM_UP);
    }

    private String created(String collection, String form) throws Exception {
        String location = request("POST", collection, form).headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private HttpResponse<String> request(String method, String path, String form) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(node + "/api/v1/" + path)).header("Authorization", basic)
                .header("Content-Type", "application/x-www-form-urlencoded").method(method, BodyPublishers.ofString(form)).build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(method + " " + path + ": " + response.statusCode() + " " + response.body());
        }
        return response;
    }

    private Heard listenToServer(String server, String token) throws IOException, InterruptedException {
        Heard heard = new Heard();
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/api/v1/events")).header("Authorization", "Bearer " + token).build();
        HttpResponse<java.util.stream.Stream<String>> stream = http.send(request, BodyHandlers.ofLines());
        Thread.ofVirtual().start(() -> stream.body().forEach(heard::line));
        return heard;
    }

    private Heard listenToNode() throws Exception {
        Heard heard = new Heard();
        String token = request("POST", "authTokens", "").headers().firstValue("X-Cisco-CMS-Auth-Token").orElseThrow();
        URI events = URI.create(node.replaceFirst("^https", "wss") + "/events/v1?authToken=" + token);
        http.newWebSocketBuilder().buildAsync(events, new Frames(heard)).get().sendText(SUBSCRIBE, true).get();
        return heard;
    }

    /** Acknowledges every frame and looks for names. */
    private static final class Frames implements WebSocket.Listener {

        private final Heard heard;
        private final StringBuilder frame = new StringBuilder();

        Frames(Heard heard) {
            this.heard = heard;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            frame.append(part);
            if (last) {
                String text = frame.toString();
                frame.setLength(0);
                heard.line(text);
                acknowledge(socket, text);
            }
            socket.request(1);
            return null;
        }

        private static void acknowledge(WebSocket socket, String text) {
            Matcher id = MESSAGE_ID.matcher(text);
            if (!text.contains("messageAck") && id.find()) {
                socket.sendText("{\"type\":\"messageAck\",\"messageAck\":{\"messageId\":" + id.group(1) + ",\"status\":\"success\"}}", true);
            }
        }
    }

    /** When a listener first heard each name. */
    private static final class Heard {

        private final Map<String, CountDownLatch> awaited = new ConcurrentHashMap<>();
        private final Map<String, Long> started = new ConcurrentHashMap<>();
        private final java.util.List<Long> nanos = new java.util.concurrent.CopyOnWriteArrayList<>();

        void await(String name, CountDownLatch latch) {
            started.put(name, System.nanoTime());
            awaited.put(name, latch);
        }

        void line(String text) {
            Matcher names = NAME.matcher(text);
            while (names.find()) {
                CountDownLatch latch = awaited.remove(names.group());
                if (latch != null) {
                    nanos.add(System.nanoTime() - started.get(names.group()));
                    latch.countDown();
                }
            }
        }

        boolean heard(String name) {
            return !awaited.containsKey(name);
        }

        void forgetWarmUp(int count) {
            nanos.subList(0, count).clear();
        }

        String figures() {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            return String.format(Locale.ROOT, "%.1f %.1f", sorted[sorted.length / 2] / 1e6, sorted[(int) (sorted.length * 0.99)] / 1e6);
        }
    }
}
