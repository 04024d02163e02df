package org.moothall.mediaengine.callbridge.internal.cluster;

import java.util.UUID;
import java.util.function.Supplier;

import org.moothall.core.ProblemException;

/** Keeps one other bridge informed: at once when something changes, otherwise once a second. Runs on a thread of its own. */
final class PeerSender implements Runnable {

    private static final long HEARTBEAT_MILLIS = 1_000;
    private static final long GATHER_MILLIS = 40;

    private final Supplier<PeerLine> line;
    private final Runnable lost;
    private final UUID run = UUID.randomUUID();
    private final PeerOutbox outbox;
    private long sequence;
    private volatile boolean stopped;
    private volatile boolean away;

    /** @param line opened when the sender begins to run; @param lost hears when the other bridge cannot be reached */
    PeerSender(Supplier<PeerLine> line, PeerOutbox outbox, Runnable lost) {
        this.line = line;
        this.lost = lost;
        this.outbox = outbox;
    }

    PeerOutbox outbox() {
        return outbox;
    }

    /** Whether there is nothing to tell, or nobody to tell it to. */
    boolean idle() {
        return away || outbox.idle();
    }

    void stop() {
        stopped = true;
        outbox.end();
    }

    @Override
    public void run() {
        try (PeerLine open = line.get()) {
            while (!stopped) {
                outbox.await(HEARTBEAT_MILLIS, GATHER_MILLIS);
                away = !stopped && !tell(open);
                if (away) {
                    outbox.repeat();
                    Thread.sleep(HEARTBEAT_MILLIS / 2);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean tell(PeerLine open) {
        PeerOutbox.Batch batch = outbox.take();
        try {
            boolean taken = open.deliver(new PeerMessage(run, ++sequence, batch.news(), batch.spaces(), batch.items(), batch.orders(), batch.usage()));
            if (taken) {
                outbox.delivered(batch.orders());
            }
            return taken;
        } catch (ProblemException e) {
            lost.run();
            return false;
        }
    }
}
