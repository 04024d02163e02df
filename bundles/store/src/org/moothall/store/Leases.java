package org.moothall.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides which of several instances on one store does a thing that only one may do. A holder renews in good time, well
 * before the lease runs out, since the clocks of two machines differ a little; {@link #guard} makes that safe for the store.
 * Service; thread-safe.
 */
public interface Leases {

    /**
     * A right that this instance has for a time.
     *
     * @param name what it is about, for example {@code meetings.projection.<cluster>}
     * @param holder name of the instance
     * @param token grows each time that the lease changes hands; never used twice
     * @param expires when it runs out unless renewed
     */
    record Lease(String name, String holder, long token, Instant expires) {}

    /** Takes the lease when nobody else holds it; one that this instance held before it was restarted changes hands too. */
    Optional<Lease> acquire(String name, Duration time);

    /** Keeps the lease for this time from now on; empty when another has it by now: stop at once. */
    Optional<Lease> renew(Lease lease, Duration time);

    /** Gives the lease up, so that another need not wait. */
    void release(Lease lease);

    /**
     * To be called within a write: lets it fail when the lease has changed hands, however late the write comes.
     *
     * @throws org.moothall.core.ProblemException {@link StoreProblem#LEASE_LOST}
     */
    void guard(Connection connection, Lease lease) throws SQLException;
}
