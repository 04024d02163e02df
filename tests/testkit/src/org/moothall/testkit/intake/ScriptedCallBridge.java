package org.moothall.testkit.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

import javax.net.ssl.SSLContext;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.testkit.TestCertificates;
import org.moothall.testkit.TlsServer;
import org.moothall.testkit.TlsServer.Received;

/**
 * A Call Bridge that only tells records, as fast as they are acknowledged, and sends what is not acknowledged again, byte by byte
 * the same. Its meetings cannot be read and it has no events: what the server knows it knows from the records. Thread-safe.
 *
 * @spec wire §1.6, §2.1
 */
public final class ScriptedCallBridge implements AutoCloseable {

    private static final long AGAIN_NANOS = Duration.ofMillis(20).toNanos();
    private static final int MOST_RECORDS = 40;
    private static final String RECEIVER = "f3b2f3a0-0000-4000-8000-000000000001";

    private final String name;
    private final RecordScript script;
    private final SSLContext trust;
    private final Random random;
    private final TlsServer server;
    private final TestCertificates certificate;
    private final ExecutorService sender = Executors.newSingleThreadExecutor();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile @Nullable String receiver;
    private volatile long limit;
    private volatile long told;
    private volatile int batch;
    private volatile Latencies latencies = new Latencies();
    private volatile @Nullable Pace pace;
    private volatile @Nullable CdrConnection connection;
    private volatile @Nullable Thread teller;
    private volatile boolean closed;

    /**
     * Listens, and waits for {@link #tellUpTo}.
     *
     * @param name a word of letters and digits
     * @param trust trusts the server
     * @param seed of the sizes of its batches
     */
    public ScriptedCallBridge(String name, TestCertificates certificate, SSLContext trust, long seed) {
        this(name, certificate, trust, new Random(seed), session -> new RecordScript(name, session));
    }

    /** Tells what a script says for its session. */
    ScriptedCallBridge(String name, TestCertificates certificate, SSLContext trust, Random random, Function<UUID, RecordScript> scripts) {
        this.name = name;
        this.certificate = certificate;
        this.trust = trust;
        this.random = random;
        script = scripts.apply(new UUID(random.nextLong(), random.nextLong()));
        server = new TlsServer(certificate, this::answer);
        sender.execute(this::run);
    }

    /** The body that adds it to the server. */
    public String description() {
        return "{\"address\":\"127.0.0.1:" + server.port() + "\",\"user\":\"api\",\"password\":\"api\",\"clusterName\":\"" + name
                + "\",\"trust\":{\"mode\":\"pinned\",\"sha256\":\"" + certificate.sha256() + "\"}}";
    }

    /** The name it was made with. */
    public String name() {
        return name;
    }

    /** What it tells. */
    public RecordScript script() {
        return script;
    }

    /** Whether the server has told it where to send records. */
    public boolean registered() {
        return receiver != null;
    }

    /** Bodies are due one after the other, whatever becomes of those before. */
    private static final class Pace {
        private final int records;
        private final long everyNanos;
        private long due;

        Pace(int records, long everyNanos, long first) {
            this.records = records;
            this.everyNanos = everyNanos;
            due = first;
        }
    }

    /** Goes on until so many records were acknowledged; what is under way is still sent until it is. */
    public void tellUpTo(long records) {
        pace = null;
        limit = records;
        LockSupport.unpark(teller);
    }

    /** Goes on for ever. */
    public void tell() {
        tellUpTo(Long.MAX_VALUE);
    }

    /** Begins nothing more. */
    public void pause() {
        tellUpTo(0);
    }

    /** Records that were answered 200: all below this number. */
    public long acknowledged() {
        return acknowledged.get();
    }

    /** Records that were sent at least once: all below this number. */
    public long told() {
        return told;
    }

    /** Bodies that were answered with something other than 200, or not at all. */
    public long refused() {
        return refused.get();
    }

    /** From now on so many records a POST, and how long each takes is noted here. */
    public void measure(int records, Latencies into) {
        batch = records;
        latencies = into;
    }

    /**
     * Goes on for ever, but has so many records to tell every so often, and no more. What cannot be sent when it is due is sent
     * as soon as it can be; how long each takes is noted from when it was due.
     *
     * @param first {@code System.nanoTime()} when the first is due
     */
    public void tellEvery(int records, long everyNanos, long first) {
        pace = new Pace(records, everyNanos, first);
        limit = Long.MAX_VALUE;
        LockSupport.unpark(teller);
    }

    /** Tells these records and no others, up to this number; returns when they were acknowledged. */
    public void tell(String records, int upTo) {
        told = upTo;
        byte[] body = ("<?xml version=\"1.0\"?><records session=\"" + name + "\">" + records + "</records>").getBytes(StandardCharsets.UTF_8);
        while (sent(body) != 200) {
            LockSupport.parkNanos(AGAIN_NANOS);
        }
    }

    /** Sends its records there, whatever a server says. */
    public void sendTo(URI address) {
        receiver = address.toString();
    }

    @Override
    public void close() {
        closed = true;
        disconnect();
        sender.shutdownNow();
        try {
            sender.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.close();
    }

    private void run() {
        teller = Thread.currentThread();
        while (!closed) {
            long next = acknowledged.get();
            @Nullable String address = receiver;
            @Nullable Pace paced = pace;
            if (paced != null && address != null) {
                whenDue(paced, next);
            } else if (next < limit && address != null) {
                int count = (int) Math.min(batch > 0 ? batch : 1 + random.nextInt(MOST_RECORDS), limit - next);
                told = next + count;
                deliver(script.body(next, count).getBytes(StandardCharsets.UTF_8), next + count, 0);
            } else {
                LockSupport.parkNanos(AGAIN_NANOS);
            }
        }
    }

    private void whenDue(Pace paced, long next) {
        byte[] body = script.body(next, paced.records).getBytes(StandardCharsets.UTF_8);
        for (long left = paced.due - System.nanoTime(); left > 0 && !closed && pace == paced; left = paced.due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        if (pace == paced) {
            told = next + paced.records;
            deliver(body, told, paced.due);
            paced.due += paced.everyNanos;
        }
    }

    /** @param due from when on it is measured, or 0 for each time that it is sent */
    private void deliver(byte[] body, long upTo, long due) {
        while (!closed) {
            if (limit > 0) {
                long start = System.nanoTime();
                int status = sent(body);
                if (status != 0 && due == 0) {
                    latencies.add(System.nanoTime() - start);
                }
                if (status == 200) {
                    if (due != 0) {
                        latencies.add(System.nanoTime() - due);
                    }
                    acknowledged.set(upTo);
                    return;
                }
                refused.incrementAndGet();
            }
            LockSupport.parkNanos(AGAIN_NANOS);
        }
    }

    private int sent(byte[] body) {
        try {
            @Nullable CdrConnection open = connection;
            if (open == null) {
                open = new CdrConnection(URI.create(String.valueOf(receiver)), trust);
                connection = open;
            }
            return open.post(body);
        } catch (IOException e) {
            disconnect();
            return 0;
        }
    }

    private void disconnect() {
        @Nullable CdrConnection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }

    private boolean answer(Received request, OutputStream out) throws IOException {
        String[] words = request.line().split(" ");
        String path = words[1].replaceAll("[?].*", "").replaceFirst("^/api/v1/", "");
        if (path.startsWith("system/cdrReceivers")) {
            return receivers(words[0], request, out);
        }
        return switch (path) {
            case "system/status" -> xml(out, "<status><softwareVersion>3.8</softwareVersion><uptimeSeconds>4711</uptimeSeconds><cdrTime>"
                    + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "</cdrTime><clusterEnabled>false</clusterEnabled><cdrCorrelatorIndex>" + told
                    + "</cdrCorrelatorIndex><callLegsActive>0</callLegsActive></status>");
            case "system/load" -> xml(out, "<load><mediaProcessingLoad>1</mediaProcessingLoad></load>");
            case "system/alarms" -> xml(out, "<alarms total=\"0\"></alarms>");
            case "callBridges" -> xml(out, "<callBridges total=\"0\"></callBridges>");
            default -> TlsServer.fixed(503, "text/xml", "").answer(request, out);
        };
    }

    private boolean receivers(String method, Received request, OutputStream out) throws IOException {
        if (!method.equals("GET")) {
            receiver = URLDecoder.decode(request.body().substring(request.body().indexOf('=') + 1), StandardCharsets.UTF_8);
            TlsServer.write(out, "HTTP/1.1 200 OK\r\nLocation: /api/v1/system/cdrReceivers/" + RECEIVER + "\r\nContent-Length: 0\r\n\r\n");
            return true;
        }
        @Nullable String uri = receiver;
        return xml(out, uri == null ? "<cdrReceivers total=\"0\" maximum=\"4\"></cdrReceivers>"
                : "<cdrReceivers total=\"1\" maximum=\"4\"><cdrReceiver id=\"" + RECEIVER + "\"><uri>" + uri + "</uri></cdrReceiver></cdrReceivers>");
    }

    private static boolean xml(OutputStream out, String object) throws IOException {
        return TlsServer.fixed(200, "text/xml", "<?xml version=\"1.0\"?>" + object).answer(new Received("", "", ""), out);
    }
}
