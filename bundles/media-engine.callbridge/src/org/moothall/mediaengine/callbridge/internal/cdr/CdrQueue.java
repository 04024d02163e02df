package org.moothall.mediaengine.callbridge.internal.cdr;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

import org.moothall.mediaengine.callbridge.internal.api.Xml;

/**
 * The records that one receiver has not acknowledged. A batch keeps its bytes until it is acknowledged; when the queue is
 * full the oldest records outside the batch are dropped and the next one tells how many are missing. Thread-safe.
 *
 * @spec meeting-server-wire §2.1, §2.2
 */
final class CdrQueue implements Batches {

    private static final int BATCH = 50;
    private static final byte[] NONE = {};

    private record Waiting(CdrRecord record, long correlatorIndex) {}

    private final String head;
    private final int capacity;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long nextIndex = 1;
    private long missing;
    private byte[] batch = NONE;

    /** @param head {@code <records …>} of this session */
    CdrQueue(String head, int capacity) {
        this.head = head;
        this.capacity = capacity;
    }

    synchronized void add(CdrRecord record, long correlatorIndex) {
        if (waiting.size() == capacity) {
            waiting.removeFirst();
            missing++;
        }
        waiting.addLast(new Waiting(record, correlatorIndex));
        notifyAll();
    }

    @Override
    public synchronized byte[] next(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = millis; left > 0 && batch.length == 0 && waiting.isEmpty(); left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
            wait(left);
        }
        if (batch.length == 0 && !waiting.isEmpty()) {
            batch = write();
        }
        return batch;
    }

    @Override
    public synchronized boolean done() {
        return batch.length == 0 && waiting.isEmpty();
    }

    @Override
    public synchronized void acknowledged() {
        batch = NONE;
    }

    private byte[] write() {
        StringBuilder out = new StringBuilder(head);
        for (int i = 0; i < BATCH && !waiting.isEmpty(); i++) {
            Waiting next = waiting.removeFirst();
            out.append("<record type=\"").append(next.record().type()).append("\" time=\"").append(next.record().time().truncatedTo(ChronoUnit.SECONDS))
                    .append("\" recordIndex=\"").append(nextIndex++).append("\" correlatorIndex=\"").append(next.correlatorIndex());
            if (missing > 0) {
                out.append("\" numPreceedingRecordsMissing=\"").append(missing);
                missing = 0;
            }
            out.append("\">\n").append(next.record().content()).append("</record>\n");
        }
        return out.append("</records>").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The beginning of every batch of a session. @param bridge empty when the bridge is not clustered */
    static String head(String session, String bridge) {
        String xml = bridge.isEmpty() ? Xml.document("records", "session", session).end()
                : Xml.document("records", "session", session, "callBridge", bridge).end();
        return xml.substring(0, xml.length() - "</records>".length());
    }
}
