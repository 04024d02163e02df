package org.moothall.meetings.internal.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.Participant;
import org.moothall.meetings.Timeline;
import org.moothall.meetings.Timeline.Point;
import org.moothall.meetings.Timeline.Span;
import org.moothall.meetings.internal.projection.LoggedChange;

/** Draws the time bar of a meeting. Pure. */
final class TimeBar {

    private TimeBar() {}

    /** @param unwatched changes of who was not listened to, in order of time */
    static Timeline of(Meeting meeting, Collection<Participant> everybody, List<LoggedChange> unwatched, Instant now) {
        @Nullable Instant end = meeting.endedAt();
        Instant until = end == null ? now : end;
        List<Point> all = points(meeting.startedAt(), until, everybody);
        List<Point> shown = all.size() > Timeline.MOST_POINTS ? thinned(all, meeting.startedAt(), until) : all;
        return new Timeline(meeting.id(), meeting.startedAt(), end, until, shown, shown.size() == all.size(), spans(unwatched, end));
    }

    private static List<Point> points(Instant start, Instant until, Collection<Participant> everybody) {
        TreeMap<Instant, Integer> steps = new TreeMap<>(Map.of(start, 0));
        for (Participant person : everybody) {
            Instant came = person.joinedAt().isBefore(start) ? start : person.joinedAt();
            @Nullable Instant left = person.leftAt();
            if (left == null || left.isAfter(came)) {
                steps.merge(came, 1, Integer::sum);
                if (left != null) {
                    steps.merge(left, -1, Integer::sum);
                }
            }
        }
        List<Point> points = new ArrayList<>();
        int people = 0;
        for (Map.Entry<Instant, Integer> step : steps.headMap(until, true).entrySet()) {
            people += step.getValue();
            if (points.isEmpty() || points.get(points.size() - 1).participants() != people) {
                points.add(new Point(step.getKey(), people));
            }
        }
        return points;
    }

    /** The first, and the last of each of many equal parts of the time. */
    private static List<Point> thinned(List<Point> points, Instant start, Instant until) {
        long part = Math.max(1, Duration.between(start, until).toMillis() / (Timeline.MOST_POINTS - 2));
        TreeMap<Long, Point> last = new TreeMap<>();
        last.put(-1L, points.get(0));
        points.forEach(point -> last.put(Duration.between(start, point.at()).toMillis() / part, point));
        return last.values().stream().distinct().toList();
    }

    private static List<Span> spans(List<LoggedChange> unwatched, @Nullable Instant end) {
        List<Span> spans = new ArrayList<>();
        Instant since = Instant.EPOCH;
        String bridges = "";
        for (LoggedChange change : unwatched) {
            add(spans, since, change.at(), bridges);
            since = change.at();
            bridges = change.value();
        }
        add(spans, since, end, bridges);
        return spans.subList(Math.max(0, spans.size() - Timeline.MOST_SPANS), spans.size());
    }

    private static void add(List<Span> spans, Instant from, @Nullable Instant to, String bridges) {
        if (!bridges.isEmpty() && (to == null || to.isAfter(from))) {
            spans.add(new Span(from, to, List.of(bridges.split("\n"))));
        }
    }
}
