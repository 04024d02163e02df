package org.moothall.meetings.internal.projection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What a reconciliation read of one bridge found.
 *
 * @param tick what {@link Projection#tick()} was before the read began; what was heard since then is newer
 * @param at our time when the read began
 * @param nextRecord number of the next record that the bridge will write, asked before anything else; -1 when unknown
 * @param restarted when the bridge's present run began, or null when unknown
 * @param calls, participants, legs each with id and what the bridge told of it
 * @param gone ids that we believed to be there, and of which the bridge said when asked for each that it does not know them
 */
public record Snapshot(long tick, Instant at, long nextRecord, @Nullable Instant restarted, List<Item> calls, List<Item> participants, List<Item> legs,
        Set<String> gone) {

    public Snapshot {
        calls = List.copyOf(calls);
        participants = List.copyOf(participants);
        legs = List.copyOf(legs);
        gone = Set.copyOf(gone);
    }

    /** An object of a list, with more fields where its details were read. */
    public record Item(String id, Map<String, String> fields) {
        public Item {
            fields = Map.copyOf(fields);
        }
    }
}
