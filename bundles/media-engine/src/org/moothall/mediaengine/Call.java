package org.moothall.mediaengine;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;

/**
 * This bridge's part of a meeting.
 *
 * @param correlator the same on every bridge of the meeting
 * @param space null for an ad hoc call
 * @param settings modifiable parameters by API name; the same on every bridge of the meeting
 * @param inherited what the call profiles say, by API parameter name
 * @param settingsVersion grows with each change of the settings on any bridge
 * @param presenter the call leg that presents, null when nobody here does
 * @param endpointRecorded whether an endpoint of this bridge ever kept a recording of its own
 * @spec meeting-server-wire §1.10
 */
public record Call(UUID id, UUID correlator, @Nullable UUID space, String name, String ownerName, String cdrTag, Instant start,
        Map<String, String> settings, Map<String, String> inherited, long settingsVersion, int legsMaxActive, int legsCompleted, @Nullable UUID presenter,
        boolean endpointRecorded) {

    public Call {
        settings = Map.copyOf(settings);
        inherited = Map.copyOf(inherited);
    }

    /** Under which name the settings keep whose personal licence the meeting uses. */
    static final String PERSONAL_LICENCE = "personalLicence";

    /** A meeting in a space, or without one. */
    public CallType type() {
        return space == null ? CallType.AD_HOC : CallType.CO_SPACE;
    }

    /** The value of this parameter, empty when neither the call nor a profile has one. */
    public String get(String parameter) {
        String own = settings.get(parameter);
        return own == null ? inherited.getOrDefault(parameter, "") : own;
    }

    /** Whether this parameter is {@code true}. */
    public boolean is(String parameter) {
        return "true".equals(get(parameter));
    }

    /** Whose personal licence the meeting uses, empty when it uses a shared one. */
    public Optional<UUID> personalLicence() {
        return Optional.of(get(PERSONAL_LICENCE)).filter(id -> !id.isEmpty()).map(UUID::fromString);
    }

    Call withEndpointRecorded() {
        return new Call(id, correlator, space, name, ownerName, cdrTag, start, settings, inherited, settingsVersion, legsMaxActive, legsCompleted, presenter,
                true);
    }

    Call with(Map<String, String> changes, long version) {
        return withSettings(Space.merged(settings, changes), version);
    }

    Call withSettings(Map<String, String> all, long version) {
        return new Call(id, correlator, space, name, ownerName, cdrTag, start, all, inherited, version, legsMaxActive, legsCompleted, presenter,
                endpointRecorded);
    }

    Call withCorrelator(UUID meeting) {
        return new Call(id, meeting, space, name, ownerName, cdrTag, start, settings, inherited, settingsVersion, legsMaxActive, legsCompleted, presenter,
                endpointRecorded);
    }

    Call withLegs(int active, int completed) {
        return new Call(id, correlator, space, name, ownerName, cdrTag, start, settings, inherited, settingsVersion, Math.max(legsMaxActive, active), completed,
                presenter, endpointRecorded);
    }

    Call withPresenter(@Nullable UUID leg) {
        return new Call(id, correlator, space, name, ownerName, cdrTag, start, settings, inherited, settingsVersion, legsMaxActive, legsCompleted, leg,
                endpointRecorded);
    }
}
