package org.moothall.meetings;

import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What a time bar shows of a meeting.
 *
 * @param end when the meeting ended, or null while it goes on
 * @param until the newest instant that can be opened: the end, or now
 * @param points how many people were in it, in order of time; each holds until the next
 * @param exact false when there were more than {@link #MOST_POINTS} changes, so that a point stands for several
 * @param unwatched when events of some of its Call Bridges were not heard, so that much is unknown; at most {@link #MOST_SPANS}
 */
public record Timeline(MeetingId meeting, Instant start, @Nullable Instant end, Instant until, List<Point> points, boolean exact, List<Span> unwatched) {

    /** Points at the most. */
    public static final int MOST_POINTS = 500;
    /** Spans at the most. */
    public static final int MOST_SPANS = 200;

    public Timeline {
        points = List.copyOf(points);
        unwatched = List.copyOf(unwatched);
    }

    /** So many people from then on. */
    public record Point(Instant at, int participants) {}

    /** Nobody watched these Call Bridges. @param to null while that goes on */
    public record Span(Instant from, @Nullable Instant to, List<String> callBridges) {
        public Span {
            callBridges = List.copyOf(callBridges);
        }
    }
}
