package org.moothall.web.internal.rest;

import java.time.Duration;

import org.moothall.core.ProblemException;

/** A refusal that ends after a time that is known; the answer tells it as {@code Retry-After}. Its cause is the refusal. */
final class RetryLater extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final Duration wait;

    RetryLater(ProblemException refusal, Duration wait) {
        super(refusal);
        this.wait = wait;
    }

    /** At least 1. */
    long seconds() {
        return Math.max(1, wait.toSeconds());
    }
}
