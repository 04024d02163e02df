package org.moothall.mediaengine;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Names what comes into being on one bridge. Seed, place and run decide: whoever makes the same things in the same order gets
 * the same ids, and nothing gets an id that this lab ever used for something else. Thread-safe.
 */
public final class Identities {

    private final long seed;
    private final int place;
    private final long run;
    private final AtomicLongArray given = new AtomicLongArray(Kind.values().length);

    /** What is named. What there is of one kind does not touch the ids of another. */
    public enum Kind {
        /** A call on this bridge. */
        CALL,
        /** A call leg, or the participant of the same id. */
        LEG,
        /** A meeting: what calls are correlated by. */
        MEETING,
        /** A recording or a stream. */
        CAPTURE,
        /** The call leg to a recorder or a streamer. */
        CAPTURE_LEG,
        /** A space. */
        SPACE,
        /** A profile, a rule or another object of the configuration. */
        OBJECT,
        /** A session of call detail records. */
        SESSION,
        /** What lives as long as this run: alarms, jobs, diagnostics. */
        PASSING
    }

    /**
     * Names of one run of one bridge.
     *
     * @param place of the bridge in its cluster, from 0
     * @param run how often the bridge was started before
     */
    public Identities(long seed, int place, long run) {
        this.seed = seed;
        this.place = place;
        this.run = run;
    }

    /** The id of the next thing of this kind. */
    public UUID next(Kind kind) {
        return Chance.of(seed, place, run, kind.ordinal(), given.getAndIncrement(kind.ordinal())).uuid();
    }

    /** The id of the thing of this kind that this number stands for, whatever was named before. */
    public UUID of(Kind kind, long number) {
        return Chance.of(seed, place, run, ~kind.ordinal(), number).uuid();
    }
}
