package org.moothall.servers.internal.driver;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.core.PeerCertificate;
import org.moothall.net.HttpsPeer;

/** A peer that answers as a test says and remembers what it was asked. */
@NonNullByDefault({})
public final class ScriptedPeer implements HttpsPeer {

    public final List<Request> requests = new ArrayList<>();
    public Listener listener;
    public String webSocketPath;
    private final Function<Request, Response> script;

    public ScriptedPeer(Function<Request, Response> script) {
        this.script = script;
    }

    public static Response xml(int status, String body) {
        return new Response(status, Map.of("content-type", "text/xml"), body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Response send(Request request) {
        requests.add(request);
        return script.apply(request);
    }

    @Override
    public Response sendForStatus(Request request) {
        return send(request);
    }

    @Override
    public Streaming stream(Request request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Socket> webSocket(String path, Listener hears) {
        webSocketPath = path;
        listener = hears;
        return CompletableFuture.completedFuture(new Socket() {
            @Override
            public CompletableFuture<Void> send(String text) {
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public void close() {
                listener.closed("closed");
            }
        });
    }

    @Override
    public Optional<PeerCertificate> certificate() {
        return Optional.empty();
    }

    @Override
    public void close() {
        requests.clear();
    }
}
