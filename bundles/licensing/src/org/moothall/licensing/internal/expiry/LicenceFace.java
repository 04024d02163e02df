package org.moothall.licensing.internal.expiry;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.moothall.licensing.Feature;
import org.moothall.servers.spi.ApiElement;

/** What {@code /clusterLicensing} says, on any vendor's cluster. @spec meeting-server-wire §1.7 */
final class LicenceFace {

    static final String PATH = "clusterLicensing";
    private static final Map<Feature, List<String>> NAMES = new EnumMap<>(Map.of(
            Feature.MEETINGS, List.of("callBridge", "callBridgeNoEncryption"),
            Feature.RECORDING_OR_STREAMING, List.of("recording"),
            Feature.CUSTOMIZATION, List.of("customizations")));

    private LicenceFace() {}

    /** The element by which a feature is set. */
    static String name(Feature feature) {
        return names(feature).getFirst();
    }

    /** The date from which on each feature is expired; one that has no licence is missing. Of two licences the one that holds longer counts. */
    static Map<Feature, LocalDate> expiry(ApiElement answer) {
        Map<Feature, LocalDate> expiry = new EnumMap<>(Feature.class);
        answer.find("features").ifPresent(features -> {
            for (Feature feature : Feature.values()) {
                names(feature).stream().map(features::find).flatMap(Optional::stream).map(licence -> date(licence.text("expiry"))).flatMap(Optional::stream)
                        .max(LocalDate::compareTo).ifPresent(date -> expiry.put(feature, date));
            }
        });
        return expiry;
    }

    static Optional<LocalDate> date(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static List<String> names(Feature feature) {
        return java.util.Objects.requireNonNull(NAMES.get(feature));
    }
}
