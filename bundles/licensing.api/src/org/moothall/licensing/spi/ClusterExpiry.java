package org.moothall.licensing.spi;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import org.moothall.licensing.Feature;
import org.moothall.servers.spi.CallBridgeConnection;

/**
 * Sets the expiry of licences on a kind of Meeting Server. Service; thread-safe. We ship one for our own node and none for any
 * other vendor's: on those, licences are read, judged and explained, never written. Calls block and throw what the connection throws.
 */
public interface ClusterExpiry {

    /** What the cluster behind this bridge holds, when it is of this kind; asking changes nothing on it. */
    Optional<Held> read(CallBridgeConnection bridge);

    /** Sets expiry dates and marks of trials on the cluster behind this bridge; what is not named stays. */
    void set(CallBridgeConnection bridge, Map<Feature, LocalDate> expiry, Map<Feature, LocalDate> trials);

    /**
     * What a cluster holds.
     *
     * @param expiry the date (UTC) from whose first moment on a feature's licence is expired; a feature without a licence is missing
     * @param trials the date on which a trial began, wherever that was
     */
    record Held(Map<Feature, LocalDate> expiry, Map<Feature, LocalDate> trials) {
        public Held {
            expiry = Map.copyOf(expiry);
            trials = Map.copyOf(trials);
        }
    }
}
