package org.moothall.meetings.internal.desk;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.DeskChange;

/** Who looks after a meeting, and what was noted on it. */
record Care(@Nullable String lookedAfterBy, @Nullable String note, @Nullable String notedBy, @Nullable Instant notedAt) {

    private static final Care NONE = new Care(null, null, null, null);

    static @Nullable Care of(String text) {
        return text.isEmpty() ? null : Texts.read(text, Care.class);
    }

    /** As it is kept after a change; empty when nothing is left. */
    static String after(@Nullable Care before, DeskChange change, String user, Instant now) {
        Care care = (before == null ? NONE : before).lookedAfter(change.lookedAfter(), user).noted(change.note(), user, now);
        return care.equals(NONE) ? "" : Texts.write(care);
    }

    private Care lookedAfter(@Nullable Boolean wanted, String user) {
        return wanted == null ? this : new Care(wanted ? user : null, note, notedBy, notedAt);
    }

    private Care noted(@Nullable String wanted, String user, Instant now) {
        if (wanted == null || wanted.equals(note)) {
            return this;
        }
        boolean nothing = wanted.isBlank();
        return new Care(lookedAfterBy, nothing ? null : wanted, nothing ? null : user, nothing ? null : now);
    }
}
