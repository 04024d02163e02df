package org.moothall.meetings.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.moothall.core.Page;
import org.moothall.core.Problem;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.Participant;
import org.moothall.meetings.internal.history.KeptHistory.Pictures;
import org.moothall.meetings.internal.live.LiveMeeting;
import org.moothall.meetings.internal.store.KeptChanges;
import org.moothall.meetings.internal.store.MeetingStore.KeptParticipant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** History looks at the room's meetings. Thread-safe. */
@Component(service = Pictures.class)
public final class RoomPictures implements Pictures {

    private final MeetingsRoom room;

    /** Of this room. */
    @Activate
    public RoomPictures(@Reference MeetingsRoom room) {
        this.room = room;
    }

    @Override
    public Meeting meeting(MeetingId id) {
        return room.live().find(id).map(LiveMeeting::meeting).or(() -> room.store().find(id))
                .orElseThrow(() -> Problem.notFound("meeting", id.value()).exception());
    }

    @Override
    public Collection<Participant> everybody(MeetingId id) {
        return room.live().find(id).map(LiveMeeting::participants).orElseGet(() -> room.store().people(id).stream().map(KeptParticipant::shown).toList());
    }

    @Override
    public List<Meeting> live(MeetingQuery query) {
        return room.live().matching(query, room.operatorDesk()::pinned).stream().map(room.operatorDesk()::dressed).toList();
    }

    @Override
    public Page<Meeting> endedBy(MeetingQuery query, Instant at) {
        room.settle();
        Page<Meeting> page = room.ended().endedBy(query, room.operatorDesk().pins(), at);
        return new Page<>(room.operatorDesk().dressed(page.items()), page.total(), page.totalExact(), page.next());
    }

    @Override
    public List<Meeting> endedSince(MeetingQuery query, Instant at) {
        room.settle();
        return room.ended().goingOn(query, room.operatorDesk().pins(), at);
    }

    @Override
    public KeptChanges changes() {
        return room.changes();
    }
}
