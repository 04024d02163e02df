import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What {@code releng/run} has to say in JSON; run from source by the JDK.
 *
 * <pre>
 * account READY ACCOUNT   keeps the first password of a server's ready file for later starts
 * cluster ACCOUNT LAB     adds the lab's cluster to the server when it is not there, waits until all bridges are healthy
 * ready ACCOUNT LAB FILE NAME=PID…   writes the ready file
 * </pre>
 */
final class LabSetup {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CLUSTER = "Lab";

    private LabSetup() {}

    public static void main(String[] args) throws Exception {
        switch (args[0]) {
            case "account" -> account(Path.of(args[1]), Path.of(args[2]));
            case "cluster" -> new Server(read(Path.of(args[1]))).addCluster(Path.of(args[2]));
            case "ready" -> ready(args);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void account(Path readyFile, Path accountFile) throws IOException {
        JsonNode ready = read(readyFile);
        ObjectNode account = Files.exists(accountFile) ? (ObjectNode) read(accountFile) : JSON.createObjectNode();
        for (String field : new String[] {"url", "user", "password", "caFile"}) {
            if (ready.hasNonNull(field)) {
                account.set(field, ready.get(field));
            }
        }
        writePrivately(accountFile, account);
    }

    private static void ready(String[] args) throws IOException {
        ObjectNode ready = read(Path.of(args[1])).deepCopy();
        Path credentials = Path.of(args[2]).resolve("credentials.json");
        ready.set("nodes", Files.exists(credentials) ? read(credentials).path("nodes") : JSON.createArrayNode());
        ObjectNode pids = ready.putObject("pids");
        for (int i = 4; i < args.length; i++) {
            int equals = args[i].indexOf('=');
            pids.put(args[i].substring(0, equals), Long.parseLong(args[i].substring(equals + 1)));
        }
        writePrivately(Path.of(args[3]), ready);
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(file.toFile());
    }

    /** In one step, readable by the owner alone. */
    private static void writePrivately(Path file, JsonNode content) throws IOException {
        Path part = file.toAbsolutePath().resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(part, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content));
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The server's API, signed in. */
    private static final class Server {
        private final HttpClient client;
        private final String base;
        private final String token;
        private final int port;

        Server(JsonNode account) throws Exception {
            base = account.path("url").asText() + "/api/v1";
            port = URI.create(base).getPort();
            client = HttpClient.newBuilder().sslContext(trusting(Path.of(account.path("caFile").asText()))).build();
            ObjectNode body = JSON.createObjectNode().put("user", account.path("user").asText()).put("password", account.path("password").asText());
            token = send(HttpRequest.newBuilder(URI.create(base + "/sessions")).POST(json(body))).path("token").asText();
        }

        void addCluster(Path lab) throws Exception {
            JsonNode nodes = read(lab.resolve("credentials.json")).path("nodes");
            String cluster = clusterId();
            if (cluster.isEmpty()) {
                cluster = add(nodes.path(0), Files.readString(lab.resolve("ca.pem")));
            }
            addMissing(cluster, nodes, Files.readString(lab.resolve("ca.pem")));
            tellAddress(cluster);
            waitUntilHealthy(nodes.size());
        }

        private String add(JsonNode node, String authorities) throws Exception {
            URI address = URI.create(node.path("url").asText());
            ObjectNode body = JSON.createObjectNode().put("address", address.getHost() + ":" + address.getPort())
                    .put("user", node.path("user").asText()).put("password", node.path("password").asText())
                    .put("clusterName", CLUSTER).put("discover", true);
            body.putObject("trust").put("mode", "chain").put("authoritiesPem", authorities);
            return post("/call-bridges", body).path("callBridge").path("cluster").asText();
        }

        /** Nodes that discovery did not bring, because they were down then: with their own credentials. */
        private void addMissing(String cluster, JsonNode nodes, String authorities) throws Exception {
            Set<Integer> known = new HashSet<>();
            get("/call-bridges").path("items").forEach(bridge -> known.add(bridge.path("port").asInt()));
            ObjectNode body = JSON.createObjectNode();
            ArrayNode missing = body.putArray("callBridges");
            for (JsonNode node : nodes) {
                URI address = URI.create(node.path("url").asText());
                if (!known.contains(address.getPort())) {
                    missing.addObject().put("address", address.getHost() + ":" + address.getPort()).put("user", node.path("user").asText())
                            .put("password", node.path("password").asText()).putObject("trust").put("mode", "chain").put("authoritiesPem", authorities);
                }
            }
            if (!missing.isEmpty()) {
                post("/clusters/" + cluster + "/discovery", body);
            }
        }

        /** The nodes reach this server on the loopback address, with the port that it has today. */
        private void tellAddress(String cluster) throws Exception {
            String address = "127.0.0.1:" + port;
            JsonNode now = get("/clusters/" + cluster);
            if (!address.equals(now.path("cdrAddress").asText())) {
                send(request("/clusters/" + cluster).header("If-Match", "\"" + now.path("version").asText() + "\"")
                        .method("PATCH", json(JSON.createObjectNode().put("cdrAddress", address))));
            }
        }

        private void waitUntilHealthy(int expected) throws Exception {
            Instant deadline = Instant.now().plus(PATIENCE);
            while (true) {
                JsonNode bridges = get("/call-bridges").path("items");
                long healthy = 0;
                for (JsonNode bridge : bridges) {
                    JsonNode status = bridge.path("status");
                    boolean linked = status.path("cdr").asText().equals("connected") && status.path("events").asText().equals("connected");
                    healthy += status.path("health").asText().equals("ok") && linked ? 1 : 0;
                }
                if (healthy >= expected) {
                    return;
                }
                if (Instant.now().isAfter(deadline)) {
                    System.err.println("  only " + healthy + " of " + expected + " Call Bridges are healthy; the Servers page says why.");
                    return;
                }
                Thread.sleep(200);
            }
        }

        private String clusterId() throws Exception {
            for (JsonNode cluster : get("/clusters").path("items")) {
                if (cluster.path("name").asText().equals(CLUSTER)) {
                    return cluster.path("id").asText();
                }
            }
            return "";
        }

        private JsonNode get(String path) throws Exception {
            return send(request(path).GET());
        }

        private JsonNode post(String path, JsonNode body) throws Exception {
            return send(request(path).POST(json(body)));
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token);
        }

        private JsonNode send(HttpRequest.Builder request) throws Exception {
            HttpResponse<String> answer = client.send(request.timeout(PATIENCE).header("Content-Type", "application/json").build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                System.err.println("  The server refused " + answer.uri().getPath() + " (" + answer.statusCode() + "): " + answer.body());
                System.exit(1);
            }
            return JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
        }

        private static HttpRequest.BodyPublisher json(JsonNode body) {
            return BodyPublishers.ofString(body.toString());
        }

        private static SSLContext trusting(Path authority) throws Exception {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            try (InputStream in = Files.newInputStream(authority)) {
                for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    trusted.setCertificateEntry("authority-" + trusted.size(), certificate);
                }
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        }
    }
}
