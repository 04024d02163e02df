package org.moothall.meetings.internal.history;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.moothall.core.Page;
import org.moothall.core.Problem;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingAt;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.internal.find.Order;
import org.moothall.meetings.internal.history.KeptHistory.Pictures;

/** The list of meetings as it stood at an instant. Thread-safe. */
final class PastList {

    private final Pictures pictures;

    PastList(Pictures pictures) {
        this.pictures = pictures;
    }

    Page<MeetingAt> find(MeetingQuery query, Instant at) {
        return switch (query.state()) {
            case ACTIVE -> goingOn(query, at);
            case ENDED -> pictures.endedBy(query, at).map(MeetingAt::now);
            case UPCOMING -> throw Problem.invalid("state", "must be active or ended: what was scheduled in the past is not kept.").exception();
        };
    }

    private Page<MeetingAt> goingOn(MeetingQuery query, Instant at) {
        Map<MeetingId, Meeting> found = new HashMap<>();
        pictures.live(query).stream().filter(meeting -> meeting.state() == MeetingState.ACTIVE && !meeting.startedAt().isAfter(at))
                .forEach(meeting -> found.put(meeting.id(), meeting));
        pictures.endedSince(query, at).forEach(meeting -> found.put(meeting.id(), meeting)); // it may have ended between the two
        List<Meeting> meetings = List.copyOf(found.values());
        return order(query, meetings, at).page(meetings, query.page()).map(meeting -> then(meeting, at));
    }

    private MeetingAt then(Meeting meeting, Instant at) {
        Then then = new Then(at, pictures.changes().until(meeting.id(), at));
        return then.meeting(meeting, then.people(pictures.everybody(meeting.id())));
    }

    /** By the people who were in them then, whose number no row holds. */
    private Order<Meeting> order(MeetingQuery query, List<Meeting> meetings, Instant at) {
        if (query.sort() != MeetingQuery.Sort.PARTICIPANTS) {
            return Order.of(query);
        }
        Map<MeetingId, Integer> people = new HashMap<>();
        meetings.forEach(meeting -> people.put(meeting.id(), new Then(at, List.of()).people(pictures.everybody(meeting.id())).size()));
        return new Order<>(meeting -> Order.number(people.getOrDefault(meeting.id(), 0)), meeting -> meeting.id().value(), query.descending());
    }
}
