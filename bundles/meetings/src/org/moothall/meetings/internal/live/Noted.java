package org.moothall.meetings.internal.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.Participant;
import org.moothall.meetings.internal.projection.Changes;
import org.moothall.meetings.internal.projection.LoggedChange;
import org.moothall.meetings.internal.store.MeetingStore.Departed;

/** What changed and is to be kept: of each thing the newest. Used by one thread. */
final class Noted {

    /** So much of the log waits at the most while the store takes nothing; the oldest is given up. */
    private static final int MOST_LOGGED = 200_000;

    private final Map<MeetingId, Meeting> meetings = new LinkedHashMap<>();
    private final Map<String, Participant> participants = new LinkedHashMap<>();
    private final Map<String, Departed> departed = new LinkedHashMap<>();
    private final List<LoggedChange> log = new ArrayList<>();
    private boolean any;

    void add(Changes changes) {
        any = true;
        changes.meetings().forEach(meeting -> meetings.put(meeting.id(), meeting));
        changes.participants().values().forEach(all -> all.forEach(p -> {
            departed.remove(key(p.meeting(), p.id().value()));
            participants.put(key(p.meeting(), p.id().value()), p);
        }));
        changes.departed().forEach((id, all) -> all.forEach(p -> {
            participants.remove(key(id, p));
            departed.put(key(id, p), new Departed(id, p));
        }));
        log.addAll(changes.log());
    }

    /** Takes in what was noted before this and could not be kept. */
    void addOlder(Noted older) {
        any |= older.any;
        older.meetings.forEach(meetings::putIfAbsent);
        older.departed.forEach((key, gone) -> {
            if (!participants.containsKey(key)) {
                departed.putIfAbsent(key, gone);
            }
        });
        older.participants.forEach((key, participant) -> {
            if (!departed.containsKey(key)) {
                participants.putIfAbsent(key, participant);
            }
        });
        log.addAll(0, older.log);
        log.subList(0, Math.max(0, log.size() - MOST_LOGGED)).clear();
    }

    /** All meetings that something was noted of. */
    Set<MeetingId> touched() {
        Set<MeetingId> all = new HashSet<>(meetings.keySet());
        participants.values().forEach(person -> all.add(person.meeting()));
        departed.values().forEach(person -> all.add(person.meeting()));
        return all;
    }

    boolean any() {
        return any;
    }

    /** How much it is. */
    int rows() {
        return meetings.size() + participants.size() + departed.size();
    }

    Collection<Meeting> meetings() {
        return meetings.values();
    }

    Collection<Participant> participants() {
        return participants.values();
    }

    List<Departed> departed() {
        return List.copyOf(departed.values());
    }

    List<LoggedChange> log() {
        return List.copyOf(log);
    }

    private static String key(MeetingId meeting, String participant) {
        return meeting.value() + '|' + participant;
    }
}
