package org.moothall.mediaengine.callbridge.internal.cluster;

import java.util.Optional;
import java.util.function.Supplier;

import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;

/** To a bridge in the same process: what is told is shared, not copied. */
final class NeighbourLine implements PeerLine {

    private final Supplier<Optional<Cluster>> running;

    NeighbourLine(Supplier<Optional<Cluster>> running) {
        this.running = running;
    }

    @Override
    public boolean deliver(PeerMessage message) {
        return running.get().orElseThrow(() -> Problem.of(CoreProblem.UNAVAILABLE, "The bridge does not run.").exception()).take(message);
    }

    @Override
    public void close() {
        // nothing is open
    }
}
