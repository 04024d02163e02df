package org.moothall.web.internal.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.CoreProblem;
import org.moothall.core.Instance;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.core.Secret;
import org.moothall.core.json.Json;
import org.moothall.security.Vault;
import org.moothall.store.Database;
import org.moothall.web.WebProblem;
import org.moothall.web.internal.store.AnswerStore;
import org.moothall.web.internal.store.AnswerStore.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The answers to POSTs that came with an {@code Idempotency-Key}: kept in the store for 24 hours and for all instances, about
 * 10,000 of them with at most 64 KiB each, the oldest go first. They are sealed, because some hold a password. Thread-safe.
 */
@Component(service = KeptAnswers.class, immediate = true)
public final class KeptAnswers {

    static final Duration KEPT = Duration.ofHours(24);
    static final int MAX_ANSWERS = 10_000;
    static final int MAX_BODY = 64 << 10;
    /** No request is worked on for longer; one of another instance that seems to be has died with it. */
    static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int TIDY_EVERY = 100;
    private static final int SERVER_ERRORS = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    private final AnswerStore store;
    private final Vault vault;
    private final String instance;
    private final Clock clock;
    private final JsonMapper json = Json.strict();
    private final Map<IdempotencyKey, String> running = new ConcurrentHashMap<>();
    private final AtomicInteger begun = new AtomicInteger();

    /** Made by the component runtime. */
    @Activate
    public KeptAnswers(@Reference Database database, @Reference Vault vault, @Reference Instance instance, @Reference Clock clock) {
        this.store = new AnswerStore(database);
        this.vault = vault;
        this.instance = instance.name();
        this.clock = clock;
    }

    /**
     * The answer to repeat; empty when this request is the first with its key: then it runs and {@link #answered} is called.
     *
     * @throws ProblemException {@link CoreProblem#IDEMPOTENCY_KEY_REUSED}, {@link WebProblem#STILL_RUNNING}, {@link WebProblem#INTERRUPTED} or
     *         {@link WebProblem#ANSWER_NOT_KEPT}
     */
    Optional<KeptAnswer> begin(IdempotencyKey key, String print) {
        String mine = running.putIfAbsent(key, print);
        if (mine != null) {
            requireSame(print, mine);
            throw stillRunning();
        }
        boolean runs = false;
        try {
            if (begun.getAndIncrement() % TIDY_EVERY == 0) {
                store.tidy(clock.instant().minus(KEPT), MAX_ANSWERS);
            }
            Optional<Request> other = store.begin(key.stored(), new Request(print, clock.instant(), instance, false, null), clock.instant().minus(KEPT));
            runs = other.isEmpty();
            return runs ? Optional.empty() : Optional.of(repeated(key, print, other.get()));
        } finally {
            if (!runs) {
                running.remove(key);
            }
        }
    }

    /** The request ended with this. @param answer null when it cannot be kept */
    void answered(IdempotencyKey key, int status, @Nullable KeptAnswer answer) {
        try {
            if (status >= SERVER_ERRORS || status == TOO_MANY_REQUESTS) {
                store.forget(key.stored()); // What failed here, or shall come again later, is tried anew.
            } else {
                store.end(key.stored(), answer == null || answer.bytes() > MAX_BODY ? null : sealed(key, answer));
            }
        } finally {
            running.remove(key);
        }
    }

    private KeptAnswer repeated(IdempotencyKey key, String print, Request first) {
        requireSame(print, first.print());
        byte[] answer = first.answer();
        if (answer != null) {
            return opened(key, answer);
        }
        if (first.ended()) {
            throw Problem.of(WebProblem.ANSWER_NOT_KEPT, "The first request with this key was carried out; its answer was too large to keep."
                    + " Read what it changed.").exception();
        }
        Instant latest = first.begun().plus(LONGEST);
        if (!first.instance().equals(instance) && clock.instant().isBefore(latest)) {
            throw stillRunning();
        }
        throw Problem
                .of(WebProblem.INTERRUPTED, "The server stopped while it worked on the first request with this key. Read what it changed, then use a new key.")
                .exception();
    }

    private static void requireSame(String print, String first) {
        if (!print.equals(first)) {
            throw Problem.of(CoreProblem.IDEMPOTENCY_KEY_REUSED, "Method, path or body differ from the first request with this key. Use a new key.")
                    .exception();
        }
    }

    private static ProblemException stillRunning() {
        return Problem.of(WebProblem.STILL_RUNNING, "The first request with this key is still being worked on. Repeat it in a moment.").exception();
    }

    private byte[] sealed(IdempotencyKey key, KeptAnswer answer) {
        try {
            return vault.seal(purpose(key), Secret.of(json.writeValueAsString(answer)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeptAnswer opened(IdempotencyKey key, byte[] sealed) {
        try {
            return json.readValue(vault.open(purpose(key), sealed).reveal(), KeptAnswer.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String purpose(IdempotencyKey key) {
        return "web/answer/" + key.caller() + "/" + key.key();
    }
}
