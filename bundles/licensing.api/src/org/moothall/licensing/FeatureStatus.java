package org.moothall.licensing;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/**
 * How a feature stands, as its box on the Licences page tells.
 *
 * @param daysOver on how many of the last 90 days more was used than there is
 * @param rule why the status is what it is
 * @param enforcement the worst of all clusters
 * @param licences what is counted for it, in the order of {@link LicenceType}
 * @spec admin-guide §18, §19
 */
public record FeatureStatus(Feature feature, LicenceStatus status, int daysOver, Rule rule, Enforcement enforcement, Trial trial, List<Count> licences) {

    public FeatureStatus {
        licences = List.copyOf(licences);
    }

    /**
     * Licences of a type.
     *
     * @param allocated how many there are
     * @param peak highest daily peak of the last 90 days; sixths are what meetings of audio alone take
     * @param peakDay the first day (UTC) with that peak, or null when nothing is known of those days
     */
    public record Count(LicenceType type, int allocated, double peak, @Nullable LocalDate peakDay) {}
}
