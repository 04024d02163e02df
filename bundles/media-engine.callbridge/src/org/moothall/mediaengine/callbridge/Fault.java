package org.moothall.mediaengine.callbridge;

import java.time.Duration;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;

/**
 * Something that goes wrong on purpose in a lab. What is null does not restrict, or has the default.
 *
 * @param kind what goes wrong
 * @param path beginning of the paths it concerns, for the kinds that concern requests; null: {@code /api/v1}
 * @param method the HTTP method it concerns, null: all
 * @param probability of each time it could happen, 0 to 1; null: always
 * @param from how long after the start of the bridge, or after the fault was added, it begins; null: at once
 * @param until when it ends, counted the same way; null: never
 * @param times how often it happens at most, null: without limit
 * @param delay how long a delay lasts, how long a restarted bridge stays away, or how far the clock is off (may be negative)
 * @param spread what is added to the delay by chance, at most
 * @param status of the answers, for {@link Kind#STATUS}; null: 503
 * @param bridges names of the bridges it concerns, null: all
 */
public record Fault(Kind kind, @Nullable String path, @Nullable String method, @Nullable Double probability, @Nullable Duration from, @Nullable Duration until,
        @Nullable Integer times, @Nullable Duration delay, @Nullable Duration spread, @Nullable Integer status, @Nullable List<String> bridges) {

    private static final String API = "/api/v1";
    private static final int UNAVAILABLE = 503;

    /** What can go wrong. */
    public enum Kind {
        /** Requests are answered late. */
        LATENCY,
        /** Requests are answered with a status and nothing else. */
        STATUS,
        /** The connection closes instead of an answer. */
        DROP,
        /** The connection closes in the middle of the answer. */
        CUT,
        /** The request is never answered, and the connection stays open. */
        HALF_OPEN,
        /** A record never gets to the receivers, which see a gap in the indexes. */
        CDR_LOSS,
        /** Records that were acknowledged are sent again. */
        CDR_DUPLICATE,
        /** Two batches of records change places. */
        CDR_REORDER,
        /** A message of the events channel is not sent. */
        EVENTS_LOSS,
        /** A connection of the events channel is cut instead of a message. */
        EVENTS_DROP,
        /** The clock that others see is off. */
        CLOCK_SKEW,
        /** The bridge ends without a word and starts again. */
        RESTART
    }

    public Fault {
        check(kind != null, "kind", "is missing");
        check(probability == null || probability >= 0 && probability <= 1, "probability", "must be 0 to 1");
        check(times == null || times >= 1, "times", "must be at least 1");
        check(status == null || status >= 400 && status <= 599, "status", "must be 400 to 599");
        check(kind == Kind.CLOCK_SKEW || delay == null || !delay.isNegative(), "delay", "must not be negative");
        check(spread == null || !spread.isNegative(), "spread", "must not be negative");
        check(from == null || !from.isNegative(), "from", "must not be negative");
        bridges = bridges == null ? null : List.copyOf(bridges);
    }

    /** Always, for everything. */
    public static Fault of(Kind kind) {
        return new Fault(kind, null, null, null, null, null, null, null, null, null, null);
    }

    /** Whether it concerns a bridge of this name. */
    public boolean concerns(String bridge) {
        List<String> some = bridges;
        return some == null || some.contains(bridge);
    }

    /** Whether it concerns such a request. */
    public boolean concerns(String requestMethod, String requestPath) {
        String some = method;
        String beginning = path == null ? API : path;
        return (some == null || some.equalsIgnoreCase(requestMethod)) && requestPath.regionMatches(true, 0, beginning, 0, beginning.length());
    }

    /** How likely it is each time. */
    public double chance() {
        Double given = probability;
        return given == null ? 1 : given;
    }

    /** Whether it can happen so long after the beginning. */
    public boolean lasts(Duration since) {
        Duration begin = from;
        Duration end = until;
        return (begin == null || since.compareTo(begin) >= 0) && (end == null || since.compareTo(end) < 0);
    }

    /** How long, with the part that chance (0 to 1) decides. */
    public Duration length(double chance) {
        long least = delay == null ? 0 : delay.toMillis();
        long more = spread == null ? 0 : spread.toMillis();
        return Duration.ofMillis(least + Math.round(more * chance));
    }

    /** The status of the answers. */
    public int answer() {
        Integer given = status;
        return given == null ? UNAVAILABLE : given;
    }

    private static void check(boolean holds, String field, String message) {
        if (!holds) {
            throw Problem.invalid("faults." + field, message + ".").exception();
        }
    }
}
