package org.moothall.meetings.ui.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Meeting;

/**
 * How many meetings there were at the same time, from their starts and ends.
 *
 * @param span how far back it goes
 * @param counts meetings at equally spaced moments; the last one is now
 */
record MeetingCurve(Duration span, int[] counts) {
    private static final List<Duration> SPANS = List.of(Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24));

    /** The curve of these meetings at {@code points} moments; as short a span as shows all of them. */
    static MeetingCurve of(List<Meeting> meetings, Instant now, int points) {
        Duration age = meetings.stream().map(m -> Duration.between(m.startedAt(), now)).reduce(Duration.ZERO, (a, b) -> a.compareTo(b) > 0 ? a : b);
        Duration span = SPANS.stream().filter(s -> s.compareTo(age) >= 0).findFirst().orElse(SPANS.getLast());
        int[] counts = new int[points];
        for (int i = 0; i < points; i++) {
            Instant at = now.minus(span.multipliedBy(points - 1L - i).dividedBy(points - 1L));
            counts[i] = (int) meetings.stream().filter(m -> goesOn(m, at)).count();
        }
        return new MeetingCurve(span, counts);
    }

    /** The most at once. */
    int peak() {
        return Arrays.stream(counts).max().orElse(0);
    }

    /** Where the most were. */
    int peakPlace() {
        int place = 0;
        for (int i = 0; i < counts.length; i++) {
            place = counts[i] > counts[place] ? i : place;
        }
        return place;
    }

    private static boolean goesOn(Meeting meeting, Instant at) {
        @Nullable Instant end = meeting.endedAt();
        return !meeting.startedAt().isAfter(at) && (end == null || end.isAfter(at));
    }
}
