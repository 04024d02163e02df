package org.moothall.meetings.internal.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;

import org.moothall.core.ProblemException;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Participant;
import org.moothall.meetings.internal.projection.Changes;
import org.moothall.meetings.internal.projection.Memory;
import org.moothall.meetings.internal.store.MeetingStore;
import org.moothall.meetings.internal.store.MeetingStore.Batch;
import org.moothall.meetings.internal.store.MeetingStore.KeptMeeting;
import org.moothall.meetings.internal.store.MeetingStore.KeptParticipant;
import org.moothall.meetings.internal.store.MeetingStore.SignOfLife;
import org.moothall.servers.ClusterId;

/** Gathers what changed and keeps it, one batch at a time; what could not be kept is tried again. Used by one thread. */
final class Keeper {

    /** Time since the last one was not watched when we are killed. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

    /** So many ended meetings of all clusters stay in memory, however fast meetings come and go; about 13 KB each. */
    private static final int MOST_ENDED = 1_000;
    private static final int MOST_NOTED = 1_000;
    private static final Duration RELEASE_EVERY = Duration.ofSeconds(1);

    private final ClusterId cluster;
    private final MeetingStore store;
    private final LiveMeetings live;
    private final Memory memory;
    private final IntSupplier clusters;
    private Noted noted = new Noted();
    private Noted last = new Noted();
    private CompletableFuture<Boolean> underway = CompletableFuture.completedFuture(true);
    private Instant alive = Instant.EPOCH;
    private Instant released = Instant.EPOCH;

    /** @param clusters how many there are, who share what room there is in memory */
    Keeper(ClusterId cluster, MeetingStore store, LiveMeetings live, Memory memory, IntSupplier clusters) {
        this.cluster = cluster;
        this.store = store;
        this.live = live;
        this.memory = memory;
        this.clusters = clusters;
    }

    void note(Changes changes) {
        noted.add(changes);
    }

    /** Whether so much is noted that the store should take it before there is more. */
    boolean full() {
        return noted.rows() > MOST_NOTED;
    }

    /** Begins to keep what was noted, unless the batch before is still under way. */
    void keep(Instant now) {
        if (!underway.isDone()) {
            return;
        }
        if (underway.isCompletedExceptionally()) {
            noted.addOlder(last);
            last = new Noted();
        }
        if (noted.any() || now.isAfter(alive.plus(SIGN_OF_LIFE))) {
            alive = now;
            last = noted;
            noted = new Noted();
            underway = begin(new Batch(memory.bridges(), last.meetings().stream().map(this::kept).toList(),
                    last.participants().stream().map(this::kept).toList(), last.departed(), last.log(), new SignOfLife(cluster, now)));
        }
    }

    /** Done when the last batch is on disk, or could not be kept. */
    CompletableFuture<Boolean> underway() {
        return underway;
    }

    private CompletableFuture<Boolean> begin(Batch batch) {
        try {
            return store.keep(batch);
        } catch (ProblemException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private KeptMeeting kept(Meeting meeting) {
        Collection<Participant> everybody = meeting.state() == MeetingState.ENDED
                ? live.find(meeting.id()).map(LiveMeeting::participants).orElse(List.of()) : List.of();
        return new KeptMeeting(meeting, memory.of(meeting.id()), List.copyOf(everybody));
    }

    private KeptParticipant kept(Participant participant) {
        return new KeptParticipant(participant, memory.of(participant.meeting(), participant.id()));
    }

    /** Lets go of what is on disk and ended before this, or first of too many. */
    List<MeetingId> release(Instant now, Instant limit) {
        if (!underway.isDone() || underway.isCompletedExceptionally() || now.isBefore(released.plus(RELEASE_EVERY))) {
            return List.of();
        }
        released = now;
        return memory.forgetEnded(limit, MOST_ENDED / Math.max(1, clusters.getAsInt()), noted.touched());
    }
}
