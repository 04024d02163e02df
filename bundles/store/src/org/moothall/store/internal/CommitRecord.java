package org.moothall.store.internal;

import java.time.Duration;

import org.moothall.core.ProblemException;
import org.moothall.store.Database.Writing;

/** Remembers how commits went. One thread tells, any may ask. */
final class CommitRecord {

    private boolean underWay;
    private long begun;
    private long latestNanos;
    private long refused;
    private String why = "";

    synchronized void begin() {
        underWay = true;
        begun = System.nanoTime();
    }

    synchronized void end() {
        underWay = false;
        latestNanos = System.nanoTime() - begun;
    }

    synchronized void refused(ProblemException failure) {
        refused++;
        why = failure.problem().detail();
    }

    synchronized Writing writing() {
        long sofar = underWay ? System.nanoTime() - begun : 0;
        return new Writing(refused, why, Duration.ofNanos(Math.max(latestNanos, sofar)));
    }
}
