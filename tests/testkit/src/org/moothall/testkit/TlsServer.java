package org.moothall.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import javax.net.ssl.SSLContext;

import org.eclipse.jdt.annotation.Nullable;

/**
 * An HTTPS server on a free port of this machine that answers byte for byte as a test says, right or wrong. Requests with a
 * body must say its length. Thread-safe.
 */
public final class TlsServer implements AutoCloseable {

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Script script;
    private volatile SSLContext context;

    /** What came: {@code head} is the request line and headers as sent, {@code rest} what follows on the connection, a byte a character. */
    public record Received(String line, String head, String body, Reader rest) {

        /** Nothing follows. */
        public Received(String line, String head, String body) {
            this(line, head, body, Reader.nullReader());
        }
    }

    /** Writes the answer to one request; the connection is kept when it returns true. */
    @FunctionalInterface
    public interface Script {
        /** Answers. */
        boolean answer(Received request, OutputStream out) throws IOException;
    }

    /** Listens on a free port with this certificate and answers like this. */
    public TlsServer(TestCertificates certificate, Script script) {
        this(certificate, 0, script);
    }

    /** Listens on this port, 0 for a free one. */
    public TlsServer(TestCertificates certificate, int port, Script script) {
        this.script = script;
        this.context = certificate.serverContext();
        this.listener = listening(port);
        threads.execute(this::accept);
    }

    /** Who comes back to a port waits until nobody else's connection happens to use it. */
    private static ServerSocket listening(int port) {
        AtomicReference<@Nullable ServerSocket> socket = new AtomicReference<>();
        Deadline.await("port " + port, Duration.ofSeconds(60), () -> {
            try {
                socket.set(new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1")));
                return true;
            } catch (BindException e) {
                return false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return Objects.requireNonNull(socket.get());
    }

    /** Status, type and body with a content length; keeps the connection. */
    public static Script fixed(int status, String type, String body) {
        return (request, out) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            write(out, "HTTP/1.1 " + status + " X\r\nContent-Type: " + type + "\r\nContent-Length: " + bytes.length + "\r\n\r\n");
            out.write(bytes);
            out.flush();
            return true;
        };
    }

    /** Writes text at once. */
    public static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Answers like this from now on. */
    public void script(Script next) {
        script = next;
    }

    /** Shows this certificate from now on, on the same port, as an impostor would; the connections that are open end. */
    public void certificate(TestCertificates next) {
        context = next.serverContext();
        open.forEach(TlsServer::end);
    }

    /** The requests so far. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    /** The port. */
    public int port() {
        return listener.getLocalPort();
    }

    /** {@code https://localhost:port}. */
    public URI base() {
        return URI.create("https://localhost:" + port());
    }

    /** How many connections are open. */
    public int connections() {
        return open.size();
    }

    @Override
    public void close() {
        end(listener);
        open.forEach(TlsServer::end);
        threads.shutdownNow();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket plain) {
        try (Socket socket = context.getSocketFactory().createSocket(plain, null, true)) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            for (Received request = read(in); request != null; request = read(in)) {
                received.add(request);
                if (!script.answer(request, socket.getOutputStream())) {
                    return;
                }
            }
        } catch (IOException e) {
            // A client that refuses our certificate or leaves in the middle is what many tests are about.
            end(plain);
        } finally {
            open.remove(plain);
        }
    }

    private static @Nullable Received read(BufferedReader in) throws IOException {
        StringBuilder head = new StringBuilder();
        int length = 0;
        String first = in.readLine();
        for (String line = first; line != null && !line.isEmpty(); line = in.readLine()) {
            head.append(line).append('\n');
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        char[] body = new char[length];
        for (int have = 0; have < length;) {
            int count = in.read(body, have, length - have);
            if (count < 0) {
                return null;
            }
            have += count;
        }
        return first == null ? null : new Received(first, head.toString(), new String(body), in);
    }

    private static void end(java.io.Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
