package org.moothall.meetings.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.Problem;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Meetings;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantId;
import org.moothall.meetings.internal.live.LiveMeeting;
import org.moothall.meetings.internal.actions.ActionService;
import org.moothall.meetings.internal.desk.OperatorDesk;
import org.moothall.meetings.internal.find.Order;
import org.moothall.meetings.internal.find.Words;
import org.moothall.meetings.internal.store.MeetingStore.KeptParticipant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Meetings as they are shown, and what operators do. */
@Component(service = Meetings.class)
public final class LiveService implements Meetings {

    private static final Order<Participant> PRESENT_FIRST = new Order<>(
            person -> (person.state() == Participant.State.GONE ? "1" : "0") + Words.folded(person.name()), person -> person.id().value(), false);

    private final MeetingsRoom room;
    private final OperatorDesk desk;
    private final ActionService actions;
    private final UpcomingList upcoming;

    /** With what it needs. */
    @Activate
    public LiveService(@Reference MeetingsRoom room, @Reference ActionService actions, @Reference UpcomingList upcoming) {
        this.upcoming = upcoming;
        this.room = room;
        this.desk = room.operatorDesk();
        this.actions = actions;
    }

    @Override
    public Page<Meeting> find(MeetingQuery query) {
        return switch (query.state()) {
            case ACTIVE -> Order.of(query).page(room.live().matching(query, desk::pinned), query.page()).map(desk::dressed);
            case ENDED -> {
                room.settle();
                Page<Meeting> page = room.ended().find(query, desk.pins());
                yield new Page<>(desk.dressed(page.items()), page.total(), page.totalExact(), page.next());
            }
            case UPCOMING -> upcoming.find(query);
        };
    }

    @Override
    public Optional<Meeting> find(MeetingId id) {
        return room.live().find(id).map(LiveMeeting::meeting).map(desk::dressed)
                .or(() -> room.store().find(id).filter(this::shown).map(meeting -> desk.dressed(List.of(meeting)).get(0)))
                .or(() -> upcoming.find(id));
    }

    /** A meeting that goes on is shown only while its cluster is managed. */
    private boolean shown(Meeting meeting) {
        return meeting.state() == MeetingState.ENDED;
    }

    @Override
    public Page<Participant> participants(MeetingId id, String text, PageRequest page) {
        mustExist(id);
        Collection<Participant> all = room.live().find(id).map(LiveMeeting::participants)
                .orElseGet(() -> room.store().people(id).stream().map(KeptParticipant::shown).toList());
        Set<String> beginnings = Words.ofQuery(text);
        List<Participant> matching = all.stream()
                .filter(person -> beginnings.isEmpty() || Words.match(Words.of(List.of(person.name(), person.address())), beginnings)).toList();
        return PRESENT_FIRST.page(matching, page);
    }

    @Override
    public List<Outcome> change(MeetingId meeting, List<ParticipantId> participants, ParticipantChange change) {
        return actions.change(meeting, participants, change).outcomes();
    }

    @Override
    public List<Outcome> drop(MeetingId meeting, List<ParticipantId> participants) {
        return actions.drop(meeting, participants).outcomes();
    }

    @Override
    public void end(MeetingId meeting) {
        actions.end(meeting);
    }

    private void mustExist(MeetingId id) {
        if (find(id).isEmpty()) {
            throw Problem.notFound("meeting", id.value()).exception();
        }
    }
}
