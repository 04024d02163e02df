package org.moothall.node.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.ProblemException;
import org.moothall.net.HttpsFactory;

/** Two nodes of one cluster, driven over TLS as a management server would. */
class NodeOverTlsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path lab = Path.of("");
    private final List<NodeRuntime> nodes = new ArrayList<>();
    private final List<NodeConfig> configs = new ArrayList<>();
    private HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void startTheLab() throws IOException, GeneralSecurityException {
        new LabFactory(lab, Clock.systemUTC()).create(2, 7, "../cdr-trust.pem");
        for (int i = 1; i <= 2; i++) {
            NodeConfig config = NodeConfig.read(lab.resolve("node-" + i + "/node.json"));
            NodeRuntime node = new NodeRuntime(config, lab.resolve("node-" + i), Clock.systemUTC(), HttpsFactory.create(), new PlainExecutors());
            node.open();
            configs.add(config);
            nodes.add(node);
        }
        client = HttpClient.newBuilder().sslContext(trusting(lab.resolve("ca.pem"))).build();
    }

    @AfterEach
    void stopTheLab() {
        nodes.forEach(NodeRuntime::close);
        client.shutdownNow();
    }

    @Test
    void whoHasNoPasswordGetsTheChallengeAndNothingElse() throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(uri(0, "/api/v1/calls")).build(), BodyHandlers.ofString());
        assertEquals(401, answer.statusCode());
        assertEquals("", answer.body());
        assertEquals(Optional.of("Basic realm=\"acano\""), answer.headers().firstValue("WWW-Authenticate"));
    }

    @Test
    void anAnswerIsXmlWithoutCharset() throws IOException, InterruptedException {
        HttpResponse<String> answer = send(0, "GET", "/api/v1/SYSTEM/status/?", "");
        assertEquals(Optional.of("text/xml"), answer.headers().firstValue("Content-Type"));
        assertTrue(answer.body().startsWith("<?xml version=\"1.0\"?><status><hostId>"), answer.body());
    }

    @Test
    void theBridgesOfAClusterSeeEachOthersPeopleUntilOneDies() {
        await(() -> get(0, "/api/v1/participants?limit=50").contains("<callBridge>" + configs.get(1).id() + "</callBridge>"));
        await(() -> detail(0).anyMatch(xml -> xml.contains("<numDistributedInstances>2</numDistributedInstances>")));
        nodes.remove(1).close();
        await(() -> !get(0, "/api/v1/participants?limit=50").contains("<callBridge>"));
        await(() -> get(0, "/api/v1/system/alarms").contains("<type>callBridgeConnectionFailure</type>"));
    }

    @Test
    void aSpaceMadeOnOneBridgeIsOnTheOther() throws IOException, InterruptedException {
        HttpResponse<String> made = send(0, "POST", "/api/v1/coSpaces", "&name=Neu&uri=neu");
        assertEquals(200, made.statusCode());
        assertEquals("", made.body());
        String location = made.headers().firstValue("Location").orElseThrow();
        await(() -> get(1, location).contains("<name>Neu</name>"));
    }

    @Test
    void recordsArriveAndAReceiverThatSendsNoBodyEndHasAcknowledged() throws IOException, InterruptedException {
        try (Sink sink = new Sink()) {
            send(0, "POST", "/api/v1/system/cdrReceivers", "uri=http%3A%2F%2F127.0.0.1%3A" + sink.port() + "%2Fcdr%3Ftoken%3Dx");
            String space = first(get(0, "/api/v1/coSpaces?limit=1"), "coSpace id=\"([^\"]+)");
            String call = send(0, "POST", "/api/v1/calls", "coSpace=" + space).headers().firstValue("Location").orElseThrow();
            send(0, "POST", call + "/callLegs", "remoteParty=unknown@x");
            String batch = sink.batches.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertTrue(batch != null && batch.startsWith("POST /cdr?token=x HTTP/1.1"), batch);
            assertTrue(batch != null && batch.contains("<?xml version=\"1.0\"?><records session=\""), batch);
            String second = sink.batches.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertTrue(second != null && !second.contains("recordIndex=\"1\""), second);
        }
    }

    @Test
    void theEventsChannelNeedsATokenAndThenTellsOfCalls() throws Exception {
        assertThrows(Exception.class, () -> socket("nonsense", new Frames()));
        String token = send(0, "POST", "/api/v1/authTokens", "").headers().firstValue("X-Cisco-CMS-Auth-Token").orElseThrow();
        Frames frames = new Frames();
        WebSocket socket = socket(token, frames);
        socket.sendText("{\"type\":\"message\",\"message\":{\"messageId\":1,\"type\":\"subscribeRequest\",\"subscriptions\":[{\"index\":3,\"type\":\"calls\","
                + "\"elements\":[\"name\",\"participants\"]}]}}", true).join();
        List<String> seen = new ArrayList<>();
        while (seen.stream().noneMatch(frame -> frame.contains("callListUpdate"))) {
            String next = frames.texts.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            seen.add(next == null ? "nothing: callListUpdate" : next);
        }
        assertEquals("{\"type\":\"messageAck\",\"messageAck\":{\"messageId\":1,\"status\":\"success\"}}", seen.get(0));
        assertTrue(seen.get(seen.size() - 1).contains("\"updateType\":\"add\""), seen.toString());
        socket.abort();
    }

    @Test
    void aPortInUseIsAProblemInWords() throws IOException {
        NodeConfig config = configs.get(0);
        Path other = Files.createDirectories(lab.resolve("twin"));
        for (String file : List.of("node.pem", "node.key")) {
            Files.copy(lab.resolve("node-1").resolve(file), other.resolve(file));
        }
        try (NodeRuntime twin = new NodeRuntime(config, other, Clock.systemUTC(), HttpsFactory.create(), new PlainExecutors())) {
            ProblemException refused = assertThrows(ProblemException.class, twin::open);
            assertTrue(refused.problem().detail().contains(String.valueOf(config.port())), refused.problem().detail());
        }
    }

    @Test
    void makingTheLabAgainKeepsEverything() throws IOException {
        String before = Files.readString(lab.resolve("credentials.json")) + Files.readString(lab.resolve("node-1/node.json")) + Files.readString(lab.resolve("ca.pem"));
        new LabFactory(lab, Clock.systemUTC()).create(2, 99, "elsewhere");
        assertEquals(before, Files.readString(lab.resolve("credentials.json")) + Files.readString(lab.resolve("node-1/node.json")) + Files.readString(lab.resolve("ca.pem")));
    }

    private java.util.stream.Stream<String> detail(int node) {
        Matcher calls = Pattern.compile("<call id=\"([^\"]+)").matcher(get(node, "/api/v1/calls?limit=50"));
        return calls.results().map(found -> get(node, "/api/v1/calls/" + found.group(1)));
    }

    private WebSocket socket(String token, Frames frames) {
        URI uri = URI.create("wss://127.0.0.1:" + configs.get(0).port() + "/events/v1?authToken=" + token);
        return client.newWebSocketBuilder().buildAsync(uri, frames).join();
    }

    private URI uri(int node, String path) {
        return URI.create("https://127.0.0.1:" + configs.get(node).port() + path);
    }

    private String get(int node, String path) {
        try {
            return send(node, "GET", path, "").body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(int node, String method, String path, String form) throws IOException, InterruptedException {
        String pair = configs.get(node).user() + ":" + configs.get(node).password();
        return client.send(HttpRequest.newBuilder(uri(node, path)).header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + java.util.Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .method(method, BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
    }

    private static String first(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.find(), text);
        return matcher.group(1);
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "it did not happen in " + PATIENCE);
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    private static SSLContext trusting(Path authority) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("lab", Pem.chain(authority)[0]);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** Collects frames. */
    @NonNullByDefault({})
    private static final class Frames implements WebSocket.Listener {
        private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                texts.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }

    /** A receiver as the vendor's sample: it answers 200 without a length and does not close. */
    private static final class Sink implements AutoCloseable {
        private final ServerSocket server;
        private final ExecutorService threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor();
        private final BlockingQueue<String> batches = new LinkedBlockingQueue<>();

        Sink() throws IOException {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            threads.submit(() -> {
                while (true) {
                    Socket socket = server.accept();
                    threads.submit(() -> answer(socket));
                }
            });
        }

        int port() {
            return server.getLocalPort();
        }

        private Object answer(Socket socket) throws IOException {
            InputStream in = socket.getInputStream();
            StringBuilder text = new StringBuilder();
            while (text.indexOf("</records>") < 0) {
                int next = in.read();
                if (next < 0) {
                    return text;
                }
                text.append((char) next);
            }
            batches.add(text.toString());
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return text;
        }

        @Override
        public void close() throws IOException {
            server.close();
            threads.shutdownNow();
        }
    }
}
