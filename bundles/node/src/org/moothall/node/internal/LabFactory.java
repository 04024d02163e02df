package org.moothall.node.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.core.json.Json;
import org.moothall.node.internal.NodeConfig.Cluster;
import org.moothall.node.internal.NodeConfig.Lab;
import org.moothall.node.internal.NodeConfig.Member;

import com.fasterxml.jackson.databind.json.JsonMapper;

/** Makes the folder of a lab: authority, credentials and a configuration for each node. What is there already is kept. */
final class LabFactory {

    private static final String LOCAL = "127.0.0.1";
    private static final int PASSWORD_BYTES = 15;
    private static final int FIRST_PORT = 20_000;
    private static final int PORTS = 10_000;
    private static final JsonMapper MAPPER = Json.lenient();

    private final Path directory;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** What is in {@code credentials.json}. */
    record Access(List<NodeAccess> nodes) {}

    /** What a client needs to use a node. */
    record NodeAccess(String name, URI url, String user, String password, String caFile) {}

    LabFactory(Path directory, Clock clock) {
        this.directory = directory.toAbsolutePath().normalize();
        this.clock = clock;
    }

    /** Makes what is missing. Problem: {@code core.invalid-input} when the folder cannot be written or holds another lab. */
    void create(LabPlan plan) {
        try {
            Files.createDirectories(directory);
            LabAuthority authority = new LabAuthority(directory);
            authority.establish();
            List<NodeConfig> configs = new ArrayList<>();
            boolean complete = existing(configs, plan.nodes());
            if (!complete) {
                configs = fresh(plan);
            }
            for (int i = 0; i < plan.nodes(); i++) {
                authority.issue(folder(i), configs.get(i).name());
            }
            write(configs, complete);
        } catch (IOException | GeneralSecurityException e) {
            throw new ProblemException(Problem.of(CoreProblem.INVALID_INPUT, "The lab cannot be made in " + directory + ": " + e.getMessage()
                    + ". Choose a folder that may be written."), e);
        }
    }

    private boolean existing(List<NodeConfig> found, int nodes) throws IOException {
        for (int i = 0; i < nodes; i++) {
            Files.createDirectories(folder(i));
            if (Files.exists(folder(i).resolve("node.json"))) {
                found.add(NodeConfig.read(folder(i).resolve("node.json")));
            }
        }
        if (!found.isEmpty() && found.size() != nodes || Files.exists(folder(nodes).resolve("node.json"))) {
            throw Problem.invalid("--nodes", "this folder holds a lab with another number of nodes. Use that number or another folder.").exception();
        }
        return !found.isEmpty();
    }

    private List<NodeConfig> fresh(LabPlan plan) throws IOException {
        int nodes = plan.nodes();
        List<Integer> ports = freePorts(nodes);
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            members.add(new Member(UUID.randomUUID(), "lab-node-" + (i + 1), URI.create("https://" + LOCAL + ":" + ports.get(i))));
        }
        Cluster cluster = new Cluster(UUID.randomUUID(), secret(), "../ca.pem", nodes == 1 ? List.of() : members);
        String password = secret(); // one account for the whole cluster, as operators have it: who adds one bridge discovers the rest
        Instant epoch = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<NodeConfig> configs = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            configs.add(new NodeConfig(members.get(i).name(), members.get(i).id(), UUID.randomUUID(), LOCAL, ports.get(i), "apiuser", password, "node.pem",
                    "node.key",
                    plan.cdrTrust(), "data", cluster, new Lab(plan.seed(), epoch, plan.script(), plan.scenario()), null));
        }
        return configs;
    }

    private void write(List<NodeConfig> configs, boolean kept) throws IOException {
        List<NodeAccess> access = new ArrayList<>();
        for (int i = 0; i < configs.size(); i++) {
            NodeConfig config = configs.get(i);
            if (!kept) {
                PrivateFiles.write(folder(i).resolve("node.json"), MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(config), true);
            }
            access.add(new NodeAccess(config.name(), URI.create("https://" + config.address() + ":" + config.port()), config.user(), config.password(),
                    directory.resolve("ca.pem").toString()));
        }
        PrivateFiles.write(directory.resolve("credentials.json"), MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(new Access(access)), true);
    }

    /**
     * All at once, so that they differ; from below the range that systems take ports for connections from, where somebody else
     * might hold them at the next start.
     */
    private List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int tries = 0; sockets.size() < count; tries++) {
                open(FIRST_PORT + random.nextInt(PORTS), tries >= PORTS).ifPresent(sockets::add);
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    private static Optional<ServerSocket> open(int port, boolean last) throws IOException {
        try {
            return Optional.of(new ServerSocket(port, 1, InetAddress.getByName(LOCAL)));
        } catch (BindException e) {
            if (last) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Path folder(int node) {
        return directory.resolve("node-" + (node + 1));
    }

    private String secret() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
