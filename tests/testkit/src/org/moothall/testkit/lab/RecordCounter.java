package org.moothall.testkit.lab;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A receiver of call detail records that counts and acknowledges them. Thread-safe. */
public final class RecordCounter implements AutoCloseable {

    private static final String RECORD = "<record ";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong posts = new AtomicLong();
    private final AtomicLong records = new AtomicLong();

    /** Listens on a free port of this machine. */
    public RecordCounter() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    /** Where a bridge is to send to. */
    public URI address(String bridge) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/cdr/" + bridge);
    }

    /** Bodies so far. */
    public long posts() {
        return posts.get();
    }

    /** Records so far. */
    public long records() {
        return records.get();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange; InputStream body = exchange.getRequestBody()) {
            String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            int found = 0;
            for (int at = text.indexOf(RECORD); at >= 0; at = text.indexOf(RECORD, at + RECORD.length())) {
                found++;
            }
            records.addAndGet(found);
            posts.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
