package org.moothall.meetings.internal;

import java.time.Duration;
import java.util.Optional;

import org.moothall.core.ProblemException;
import org.moothall.net.Https;

/** Tries from here whether something answers where Call Bridges shall send their records. */
record Reachability(Https https) {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Why nothing answers at {@code host:port}, or empty. */
    Optional<String> problem(String address) {
        int colon = address.lastIndexOf(':');
        try {
            https.inspect(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)), PATIENCE);
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem().detail());
        }
    }
}
