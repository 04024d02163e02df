package org.moothall.meetings;

import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/**
 * A participant as the API shows it: now, with everything that a {@link Participant} has, or at an instant of the past, where
 * what nobody watched is missing and named in {@code unknown}.
 *
 * @param at the instant, or null for now
 * @param unknown names of what is not known of that instant, or null for now
 * @param activator as in {@link Participant}
 */
public record ParticipantAt(ParticipantId id, MeetingId meeting, String name, String address, Participant.@Nullable State state,
        Participant.Direction direction, Participant.Device device, String callBridge, Instant joinedAt, @Nullable Instant leftAt,
        @Nullable Boolean audioMuted, @Nullable Boolean videoMuted, @Nullable Boolean presenting, @Nullable Boolean speaking, @Nullable String layout,
        @Nullable Integer importance, @Nullable Boolean recording, @Nullable Boolean canMove, Participant.@Nullable Quality quality,
        @Nullable String endReason, @Nullable Instant at, @Nullable List<String> unknown, long version,
        @Nullable Boolean activator) {

    /** The participant as it is now. */
    public static ParticipantAt now(Participant p) {
        return new ParticipantAt(p.id(), p.meeting(), p.name(), p.address(), p.state(), p.direction(), p.device(), p.callBridge(), p.joinedAt(), p.leftAt(),
                p.audioMuted(), p.videoMuted(), p.presenting(), p.speaking(), p.layout(), p.importance(), p.recording(), p.canMove(), p.quality(),
                p.endReason(),
                null, null, p.version(), p.activator());
    }
}
