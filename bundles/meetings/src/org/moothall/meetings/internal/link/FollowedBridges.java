package org.moothall.meetings.internal.link;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import org.moothall.meetings.internal.projection.Projection;
import org.moothall.servers.ClusterId;

/** The bridges that we follow, for what looks at them now and then. Thread-safe. */
public interface FollowedBridges {

    /** All of them. */
    List<FollowedBridge> all();

    /** The one of this id, while it is followed. */
    Optional<FollowedBridge> find(String id);

    /** Asks the thread that folds this cluster. */
    <T> CompletableFuture<T> ask(ClusterId cluster, Function<Projection, T> question);
}
