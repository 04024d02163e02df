package org.moothall.servers.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Secret;
import org.moothall.core.Trust;
import org.moothall.servers.NewCallBridge;
import org.moothall.testkit.TestCertificates;
import org.moothall.testkit.TlsServer;
import org.moothall.testkit.TlsServer.Received;
import org.moothall.testkit.TlsServer.Script;

/** A Call Bridge on this machine that tells of itself what a test says, or misbehaves. Thread-safe. */
final class FakeCallBridge implements AutoCloseable {

    static final String USER = "api";

    final TlsServer server;
    private final String name;
    private volatile String password = "secret";
    private volatile @Nullable String cluster;
    private volatile List<FakeCallBridge> members = List.of();
    private volatile @Nullable Script fault;

    /** In no cluster. */
    FakeCallBridge(TestCertificates certificate, String name) {
        this.name = name;
        this.server = new TlsServer(certificate, this::answer);
    }

    /** Belongs to this cluster from now on; null for none. */
    void in(@Nullable String identity, List<FakeCallBridge> all) {
        cluster = identity;
        members = List.copyOf(all);
    }

    void password(String changed) {
        password = changed;
    }

    /** Answers everything like this from now on; null for well. */
    void fault(@Nullable Script script) {
        fault = script;
    }

    String address() {
        return "localhost:" + server.port();
    }

    /** This bridge, to be added. */
    NewCallBridge asNew(@Nullable Trust trust) {
        return new NewCallBridge(address(), USER, Secret.of(password), null, trust, null);
    }

    private boolean answer(Received request, OutputStream out) throws IOException {
        Script wrong = fault;
        if (wrong != null) {
            return wrong.answer(request, out);
        }
        String basic = Base64.getEncoder().encodeToString((USER + ":" + password).getBytes(StandardCharsets.UTF_8));
        if (!request.head().contains("Basic " + basic)) {
            return TlsServer.fixed(401, "text/plain", "").answer(request, out);
        }
        return TlsServer.fixed(200, "text/xml", "<?xml version=\"1.0\"?>" + body(request.line().split(" ")[1])).answer(request, out);
    }

    private String body(String path) {
        return switch (path.replaceFirst("\\?.*", "").substring("/api/v1/".length())) {
            case "system/status" -> "<status><softwareVersion>3.9</softwareVersion><uptimeSeconds>60</uptimeSeconds><callLegsActive>0</callLegsActive>"
                    + (cluster == null ? "" : "<clusterId>" + cluster + "</clusterId>") + "</status>";
            case "system/load" -> "<load><mediaProcessingLoad>0</mediaProcessingLoad></load>";
            case "system/alarms" -> "<alarms total=\"0\"></alarms>";
            case "system/configuration/cluster" -> "<cluster><uniqueName>" + name + "</uniqueName></cluster>";
            case "callBridges" -> members.stream().map(FakeCallBridge::row)
                    .collect(java.util.stream.Collectors.joining("", "<callBridges total=\"" + members.size() + "\">", "</callBridges>"));
            default -> throw new IllegalArgumentException(path);
        };
    }

    private String row() {
        return "<callBridge id=\"guid-" + name + "\"><name>" + name + "</name><address>https://" + address() + "</address></callBridge>";
    }

    @Override
    public void close() {
        server.close();
    }
}
