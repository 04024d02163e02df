package org.moothall.meetings.internal.projection;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Participant;

/** Writes down how pictures change. What is written is never changed, so a fact that comes late gets its place by its own time. */
final class Chronicle {

    /** In the order in which things of one moment are told: the meeting begins, people come and go, the meeting ends. */
    private record Entry(int rank, LoggedChange change) {}

    private static final Comparator<Entry> BY_TIME = Comparator.comparing((Entry entry) -> entry.change().at()).thenComparing(Entry::rank);

    private final Clock clock;
    private final List<Entry> fresh = new ArrayList<>();
    private long number;

    Chronicle(Clock clock) {
        this.clock = clock;
    }

    void person(@Nullable Participant before, Participant now) {
        if (before == null && now.state() == Participant.State.GONE) {
            note(now, LoggedChange.STATE, word(Participant.State.CONNECTED), now.joinedAt());
        }
        if (before == null || before.state() != now.state()) {
            note(now, LoggedChange.STATE, word(now.state()), since(before, now));
        }
        if (now.state() != Participant.State.GONE) {
            compare(before, now, "callBridge", Participant::callBridge);
            compare(before, now, "audioMuted", p -> flag(p.audioMuted()));
            compare(before, now, "videoMuted", p -> flag(p.videoMuted()));
            compare(before, now, "presenting", p -> flag(p.presenting()));
            compare(before, now, "layout", p -> text(p.layout()));
            compare(before, now, "importance", p -> text(p.importance()));
        }
    }

    /** Somebody is in another meeting now. */
    void departed(Participant before) {
        note(before, LoggedChange.STATE, word(Participant.State.GONE), clock.instant());
    }

    private Instant since(@Nullable Participant before, Participant now) {
        @Nullable Instant left = now.leftAt();
        if (left != null) {
            return left;
        }
        return before == null ? now.joinedAt() : clock.instant();
    }

    private void compare(@Nullable Participant before, Participant now, String what, Function<Participant, String> of) {
        String was = before == null || before.state() == Participant.State.GONE ? "" : of.apply(before);
        String is = of.apply(now);
        if (!is.equals(was)) {
            note(now, what, is, before == null ? now.joinedAt() : clock.instant());
        }
    }

    void meeting(@Nullable Meeting before, Meeting now) {
        if (before == null || before.state() != now.state()) {
            state(before, now);
        }
        compare(before, now, "callBridges", m -> String.join("\n", m.callBridges()));
        compare(before, now, "locked", m -> flag(m.locked()));
        compare(before, now, "recording", m -> flag(m.recording()));
        compare(before, now, "streaming", m -> flag(m.streaming()));
        compare(before, now, "newcomersMuted", m -> flag(m.newcomersMuted()));
        compare(before, now, "incomplete", m -> flag(!m.complete()));
    }

    private void state(@Nullable Meeting before, Meeting now) {
        if (before == null) {
            note(0, now.id(), now.startedAt(), LoggedChange.STATE, word(MeetingState.ACTIVE));
        }
        @Nullable Instant ended = now.endedAt();
        if (ended != null) {
            note(2, now.id(), ended, LoggedChange.STATE, word(now.state()));
        } else if (before != null) {
            note(0, now.id(), clock.instant(), LoggedChange.STATE, word(now.state()));
        }
    }

    private void compare(@Nullable Meeting before, Meeting now, String what, Function<Meeting, String> of) {
        String is = of.apply(now);
        if (!is.equals(before == null ? "" : of.apply(before))) {
            note(0, now.id(), before == null ? now.startedAt() : clock.instant(), what, is);
        }
    }

    /** Somebody did something, with this participant or, without one, with the meeting. */
    void acted(MeetingId meeting, @Nullable Participant whom, String words, String actor) {
        Instant now = clock.instant();
        fresh.add(
                new Entry(1, new LoggedChange(meeting, 0, now, now, whom == null ? "" : whom.id().value(), whom == null ? "" : whom.name(), LoggedChange.ACTION,
                        words, actor)));
    }

    /** These bridges are not listened to since this time, or none any more. */
    void unwatched(MeetingId meeting, String bridges, Instant since) {
        note(0, meeting, since, LoggedChange.UNWATCHED, bridges);
    }

    private void note(int rank, MeetingId meeting, Instant at, String what, String value) {
        fresh.add(new Entry(rank, new LoggedChange(meeting, 0, at, clock.instant(), "", "", what, value, "")));
    }

    private void note(Participant person, String what, String value, Instant at) {
        fresh.add(new Entry(1, new LoggedChange(person.meeting(), 0, at, clock.instant(), person.id().value(), person.name(), what, value, "")));
    }

    /** What was written since the last time, numbered. */
    List<LoggedChange> drain() {
        fresh.sort(BY_TIME);
        List<LoggedChange> all = fresh.stream().map(Entry::change).map(change -> new LoggedChange(change.meeting(), next(), change.at(), change.heard(),
                change.participant(), change.name(), change.what(), change.value(), change.actor())).toList();
        fresh.clear();
        return all;
    }

    /** Grows with the clock, so that it goes on over restarts without being kept. */
    private long next() {
        number = Math.max(number + 1, clock.millis() * 1_000);
        return number;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String flag(boolean value) {
        return value ? "true" : "";
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
