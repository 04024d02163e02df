package org.moothall.meetings.internal.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Reads a body that is bounded in length and time: whoever sends byte by byte would hold a thread for ever. */
public final class BoundedBody {

    private static final int BLOCK = 16 << 10;
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final LongSupplier nanoTime;

    /** By this clock. */
    public BoundedBody(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** What is read is not what may be sent. */
    public static final class Unbounded extends IOException {
        private static final long serialVersionUID = 1L;

        private final boolean slow;

        Unbounded(boolean slow) {
            super(slow ? "the body took too long" : "the body is too long");
            this.slow = slow;
        }

        /** Whether it took too long, rather than being too long. */
        public boolean slow() {
            return slow;
        }
    }

    /** The whole body; throws {@link Unbounded} when it is longer than this or takes longer than 20 seconds. */
    public byte[] read(InputStream in, int most) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] block = new byte[BLOCK];
        long start = nanoTime.getAsLong();
        for (int length = in.read(block); length >= 0; length = in.read(block)) {
            body.write(block, 0, length);
            boolean slow = nanoTime.getAsLong() - start > MOST_NANOS;
            if (slow || body.size() > most) {
                throw new Unbounded(slow);
            }
        }
        return body.toByteArray();
    }
}
