package org.moothall.meetings.internal.desk;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

/** Who pinned a space, and when. */
record Pin(String by, Instant at) {

    static @Nullable Pin of(String text) {
        return text.isEmpty() ? null : Texts.read(text, Pin.class);
    }

    String text() {
        return Texts.write(this);
    }
}
