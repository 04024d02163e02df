package org.moothall.meetings;

import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.servers.ClusterId;

/**
 * A leg of the quality inbox.
 *
 * @param leg the leg's id on its Call Bridge
 * @param name of the participant
 * @param callBridge name of the bridge that hosts it
 * @param subnet the /24 or /64 of the device's address, or null where the bridge tells no address
 * @param since from when on it has been bad without a pause, as far as we looked
 * @param alarms what is bad, at least one
 * @param loss the worst of its streams, in percent, or null while unknown
 * @param jitter the worst of its streams, in milliseconds, or null while unknown
 * @param roundTrip the worst of its streams, in milliseconds, or null while unknown
 * @param reason what is bad in words: {@code packet loss 7.5 % received video for 40 s}
 */
public record QualityLeg(ParticipantId participant, MeetingId meeting, String meetingName, ClusterId cluster, String leg, String name, String address,
        String callBridge, @Nullable String subnet, Instant since, List<Alarm> alarms, @Nullable Double loss, @Nullable Integer jitter,
        @Nullable Integer roundTrip, String reason) {

    public QualityLeg {
        alarms = List.copyOf(alarms);
    }

    /** What can be bad. */
    public enum Alarm { PACKET_LOSS, EXCESSIVE_JITTER, HIGH_ROUND_TRIP_TIME }
}
