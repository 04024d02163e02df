package org.moothall.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.moothall.testkit.TlsServer.Received;

/** An HTTPS server that takes what it is posted, or refuses it, and remembers what it took. Thread-safe. */
public final class HttpsReceiver implements AutoCloseable {

    private final TlsServer server;
    private final List<Received> taken = new CopyOnWriteArrayList<>();
    private volatile int status = 204;

    /** Listens on a free port with this certificate. */
    public HttpsReceiver(TestCertificates certificate) {
        this(certificate, 0);
    }

    /** Listens on this port. */
    public HttpsReceiver(TestCertificates certificate, int port) {
        server = new TlsServer(certificate, port, this::answer);
    }

    private boolean answer(Received request, OutputStream out) throws IOException {
        int now = status;
        if (now < 300) {
            taken.add(request);
        }
        TlsServer.write(out, "HTTP/1.1 " + now + " X\r\nContent-Length: 0\r\n\r\n");
        return true;
    }

    /** Answers with this status from now on. */
    public void status(int next) {
        status = next;
    }

    /** What it took, in order. */
    public List<Received> taken() {
        return List.copyOf(taken);
    }

    /** All that it was sent, taken or not. */
    public List<Received> received() {
        return server.received();
    }

    /** The value of this header of a request. */
    public static Optional<String> header(Received request, String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return request.head().lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix)).map(line -> line.substring(prefix.length()).strip())
                .findFirst();
    }

    /** {@code https://localhost:port/path}. */
    public String url(String path) {
        return server.base() + path;
    }

    /** The port. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
