package org.moothall.meetings.internal.projection;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * When something began and ended. The bridge's own word (a record) is final; what we concluded may be taken back.
 *
 * @param seen when we first heard of it
 * @param started the bridge's word or estimate
 * @param ended the bridge's word, once it told
 * @param gone when it disappeared as far as we can tell
 * @param how why we think so
 * @param tick when, in our own order, something last showed that it is alive
 * @param goneTick when, in our own order, it disappeared
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
record Life(Instant seen, @Nullable Instant started, @Nullable Instant ended, @Nullable Instant gone, How how, long tick, long goneTick) {

    /** What makes us think that something is no more. */
    enum How {
        /** It is there. */
        PRESENT,
        /** The events channel said so. */
        REMOVED,
        /** It was not found when we looked for it. */
        MISSING,
        /** Its bridge was restarted. */
        LOST
    }

    static Life since(Instant seen, long tick) {
        return new Life(seen, null, null, null, How.PRESENT, tick, 0);
    }

    boolean alive() {
        return ended == null && gone == null;
    }

    /** Whether the end is our conclusion only and nobody saw it happen. */
    boolean guessed() {
        return ended == null && (how == How.MISSING || how == How.LOST);
    }

    Instant start() {
        @Nullable Instant known = started;
        return known == null ? seen : known;
    }

    @Nullable
    Instant end() {
        return ended == null ? gone : ended;
    }

    /** The bridge told when it began: that counts more than any estimate. */
    Life starting(Instant time) {
        return new Life(seen, time, ended, gone, how, tick, goneTick);
    }

    Life ending(Instant time) {
        @Nullable Instant known = ended;
        return known != null && !known.isAfter(time) ? this : new Life(seen, started, time, gone, how, tick, goneTick);
    }

    Life going(Instant time, How why, long when) {
        return alive() ? new Life(seen, started, ended, time, why, tick, when) : this;
    }

    /** Something shows that it is alive, newer than {@code when}. */
    Life back(long when) {
        boolean revived = gone != null && how != How.LOST && when > goneTick;
        return new Life(seen, started, ended, revived ? null : gone, revived ? How.PRESENT : how, Math.max(tick, when), goneTick);
    }
}
