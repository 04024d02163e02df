package org.moothall.meetings.internal.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.Participant;
import org.moothall.meetings.internal.find.Words;

/** A meeting with its participants, as it is shown. One thread changes it, any may read. */
public final class LiveMeeting {

    private volatile Meeting meeting;
    private final Map<String, Participant> participants = new ConcurrentHashMap<>();
    private volatile @Nullable Set<String> words;

    LiveMeeting(Meeting meeting) {
        this.meeting = meeting;
    }

    /** The meeting now. */
    public Meeting meeting() {
        return meeting;
    }

    /** Its participants, gone ones too. */
    public Collection<Participant> participants() {
        return participants.values();
    }

    /** One of them, or null. */
    public @Nullable Participant participant(String id) {
        return participants.get(id);
    }

    void show(Meeting now) {
        if (!now.name().equals(meeting.name())) {
            words = null;
        }
        meeting = now;
    }

    void show(Participant now) {
        @Nullable Participant before = participants.put(now.id().value(), now);
        if (before == null || !before.name().equals(now.name()) || !before.address().equals(now.address())) {
            words = null;
        }
    }

    void hide(String participant) {
        participants.remove(participant);
        words = null;
    }

    /** What it is found by. */
    public Set<String> words() {
        @Nullable Set<String> known = words;
        if (known == null) {
            known = wordsOf(meeting, participants.values());
            words = known;
        }
        return known;
    }

    /** What a meeting is found by, live or ended. */
    public static Set<String> wordsOf(Meeting meeting, Collection<Participant> people) {
        List<String> texts = new ArrayList<>(people.size() * 2 + 2);
        texts.add(meeting.name());
        @Nullable String space = meeting.space();
        if (space != null) {
            texts.add(space);
        }
        people.forEach(person -> {
            texts.add(person.name());
            texts.add(person.address());
        });
        return Words.of(texts);
    }
}
