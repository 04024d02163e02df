package org.moothall.security.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.security.SecurityProblem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Buckets of tokens: a failed sign-in takes one, time gives them back, an empty bucket refuses whatever the password. A user
 * has 3, one back every 300 seconds; a source address has more, since many people may share one, and gets them back in the
 * same time. Not kept over a restart.
 *
 * @spec admin-guide §21.9.1
 */
@Component(service = Throttle.class)
public final class Throttle {

    private static final int MAX_BUCKETS = 20_000;

    private final Clock clock;
    private final Map<String, Bucket> buckets = new Oldest();

    /** What is full is forgotten anyway; beyond the bound the one that waited longest goes. */
    @NonNullByDefault({})
    private static final class Oldest extends LinkedHashMap<String, Bucket> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MAX_BUCKETS;
        }
    }

    /** @param fullAt when it will be full again; each token that is missing moves this on by one interval */
    private record Bucket(Instant fullAt) {}

    private enum Kind {
        USER(3, Duration.ofSeconds(300)),
        SOURCE(20, Duration.ofSeconds(15));

        private final int tokens;
        private final Duration interval;

        Kind(int tokens, Duration interval) {
            this.tokens = tokens;
            this.interval = interval;
        }

        String key(String name) {
            return this + ":" + name.toLowerCase(Locale.ROOT);
        }
    }

    @Activate
    public Throttle(@Reference Clock clock) {
        this.clock = clock;
    }

    static ProblemException refused() {
        return Problem.of(SecurityProblem.THROTTLED, "Too many sign-in attempts failed. Try again later.").exception();
    }

    /** How long until both have a token. */
    synchronized Duration waiting(String user, String source) {
        Duration forUser = waiting(Kind.USER, user);
        Duration forSource = waiting(Kind.SOURCE, source);
        return forUser.compareTo(forSource) > 0 ? forUser : forSource;
    }

    private Duration waiting(Kind kind, String name) {
        Bucket bucket = buckets.get(kind.key(name));
        if (bucket == null) {
            return Duration.ZERO;
        }
        Instant free = bucket.fullAt().minus(kind.interval.multipliedBy(kind.tokens - 1L));
        Duration wait = Duration.between(clock.instant(), free);
        return wait.isPositive() ? wait : Duration.ZERO;
    }

    /** Takes a token from both. */
    synchronized void failed(String user, String source) {
        Instant now = clock.instant();
        buckets.values().removeIf(bucket -> !bucket.fullAt().isAfter(now));
        take(Kind.USER, user, now);
        take(Kind.SOURCE, source, now);
    }

    private void take(Kind kind, String name, Instant now) {
        Bucket before = buckets.remove(kind.key(name));
        Instant fullAt = before == null ? now : before.fullAt();
        buckets.put(kind.key(name), new Bucket(fullAt.plus(kind.interval)));
    }
}
