package org.moothall.meetings.internal.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.internal.find.Words;
import org.moothall.meetings.internal.projection.Changes;
import org.moothall.servers.ClusterId;

/** The meetings that are going on and those that ended a moment ago. Thread-safe. */
public final class LiveMeetings {

    private final Map<MeetingId, LiveMeeting> meetings = new ConcurrentHashMap<>();

    /** Shows what changed; by the one thread that folds this cluster. */
    public void show(Changes changes) {
        changes.meetings().forEach(this::show);
        changes.participants().forEach((id, people) -> {
            @Nullable LiveMeeting live = meetings.get(id);
            if (live != null) {
                people.forEach(live::show);
            }
        });
        changes.departed().forEach((id, people) -> {
            @Nullable LiveMeeting live = meetings.get(id);
            if (live != null) {
                people.forEach(live::hide);
            }
        });
    }

    private void show(Meeting meeting) {
        meetings.computeIfAbsent(meeting.id(), id -> new LiveMeeting(meeting)).show(meeting);
    }

    /** Forgets a meeting; it is in the store when it is wanted again. */
    public void forget(MeetingId id) {
        meetings.remove(id);
    }

    /** Forgets a cluster's meetings and gives those that were shown as active. */
    public List<Meeting> forget(ClusterId cluster) {
        List<Meeting> gone = meetings.values().stream().map(LiveMeeting::meeting).filter(m -> m.cluster().equals(cluster)).toList();
        gone.forEach(meeting -> meetings.remove(meeting.id()));
        return gone;
    }

    /** The meeting of this id, if it is here. */
    public Optional<LiveMeeting> find(MeetingId id) {
        return Optional.ofNullable(meetings.get(id));
    }

    /** Those in the wanted state that pass the query's filters, in no order. @param pinned whether a meeting is pinned */
    public List<Meeting> matching(MeetingQuery query, Predicate<Meeting> pinned) {
        Set<String> beginnings = Words.ofQuery(query.text());
        return meetings.values().stream().filter(live -> wanted(live.meeting(), query))
                .filter(live -> !query.pinned() || pinned.test(live.meeting()))
                .filter(live -> beginnings.isEmpty() || Words.match(live.words(), beginnings)).map(LiveMeeting::meeting).toList();
    }

    /** Other meetings that go on in the same space. */
    public List<Meeting> ofSpace(Meeting meeting) {
        @Nullable String space = meeting.space();
        return space == null ? List.of()
                : meetings.values().stream().map(LiveMeeting::meeting).filter(m -> space.equals(m.space()) && !m.id().equals(meeting.id())).toList();
    }

    private static boolean wanted(Meeting meeting, MeetingQuery query) {
        @Nullable String cluster = query.cluster();
        @Nullable String space = query.space();
        return meeting.state() == query.state() && (cluster == null || meeting.cluster().value().equals(cluster))
                && (space == null || space.equals(meeting.space()));
    }
}
