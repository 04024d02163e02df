package org.moothall.meetings;

import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Versioned;
import org.moothall.servers.ClusterId;

/**
 * A meeting as a row of the list.
 *
 * @param participants how many people are in it now (0 once ended)
 * @param maxParticipants the most at once
 * @param inLobby how many of them wait to be let in
 * @param newcomersMuted whether everybody who joins is muted
 * @param complete false while our knowledge has gaps that a reconciliation read has yet to repair
 * @param callBridges names of the bridges it is on
 * @param version grows with each change
 * @param newcomersLayout the layout that everybody gets who joins from now on, or null for what the meeting prescribes
 * @param addresses addresses and numbers under which people reached it, in order, at most {@link #MOST_ADDRESSES}; null for none
 * @param desk what operators share about it, or null for nothing; changes without a new version
 * @param lockMode whom the lock keeps waiting; null while it is not locked, or not known yet
 */
public record Meeting(MeetingId id, String name, ClusterId cluster, String clusterName, MeetingState state, Instant startedAt, @Nullable Instant endedAt,
        int participants, int maxParticipants, int inLobby, boolean recording, boolean streaming, boolean locked, boolean newcomersMuted, boolean presenting,
        @Nullable String space, @Nullable String owner, List<String> callBridges, boolean complete, long version, @Nullable MeetingDesk desk,
        @Nullable String newcomersLayout, @Nullable List<String> addresses, @Nullable LockMode lockMode) implements Versioned {

    /** Addresses at the most. */
    public static final int MOST_ADDRESSES = 10;

    public Meeting {
        callBridges = List.copyOf(callBridges);
        addresses = addresses == null ? null : List.copyOf(addresses);
    }

    /** A meeting that operators share nothing about, and without a layout for newcomers. */
    public Meeting(MeetingId id, String name, ClusterId cluster, String clusterName, MeetingState state, Instant startedAt, @Nullable Instant endedAt,
            int participants, int maxParticipants, int inLobby, boolean recording, boolean streaming, boolean locked, boolean newcomersMuted,
            boolean presenting, @Nullable String space, @Nullable String owner, List<String> callBridges, boolean complete, long version) {
        this(id, name, cluster, clusterName, state, startedAt, endedAt, participants, maxParticipants, inLobby, recording, streaming, locked, newcomersMuted,
                presenting, space, owner, callBridges, complete, version, null, null, null, null);
    }

    /** The same meeting with what operators share about it. */
    public Meeting with(@Nullable MeetingDesk now) {
        return new Meeting(id, name, cluster, clusterName, state, startedAt, endedAt, participants, maxParticipants, inLobby, recording, streaming, locked,
                newcomersMuted, presenting, space, owner, callBridges, complete, version, now, newcomersLayout, addresses, lockMode);
    }
}
