package org.moothall.meetings.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.moothall.meetings.internal.link.FollowedBridge;
import org.moothall.meetings.internal.link.FollowedBridges;
import org.moothall.meetings.internal.projection.Projection;
import org.moothall.servers.ClusterId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The bridges that the room follows. Thread-safe. */
@Component(service = FollowedBridges.class)
public final class RoomBridges implements FollowedBridges {

    private final MeetingsRoom room;

    /** Of this room. */
    @Activate
    public RoomBridges(@Reference MeetingsRoom room) {
        this.room = room;
    }

    @Override
    public List<FollowedBridge> all() {
        return room.followedBridges();
    }

    @Override
    public Optional<FollowedBridge> find(String id) {
        return room.followedBridges().stream().filter(bridge -> bridge.id().equals(id)).findFirst();
    }

    @Override
    public <T> CompletableFuture<T> ask(ClusterId cluster, Function<Projection, T> question) {
        return room.ask(cluster, question);
    }
}
