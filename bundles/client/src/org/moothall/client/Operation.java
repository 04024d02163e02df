package org.moothall.client;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How far a long piece of work on the server is.
 *
 * @param done parts of {@code total}
 * @param step what is being done now, for people
 * @param result what it gave, when done
 * @param failure why it ended, when it failed
 */
public record Operation(String id, String title, State state, int done, int total, String step, Instant startedAt, @Nullable Instant endedAt,
        @Nullable JsonNode result, @Nullable String failure) {

    /** The life of an operation. */
    public enum State { RUNNING, DONE, FAILED, CANCELLED }
}
