package org.moothall.licensing;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.servers.ClusterId;

/**
 * Licences of the whole deployment: what was used, how it stands and why. Of several instances on one store one collects and
 * sets expiry. Service; thread-safe.
 *
 * @spec admin-guide §18, §19; installation-guide B
 */
public interface Licensing {

    /** Change event; data: {@code status} → {@link LicensingStatus}. Told when a status, an enforcement or what was allocated changes. */
    String STATUS_CHANGED = "licensing.status-changed";

    /** How it stands. @param at or null for now; {@link LicensingProblem#NOT_YET} when that lies ahead */
    LicensingStatus status(@Nullable Instant at);

    /** The arithmetic behind a feature's status. @param at as in {@link #status} */
    Explanation explain(Feature feature, @Nullable Instant at);

    /** Utilisation: a point for each 5 minutes when the range is within one day, else one for each day. @param cluster or null for all together */
    UsageChart usage(Instant from, Instant to, @Nullable ClusterId cluster);

    /** When licences will run short. @param instead what would be allocated, or null for what is */
    Forecast forecast(@Nullable Entitlements instead);

    /** What this deployment does about licences. */
    LicensingMode mode();

    /** Changes that; expiry follows within 5 minutes. */
    void mode(LicensingMode wanted);

    /** What was allocated last. */
    Entitlements entitlements();

    /** Allocates. {@link LicensingProblem#NOT_ENABLED} @param by who does; {@code version} must be current */
    Entitlements allocate(Entitlements wanted, String by, long version);

    /** The trial of each feature. */
    List<Trial> trials();

    /** Starts a trial. {@link LicensingProblem#TRIAL_NOT_OFFERED}, {@link LicensingProblem#NOT_ENABLED} @param by who does */
    Trial startTrial(Feature feature, String by);

    /** Writes {@code license-data.zip} of the last 90 days; the stream stays open. */
    void report(OutputStream out) throws IOException;
}
