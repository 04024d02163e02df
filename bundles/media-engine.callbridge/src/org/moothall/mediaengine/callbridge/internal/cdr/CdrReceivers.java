package org.moothall.mediaengine.callbridge.internal.cdr;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;

import org.moothall.core.Executors;
import org.moothall.mediaengine.ConferenceEvent;
import org.moothall.mediaengine.Identities;
import org.moothall.mediaengine.StateFile;
import org.moothall.mediaengine.callbridge.CallBridgeSettings;
import org.moothall.mediaengine.callbridge.internal.api.Alarms;
import org.moothall.mediaengine.callbridge.Fault;
import org.moothall.mediaengine.callbridge.internal.faults.FaultBox;
import org.moothall.net.Https;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The receivers of this bridge's call detail records, kept over restarts, and the records' numbers. Thread-safe. */
public final class CdrReceivers implements AutoCloseable {

    /** How many a bridge has at most. */
    public static final int MOST = 4;
    private static final Logger LOG = LoggerFactory.getLogger(CdrReceivers.class);
    private static final int CAPACITY = 2_000;

    private final StateFile<Kept> file;
    private final Https https;
    private final CallBridgeSettings settings;
    private final Alarms alarms;
    private final FaultBox faults;
    private final Executors executors;
    private final Identities ids;
    private final String head;
    private final Map<UUID, CdrReceiver> receivers = new LinkedHashMap<>();
    private final Map<UUID, Line> lines = new LinkedHashMap<>();
    private long correlatorIndex;
    private boolean started;

    /** What is on the disk. */
    record Kept(List<CdrReceiver> receivers) {}

    private record Line(CdrQueue queue, CdrSender sender, ExecutorService thread) {
        void begin() {
            thread.execute(sender);
        }

        void end() {
            sender.stop();
            thread.shutdown();
        }
    }

    /** Those of the last run, in a new session; nothing is sent before {@link #start()}. */
    public CdrReceivers(CallBridgeSettings settings, Https https, Executors executors, Alarms alarms, FaultBox faults, Identities ids) {
        this.ids = ids;
        this.settings = settings;
        this.https = https;
        this.alarms = alarms;
        this.faults = faults;
        this.executors = executors;
        this.head = CdrQueue.head(ids.next(Identities.Kind.SESSION).toString(), settings.clustered() ? settings.self().id().toString() : "");
        this.file = new StateFile<>(settings.directory().resolve("cdr-receivers.json"), Kept.class);
        file.read().ifPresent(kept -> kept.receivers().forEach(this::put));
    }

    /** The id of a new receiver. */
    UUID fresh() {
        return ids.next(Identities.Kind.OBJECT);
    }

    /** Begins to send. */
    public synchronized void start() {
        started = true;
        lines.values().forEach(Line::begin);
    }

    /** Index of the next record. */
    public synchronized long correlatorIndex() {
        return correlatorIndex;
    }

    /** Records this event for every receiver. Quick. */
    public synchronized void accept(ConferenceEvent event) {
        CdrWriter.of(event).ifPresent(record -> {
            if (!lines.isEmpty() && faults.on(Fault.Kind.CDR_LOSS).isEmpty()) {
                CdrRecord shown = record.off(faults.skew());
                lines.values().forEach(line -> line.queue().add(shown, correlatorIndex));
            }
            correlatorIndex++;
        });
    }

    synchronized List<CdrReceiver> list() {
        return List.copyOf(receivers.values());
    }

    /** Adds or changes a receiver. */
    synchronized void set(CdrReceiver receiver) {
        put(receiver);
        keep();
    }

    synchronized void remove(UUID id) {
        stop(id);
        receivers.remove(id);
        keep();
    }

    private void put(CdrReceiver receiver) {
        CdrReceiver before = receivers.put(receiver.id(), receiver);
        if (receiver.equals(before)) {
            return;
        }
        stop(receiver.id());
        if (!receiver.uri().isEmpty()) {
            CdrQueue queue = new CdrQueue(head, CAPACITY);
            CdrSender sender = new CdrSender(https, URI.create(receiver.uri()), settings.cdrTrust(), new ShakyBatches(queue, faults),
                    reached -> reachable(receiver, reached));
            Line line = new Line(queue, sender, executors.endless("cdr-sender", sender::idle));
            lines.put(receiver.id(), line);
            if (started) {
                line.begin();
            }
        }
    }

    private void reachable(CdrReceiver receiver, boolean reached) {
        String key = alarm(receiver.id());
        if (reached && alarms.clear(key)) {
            LOG.info("successfully connected to CDR receiver {}", number(receiver));
        } else if (!reached && alarms.raise(key, "cdrConnectionFailure", Map.of("failureReason", "connectFailure"))) {
            LOG.warn("unable to connect to CDR receiver {} ({})", number(receiver), URI.create(receiver.uri()).getAuthority());
        }
    }

    private synchronized int number(CdrReceiver receiver) {
        return new ArrayList<>(receivers.keySet()).indexOf(receiver.id()) + 1;
    }

    private void stop(UUID id) {
        if (lines.containsKey(id)) {
            lines.remove(id).end();
            alarms.clear(alarm(id));
        }
    }

    private static String alarm(UUID id) {
        return "cdr-" + id;
    }

    private void keep() {
        file.write(new Kept(list()));
    }

    @Override
    public synchronized void close() {
        lines.values().forEach(line -> line.thread().shutdownNow());
    }
}
