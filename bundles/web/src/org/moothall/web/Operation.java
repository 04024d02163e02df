package org.moothall.web;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

/**
 * How far a long piece of work is.
 *
 * @param state where it is in its life
 * @param result what it gave, or gave so far, or null
 * @param failure why it ended, when {@code FAILED}
 */
public record Operation(String id, String title, State state, int done, int total, String step, Instant startedAt, @Nullable Instant endedAt,
        @Nullable Object result, @Nullable String failure) {

    /** The life of an operation. */
    public enum State { RUNNING, DONE, FAILED, CANCELLED }
}
