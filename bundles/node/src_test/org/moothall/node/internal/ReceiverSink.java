package org.moothall.node.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;

/** A receiver of call detail records that keeps whole requests and answers what a test wants. */
final class ReceiverSink implements AutoCloseable {

    static final String BARE_OK = "HTTP/1.1 200 OK\r\n\r\n";
    static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    static final String BUSY = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";
    private static final int PATIENCE_SECONDS = 90;

    private final ServerSocket server;
    private final ExecutorService threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile String answer = OK;

    private ReceiverSink(ServerSocket server) {
        this.server = server;
        threads.submit(() -> {
            while (true) {
                Socket socket = server.accept();
                connections.incrementAndGet();
                threads.submit(() -> serve(socket));
            }
        });
    }

    /** Listens without encryption. */
    static ReceiverSink plain() throws IOException {
        return new ReceiverSink(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    /** Listens with this identity. */
    static ReceiverSink tls(SSLContext identity) throws IOException {
        return new ReceiverSink(identity.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    void answer(String next) {
        answer = next;
    }

    /** The next whole request, headers included. */
    String next() throws InterruptedException {
        String request = requests.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no request came");
        }
        return request;
    }

    boolean quiet() {
        return requests.isEmpty();
    }

    private Object serve(Socket socket) throws IOException {
        try (socket) {
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            while (true) {
                StringBuilder text = new StringBuilder();
                while (text.indexOf("</records>") < 0) {
                    int next = in.read();
                    if (next < 0) {
                        return text;
                    }
                    text.append((char) next);
                }
                String reply = answer;
                requests.add(text.toString());
                out.write(reply.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
