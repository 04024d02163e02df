package org.moothall.licensing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How the deployment stands, at a time.
 *
 * @param at for when it is judged
 * @param from first of the 90 days (UTC) that count, and {@code to} the last, which is the day of {@code at}
 * @param features one for each {@link Feature}, in order
 * @param clusters empty when it is judged for the past
 */
public record LicensingStatus(Instant at, LocalDate from, LocalDate to, List<FeatureStatus> features, List<ClusterLicences> clusters) {

    public LicensingStatus {
        features = List.copyOf(features);
        clusters = List.copyOf(clusters);
    }

    /** The status of this feature. */
    public FeatureStatus of(Feature feature) {
        return features.get(feature.ordinal());
    }
}
