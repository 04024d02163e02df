package org.moothall.meetings.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.internal.actions.ActionProblem;
import org.moothall.meetings.internal.actions.Ground;
import org.moothall.meetings.internal.live.LiveMeeting;
import org.moothall.meetings.internal.projection.Projection;
import org.moothall.servers.ClusterId;
import org.moothall.servers.spi.CallBridgeConnection;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Actions stand on the room's meetings and bridges. Thread-safe. */
@Component(service = Ground.class)
public final class RoomGround implements Ground {

    private final MeetingsRoom room;

    /** For this room. */
    @Activate
    public RoomGround(@Reference MeetingsRoom room) {
        this.room = room;
    }

    @Override
    public LiveMeeting going(MeetingId id) {
        @Nullable LiveMeeting live = Absent.orNull(room.live().find(id));
        if (live != null && live.meeting().state() == MeetingState.ACTIVE) {
            return live;
        }
        if (live == null && room.store().find(id).filter(meeting -> meeting.state() == MeetingState.ENDED).isEmpty()) {
            throw Problem.notFound("meeting", id.value()).exception();
        }
        throw Problem.about(id.value(), ActionProblem.OVER, "The meeting has ended.").exception();
    }

    @Override
    public <T> CompletableFuture<T> ask(ClusterId cluster, Function<Projection, T> question) {
        return room.ask(cluster, question);
    }

    @Override
    public List<String> bridges(ClusterId cluster) {
        return room.followed(cluster);
    }

    @Override
    public String nameOf(String bridge) {
        return room.nameOf(bridge);
    }

    @Override
    public CallBridgeConnection bridge(String id) {
        return room.acting(id);
    }
}
