package org.moothall.meetings.internal.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Participant;
import org.moothall.meetings.Participant.State;
import org.moothall.meetings.internal.projection.LoggedChange;
import org.moothall.meetings.internal.store.MeetingStore.Batch;
import org.moothall.meetings.internal.store.MeetingStore.KeptMeeting;
import org.moothall.meetings.internal.store.MeetingStore.KeptParticipant;
import org.moothall.meetings.internal.store.MeetingStore.SignOfLife;
import org.moothall.servers.ClusterId;

/**
 * Meetings that went on when their cluster was removed while nobody followed it, so that nobody will ever tell their end. They end as
 * of when they were watched last, incomplete, and go the way of all history. Thread-safe.
 */
public final class AbandonedMeetings {

    /** Whoever follows a cluster gives a sign every few seconds; on another server its removal may be heard later. */
    private static final Duration UNWATCHED = Duration.ofMinutes(5);
    private static final int SOME = 50;

    private final MeetingStore store;
    private final Supplier<Set<ClusterId>> configured;
    private final Clock clock;

    /** @param configured the clusters that there are now */
    public AbandonedMeetings(MeetingStore store, Supplier<Set<ClusterId>> configured, Clock clock) {
        this.store = store;
        this.configured = configured;
        this.clock = clock;
    }

    /** Ends some; whether there may be more. */
    public boolean end() {
        Set<ClusterId> kept = configured.get();
        boolean more = false;
        for (ClusterId cluster : store.clustersWithMeetings()) {
            if (!kept.contains(cluster)) {
                Instant watched = store.lastSign(cluster).orElse(Instant.EPOCH);
                more |= watched.plus(UNWATCHED).isBefore(clock.instant()) && end(cluster, watched);
            }
        }
        return more;
    }

    private boolean end(ClusterId cluster, Instant watched) {
        List<Meeting> some = store.goingOn(cluster, SOME);
        List<KeptMeeting> meetings = new ArrayList<>();
        List<KeptParticipant> left = new ArrayList<>();
        List<LoggedChange> log = new ArrayList<>();
        for (Meeting meeting : some) {
            Instant end = watched.isBefore(meeting.startedAt()) ? meeting.startedAt() : watched;
            List<Participant> everybody = store.people(meeting.id()).stream().map(KeptParticipant::shown).map(person -> gone(person, end)).toList();
            meetings.add(new KeptMeeting(ended(meeting, end), null, everybody));
            everybody.forEach(person -> left.add(new KeptParticipant(person, null)));
            log.add(new LoggedChange(meeting.id(), clock.millis() * 1_000, end, clock.instant(), "", "", LoggedChange.STATE, "ended", ""));
        }
        store.keep(new Batch(List.of(), meetings, left, List.of(), log, new SignOfLife(cluster, watched))).join();
        return some.size() == SOME;
    }

    private static Meeting ended(Meeting was, Instant end) {
        return new Meeting(was.id(), was.name(), was.cluster(), was.clusterName(), MeetingState.ENDED, was.startedAt(), end, 0, was.maxParticipants(), 0, false,
                false, false, false, false, was.space(), was.owner(), was.callBridges(), false, was.version() + 1, null, null, was.addresses(), null);
    }

    private static Participant gone(Participant was, Instant end) {
        Instant left = end.isBefore(was.joinedAt()) ? was.joinedAt() : end;
        return was.state() == State.GONE ? was
                : new Participant(was.id(), was.meeting(), was.name(), was.address(), State.GONE, was.direction(), was.device(), was.callBridge(),
                        was.joinedAt(), left, false, false, false, false, null, null, false, false, Participant.Quality.UNKNOWN, null, was.version() + 1,
                        was.activator());
    }
}
