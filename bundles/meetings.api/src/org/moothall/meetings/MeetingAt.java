package org.moothall.meetings;

import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Versioned;
import org.moothall.servers.ClusterId;

/**
 * A meeting as the API shows it: now, with everything that a {@link Meeting} has, or at an instant of the past, where what
 * nobody watched is missing and named in {@code unknown}.
 *
 * @param complete whether all is known that there is to know
 * @param at the instant, or null for now
 * @param unknown names of what is not known of that instant, or null for now
 * @param newcomersLayout as in {@link Meeting}; of the past never known
 * @param addresses as in {@link Meeting}
 * @param desk what operators share about it now, or null for nothing
 * @param lockMode as in {@link Meeting}; of the past never known
 */
public record MeetingAt(MeetingId id, String name, ClusterId cluster, String clusterName, MeetingState state, Instant startedAt, @Nullable Instant endedAt,
        int participants, int maxParticipants, int inLobby, @Nullable Boolean recording, @Nullable Boolean streaming, @Nullable Boolean locked,
        @Nullable Boolean newcomersMuted, @Nullable Boolean presenting, @Nullable String space, @Nullable String owner, List<String> callBridges,
        boolean complete, @Nullable Instant at, @Nullable List<String> unknown, long version, @Nullable MeetingDesk desk,
        @Nullable String newcomersLayout, @Nullable List<String> addresses, @Nullable LockMode lockMode) implements Versioned {

    /** The meeting as it is now. */
    public static MeetingAt now(Meeting m) {
        return new MeetingAt(m.id(), m.name(), m.cluster(), m.clusterName(), m.state(), m.startedAt(), m.endedAt(), m.participants(), m.maxParticipants(),
                m.inLobby(), m.recording(), m.streaming(), m.locked(), m.newcomersMuted(), m.presenting(), m.space(), m.owner(), m.callBridges(), m.complete(),
                null, null, m.version(), m.desk(), m.newcomersLayout(), m.addresses(), m.lockMode());
    }
}
