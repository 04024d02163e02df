package org.moothall.meetings.internal.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.moothall.meetings.MeetingId;
import org.moothall.meetings.internal.projection.LoggedChange;
import org.moothall.meetings.internal.projection.Memory.BridgeFacts;
import org.moothall.meetings.internal.store.MeetingStore.Batch;
import org.moothall.meetings.internal.store.MeetingStore.Departed;
import org.moothall.meetings.internal.store.MeetingStore.KeptMeeting;
import org.moothall.meetings.internal.store.MeetingStore.KeptParticipant;

/**
 * Divides a batch, so that no part takes the store's writer for long. All that is kept of a meeting is in one part. How far
 * bridges were followed is in the last one: who stops in between folds what follows again, which changes nothing where it was
 * kept.
 */
final class BatchParts {

    /** So many rows, words not counted, take some milliseconds. */
    private static final int ROWS = 64;

    private final List<KeptMeeting> meetings = new ArrayList<>();
    private final List<KeptParticipant> participants = new ArrayList<>();
    private final List<Departed> departed = new ArrayList<>();
    private final List<LoggedChange> log = new ArrayList<>();

    private BatchParts() {}

    /** The parts in the order in which they are to be written. */
    static List<Batch> of(Batch batch) {
        List<Batch> parts = new ArrayList<>();
        BatchParts part = new BatchParts();
        for (BatchParts meeting : byMeeting(batch).values()) {
            if (part.rows() + meeting.rows() > ROWS && part.rows() > 0) {
                parts.add(part.batch(List.of(), batch));
                part = new BatchParts();
            }
            part.add(meeting);
        }
        parts.add(part.batch(batch.bridges(), batch));
        return parts;
    }

    private static Map<MeetingId, BatchParts> byMeeting(Batch batch) {
        Map<MeetingId, BatchParts> all = new LinkedHashMap<>();
        batch.meetings().forEach(kept -> part(all, kept.shown().id()).meetings.add(kept));
        batch.participants().forEach(kept -> part(all, kept.shown().meeting()).participants.add(kept));
        batch.departed().forEach(gone -> part(all, gone.meeting()).departed.add(gone));
        batch.log().forEach(change -> part(all, change.meeting()).log.add(change));
        return all;
    }

    private static BatchParts part(Map<MeetingId, BatchParts> all, MeetingId meeting) {
        return all.computeIfAbsent(meeting, id -> new BatchParts());
    }

    private int rows() {
        return meetings.size() + participants.size() + departed.size() + (log.isEmpty() ? 0 : 1);
    }

    private void add(BatchParts meeting) {
        meetings.addAll(meeting.meetings);
        participants.addAll(meeting.participants);
        departed.addAll(meeting.departed);
        log.addAll(meeting.log);
    }

    private Batch batch(List<BridgeFacts> bridges, Batch whole) {
        return new Batch(bridges, meetings, participants, departed, log, whole.sign());
    }
}
