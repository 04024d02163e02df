package org.moothall.mediaengine.callbridge.internal.cdr;

import java.util.ArrayDeque;
import java.util.Deque;

import org.moothall.mediaengine.callbridge.Fault;
import org.moothall.mediaengine.callbridge.internal.faults.FaultBox;

/** Batches that come twice or change places as the faults say. Used by one thread. */
final class ShakyBatches implements Batches {

    private static final byte[] NONE = {};
    private static final long PATIENCE_MILLIS = 10_000;

    private final Batches source;
    private final FaultBox faults;
    private final Deque<byte[]> held = new ArrayDeque<>();
    private byte[] current = NONE;
    private volatile boolean taken;

    ShakyBatches(Batches source, FaultBox faults) {
        this.source = source;
        this.faults = faults;
    }

    @Override
    public byte[] next(long millis) throws InterruptedException {
        if (current.length == 0) {
            current = held.isEmpty() ? taken(millis) : held.removeFirst();
        }
        return current;
    }

    /** Asked on any thread. */
    @Override
    public boolean done() {
        return source.done() && !taken;
    }

    @Override
    public void acknowledged() {
        if (faults.on(Fault.Kind.CDR_DUPLICATE).isPresent()) {
            held.addLast(current);
        }
        current = NONE;
        taken = !held.isEmpty();
    }

    /** The next batch of the source, or the one after it. */
    private byte[] taken(long millis) throws InterruptedException {
        byte[] first = out(millis);
        if (first.length > 0 && faults.on(Fault.Kind.CDR_REORDER).isPresent()) {
            byte[] second = out(PATIENCE_MILLIS);
            if (second.length > 0) {
                held.addLast(first);
                return second;
            }
        }
        return first;
    }

    private byte[] out(long millis) throws InterruptedException {
        byte[] batch = source.next(millis);
        if (batch.length > 0) {
            taken = true; // before the source has nothing more to say of it
            source.acknowledged();
        }
        return batch;
    }
}
