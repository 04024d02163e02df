package org.moothall.meetings.internal.intake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

@NonNullByDefault({})
class BoundedBodyTest {

    private final AtomicLong now = new AtomicLong();
    private final BoundedBody bodies = new BoundedBody(now::get);

    @Test
    void aBodyOfTheGreatestLengthIsReadWhole() throws IOException {
        byte[] body = new byte[100_000];
        assertArrayEquals(body, bodies.read(new ByteArrayInputStream(body), body.length));
    }

    @Test
    void aLongerBodyIsNotReadToItsEnd() {
        ByteArrayInputStream in = new ByteArrayInputStream(new byte[10 << 20]);
        assertFalse(assertThrows(BoundedBody.Unbounded.class, () -> bodies.read(in, 100_000)).slow());
        assertTrue(in.available() > 9 << 20);
    }

    @Test
    void aBodyThatComesByteByByteIsGivenUpInTime() {
        InputStream drips = new InputStream() {
            @Override
            public int read() {
                now.addAndGet(TimeUnit.SECONDS.toNanos(3));
                return 'x';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                into[offset] = (byte) read();
                return 1;
            }
        };
        assertTrue(assertThrows(BoundedBody.Unbounded.class, () -> bodies.read(drips, 100_000)).slow());
    }
}
