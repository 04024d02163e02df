package org.moothall.meetings;

import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;

/**
 * Somebody's presence in a meeting; stays listed after leaving, until the meeting's history expires.
 *
 * @param address the address they are called by, or empty
 * @param callBridge name of the bridge that hosts them
 * @param layout in the Meeting Server's words, or null while unknown
 * @param importance who is shown first: the higher the more; null where nothing is said
 * @param quality worst of loss, jitter and round trip as the bridge's alarms tell
 * @param endReason the bridge's reason word, once gone
 * @param version grows with each change
 * @param activator whether they may let others in from the lobby; null while unknown: it is asked where a meeting has a lobby
 */
public record Participant(ParticipantId id, MeetingId meeting, String name, String address, State state, Direction direction, Device device,
        String callBridge, Instant joinedAt, @Nullable Instant leftAt, boolean audioMuted, boolean videoMuted, boolean presenting, boolean speaking,
        @Nullable String layout, @Nullable Integer importance, boolean recording, boolean canMove, Quality quality, @Nullable String endReason, long version,
        @Nullable Boolean activator) {

    /** Somebody whose role is unknown. */
    public Participant(ParticipantId id, MeetingId meeting, String name, String address, State state, Direction direction, Device device,
            String callBridge, Instant joinedAt, @Nullable Instant leftAt, boolean audioMuted, boolean videoMuted, boolean presenting, boolean speaking,
            @Nullable String layout, @Nullable Integer importance, boolean recording, boolean canMove, Quality quality, @Nullable String endReason,
            long version) {
        this(id, meeting, name, address, state, direction, device, callBridge, joinedAt, leftAt, audioMuted, videoMuted, presenting, speaking, layout,
                importance, recording, canMove, quality, endReason, version, null);
    }

    /** Where they are. */
    public enum State { CONNECTING, RINGING, CONNECTED, ON_HOLD, IN_LOBBY, GONE }

    /** Who called. */
    public enum Direction { INCOMING, OUTGOING, UNKNOWN }

    /** What they use. */
    public enum Device { SIP, WEB_APP, LYNC, UNKNOWN }

    /** How well they see and hear. */
    public enum Quality { GOOD, POOR, UNKNOWN }
}
