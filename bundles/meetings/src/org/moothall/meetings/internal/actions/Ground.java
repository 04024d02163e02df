package org.moothall.meetings.internal.actions;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.moothall.meetings.MeetingId;
import org.moothall.meetings.internal.live.LiveMeeting;
import org.moothall.meetings.internal.projection.Projection;
import org.moothall.servers.ClusterId;
import org.moothall.servers.spi.CallBridgeConnection;

/** What actions stand on: meetings as they are known, and the bridges they are on. Thread-safe. */
public interface Ground {

    /** The meeting that goes on under this id; problems when there is none. */
    LiveMeeting going(MeetingId id);

    /** Asks the thread that folds this cluster. */
    <T> CompletableFuture<T> ask(ClusterId cluster, Function<Projection, T> question);

    /** Ids of the bridges of this cluster. */
    List<String> bridges(ClusterId cluster);

    /** What a bridge is called. */
    String nameOf(String bridge);

    /** A bridge, for what people do. */
    CallBridgeConnection bridge(String id);
}
