package org.moothall.meetings.internal;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.ParticipantId;
import org.moothall.meetings.internal.live.LiveMeeting;
import org.moothall.meetings.internal.projection.LegFacts.LegOf;
import org.moothall.meetings.internal.statistics.LegBook;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The legs of the room's meetings: of those that are here from memory, of the others from the store. Thread-safe. */
@Component(service = LegBook.class)
public final class RoomLegs implements LegBook {

    private static final long ANSWER_SECONDS = 10;

    private final MeetingsRoom room;

    /** Of this room. */
    @Activate
    public RoomLegs(@Reference MeetingsRoom room) {
        this.room = room;
    }

    @Override
    public List<LegOf> legs(MeetingId meeting, ParticipantId participant) {
        return room.live().find(meeting).map(LiveMeeting::meeting).map(live -> here(live, participant)).orElseGet(() -> kept(meeting, participant));
    }

    private List<LegOf> here(Meeting meeting, ParticipantId participant) {
        try {
            if (room.live().find(meeting.id()).map(live -> live.participant(participant.value())).isEmpty()) {
                throw Problem.notFound("participant", participant.value()).exception();
            }
            return room.ask(meeting.cluster(), p -> p.legs().of(meeting.id(), participant.value())).orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw new ProblemException(Problem.of(CoreProblem.UNAVAILABLE, "Meetings of this cluster could not be asked in time. Try again."), e);
        }
    }

    private List<LegOf> kept(MeetingId meeting, ParticipantId participant) {
        if (room.store().find(meeting).isEmpty()) {
            throw Problem.notFound("meeting", meeting.value()).exception();
        }
        return room.store().people(meeting).stream().filter(kept -> kept.shown().id().equals(participant)).findFirst().map(kept -> kept.facts())
                .map(facts -> Objects.requireNonNull(facts).legsOf()).orElseThrow(() -> Problem.notFound("participant", participant.value()).exception());
    }
}
