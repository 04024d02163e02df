package org.moothall.meetings.internal.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.moothall.core.ProblemException;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Participant;
import org.moothall.meetings.internal.projection.Changes;
import org.moothall.meetings.internal.projection.LoggedChange;
import org.moothall.meetings.internal.projection.Memory;
import org.moothall.meetings.internal.store.MeetingStore;
import org.moothall.meetings.internal.store.MeetingStore.Batch;
import org.moothall.meetings.internal.store.MeetingStore.Departed;
import org.moothall.meetings.internal.store.MeetingStore.KeptMeeting;
import org.moothall.meetings.internal.store.MeetingStore.KeptParticipant;
import org.moothall.meetings.internal.store.MeetingStore.SignOfLife;
import org.moothall.servers.ClusterId;

/** Gathers what changed and keeps it, one batch at a time; what could not be kept is tried again. Used by one thread. */
final class Keeper {

    /** Time since the last one was not watched when we are killed. */
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

    /** So much of the log waits at the most while the store takes nothing; the oldest is given up. */
    private static final int MOST_LOGGED = 200_000;

    private final ClusterId cluster;
    private final MeetingStore store;
    private final LiveMeetings live;
    private final Memory memory;
    private final Map<MeetingId, Meeting> meetings = new LinkedHashMap<>();
    private final Map<String, Participant> participants = new LinkedHashMap<>();
    private final List<Departed> departed = new ArrayList<>();
    private final List<LoggedChange> log = new ArrayList<>();
    private CompletableFuture<Boolean> underway = CompletableFuture.completedFuture(true);
    private Changes last = Changes.nothing();
    private boolean dirty;
    private Instant alive = Instant.EPOCH;

    Keeper(ClusterId cluster, MeetingStore store, LiveMeetings live, Memory memory) {
        this.cluster = cluster;
        this.store = store;
        this.live = live;
        this.memory = memory;
    }

    void note(Changes changes) {
        dirty = true;
        changes.meetings().forEach(meeting -> meetings.put(meeting.id(), meeting));
        changes.participants().values().forEach(all -> all.forEach(p -> participants.put(p.meeting().value() + '|' + p.id().value(), p)));
        log.addAll(changes.log());
        changes.departed().forEach((id, all) -> all.forEach(p -> {
            participants.remove(id.value() + '|' + p);
            departed.add(new Departed(id, p));
        }));
    }

    /** Begins to keep what was noted, unless the batch before is still under way. */
    void keep(Instant now) {
        if (!underway.isDone()) {
            return;
        }
        if (underway.isCompletedExceptionally()) {
            Changes again = last;
            last = Changes.nothing();
            again.meetings().forEach(meeting -> meetings.putIfAbsent(meeting.id(), meeting));
            again.participants().values().forEach(all -> all.forEach(p -> participants.putIfAbsent(p.meeting().value() + '|' + p.id().value(), p)));
            log.addAll(0, again.log());
            log.subList(0, Math.max(0, log.size() - MOST_LOGGED)).clear();
        }
        if (dirty || now.isAfter(alive.plus(SIGN_OF_LIFE))) {
            alive = now;
            dirty = false;
            last = new Changes(List.copyOf(meetings.values()), Map.of(new MeetingId("all"), List.copyOf(participants.values())), Map.of(), List.of(),
                    List.copyOf(log));
            underway = begin(new Batch(memory.bridges(), last.meetings().stream().map(this::kept).toList(),
                    participants.values().stream().map(this::kept).toList(), List.copyOf(departed), last.log(), new SignOfLife(cluster, now)));
            meetings.clear();
            participants.clear();
            departed.clear();
            log.clear();
        }
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

    /** Lets go of what ended before this and is on disk. */
    List<MeetingId> release(Instant limit) {
        return dirty || !underway.isDone() ? List.of() : memory.forgetEndedBefore(limit);
    }
}
