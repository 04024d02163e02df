package org.moothall.client.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;

import org.eclipse.jdt.annotation.NonNullByDefault;

/** Remembers when something last came in, so that a connection that died in silence is found out. */
@NonNullByDefault({})
final class HeardStream extends FilterInputStream {

    private final Clock clock;
    private volatile Instant heard;

    HeardStream(InputStream in, Clock clock) {
        super(in);
        this.clock = clock;
        this.heard = clock.instant();
    }

    Instant heard() {
        return heard;
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        heard = clock.instant();
        return octet;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        heard = clock.instant();
        return count;
    }
}
