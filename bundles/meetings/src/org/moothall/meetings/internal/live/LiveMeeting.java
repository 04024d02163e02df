package org.moothall.meetings.internal.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    /** Counts what changed of the words; written by one thread. */
    private volatile int edition;
    private volatile @Nullable Found found;

    /** The words of an edition. */
    private record Found(int edition, Set<String> words) {}

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
        Meeting before = meeting;
        meeting = now;
        if (!now.name().equals(before.name()) || !Objects.equals(now.space(), before.space()) || !Objects.equals(now.addresses(), before.addresses())) {
            edit();
        }
    }

    void show(Participant now) {
        @Nullable Participant before = participants.put(now.id().value(), now);
        if (before == null || !before.name().equals(now.name()) || !before.address().equals(now.address())) {
            edit();
        }
    }

    void hide(String participant) {
        participants.remove(participant);
        edit();
    }

    /** After the change, so that nobody keeps older words for this edition. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void edit() {
        edition++;
    }

    /** What it is found by. */
    public Set<String> words() {
        int now = edition;
        @Nullable Found known = found;
        if (known == null || known.edition() != now) {
            known = new Found(now, wordsOf(meeting, participants.values()));
            found = known;
        }
        return known.words();
    }

    /** What a meeting is found by, live or ended. */
    public static Set<String> wordsOf(Meeting meeting, Collection<Participant> people) {
        List<String> texts = new ArrayList<>(people.size() * 2 + 2);
        texts.add(meeting.name());
        @Nullable String space = meeting.space();
        if (space != null) {
            texts.add(space);
        }
        @Nullable List<String> addresses = meeting.addresses();
        if (addresses != null) {
            texts.addAll(addresses);
        }
        people.forEach(person -> {
            texts.add(person.name());
            texts.add(person.address());
        });
        return Words.of(texts);
    }
}
