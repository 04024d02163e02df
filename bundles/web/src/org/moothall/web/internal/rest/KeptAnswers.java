package org.moothall.web.internal.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.web.WebProblem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The answers to POSTs that came with an {@code Idempotency-Key}: kept for 24 hours in the memory of this instance, at most
 * 10,000 of them with at most 32 MiB together; the oldest go first. Requests under way are bounded by the listener's threads.
 * Thread-safe; nobody waits.
 */
@Component(service = KeptAnswers.class, immediate = true)
public final class KeptAnswers {

    static final Duration KEPT = Duration.ofHours(24);
    static final int MAX_ANSWERS = 10_000;
    static final int MAX_BODY = 256 << 10;
    static final long MAX_TOGETHER = 32L << 20;
    private static final int SERVER_ERRORS = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Clock clock;
    private final Map<IdempotencyKey, String> running = new HashMap<>();
    /** Oldest first. */
    private final Map<IdempotencyKey, Done> done = new LinkedHashMap<>();
    private long bytes;

    /** Made by the component runtime. */
    @Activate
    public KeptAnswers(@Reference Clock clock) {
        this.clock = clock;
    }

    /** A request that ended. @param answer null when it was too large to keep or has no end */
    private record Done(String print, Instant at, @Nullable KeptAnswer answer, int bytes) { }

    /**
     * The answer to repeat; empty when this request is the first with its key: then it runs and {@link #answered} is called.
     *
     * @throws org.moothall.core.ProblemException {@link CoreProblem.IDEMPOTENCY_KEY_REUSED}, {@link WebProblem#STILL_RUNNING} or
     *         {@link WebProblem#ANSWER_NOT_KEPT}
     */
    synchronized Optional<KeptAnswer> begin(IdempotencyKey key, String print) {
        forgetOld();
        String other = running.get(key);
        Done ended = done.get(key);
        if (other != null || ended != null) {
            requireSame(print, other == null && ended != null ? ended.print() : other);
        }
        if (other != null) {
            throw Problem.of(WebProblem.STILL_RUNNING, "The first request with this key is still being worked on. Repeat it in a moment.").exception();
        }
        if (ended == null) {
            running.put(key, print);
            return Optional.empty();
        }
        return Optional.of(kept(ended));
    }

    /** The request ended with this. @param answer null when it cannot be kept */
    synchronized void answered(IdempotencyKey key, int status, @Nullable KeptAnswer answer) {
        String print = running.remove(key);
        if (print == null || status >= SERVER_ERRORS || status == TOO_MANY_REQUESTS) {
            return; // What failed here, or shall come again later, is tried anew.
        }
        int size = answer == null ? 0 : answer.bytes();
        done.put(key, size > MAX_BODY ? new Done(print, clock.instant(), null, 0) : new Done(print, clock.instant(), answer, size));
        bytes += size > MAX_BODY ? 0 : size;
        forgetOld();
    }

    private static void requireSame(String print, @Nullable String first) {
        if (!print.equals(first)) {
            throw Problem.of(CoreProblem.IDEMPOTENCY_KEY_REUSED, "Method, path or body differ from the first request with this key. Use a new key.").exception();
        }
    }

    private static KeptAnswer kept(Done ended) {
        KeptAnswer answer = ended.answer();
        if (answer == null) {
            throw Problem.of(WebProblem.ANSWER_NOT_KEPT, "The first request with this key was carried out; its answer was too large to keep."
                    + " Read what it changed.").exception();
        }
        return answer;
    }

    private void forgetOld() {
        Instant limit = clock.instant().minus(KEPT);
        Iterator<Done> oldest = done.values().iterator();
        while (oldest.hasNext()) {
            Done next = oldest.next();
            if (next.at().isAfter(limit) && done.size() <= MAX_ANSWERS && bytes <= MAX_TOGETHER) {
                return;
            }
            bytes -= next.bytes();
            oldest.remove();
        }
    }
}
