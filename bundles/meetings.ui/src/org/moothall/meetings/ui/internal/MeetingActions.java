package org.moothall.meetings.ui.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.MeetingsClient;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.Meetings.Outcome;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantId;
import org.moothall.ui.Notices;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Value;

/** What operators do with a meeting. Tells how it went, for each person it went wrong with. Confined to the UI thread. */
final class MeetingActions {

    private static final int NAMED = 3;

    private final MeetingsClient meetings;
    private final Notices notices;
    private final Executor ui;
    private final Value<Set<String>> busy = new Value<>(Set.of());

    MeetingActions(MeetingsClient meetings, Notices notices, Executor ui) {
        this.meetings = meetings;
        this.notices = notices;
        this.ui = ui;
    }

    /** Ids of the meetings and people with whom something is under way. */
    Value<Set<String>> busy() {
        return busy;
    }

    /** Mutes or unmutes these people; those who are so already are left alone. */
    void muteAudio(MeetingId meeting, List<Participant> people, boolean muted) {
        List<Participant> others = people.stream().filter(person -> person.audioMuted() != muted).toList();
        change(meeting, others, new ParticipantChange(muted, null), new ParticipantChange(!muted, null), muted ? "Mute" : "Unmute", muted ? "muted" : "unmuted");
    }

    /** Stops or starts the video of these people; those who are so already are left alone. */
    void muteVideo(MeetingId meeting, List<Participant> people, boolean muted) {
        List<Participant> others = people.stream().filter(person -> person.videoMuted() != muted).toList();
        change(meeting, others, new ParticipantChange(null, muted), new ParticipantChange(null, !muted), muted ? "Stop the video of" : "Start the video of",
                muted ? "without video" : "with video");
    }

    /** Drops these people. */
    void drop(MeetingId meeting, List<Participant> people) {
        track(ids(people), meetings.drop(meeting, people.stream().map(Participant::id).toList()),
                outcomes -> told("Drop", people, outcomes, names(people) + " dropped.", null), "Drop " + names(people), () -> drop(meeting, people));
    }

    /** Ends the meeting for everybody. */
    void end(Meeting meeting) {
        track(Set.of(meeting.id().value()), meetings.end(meeting.id()), done -> notices.done(meeting.name() + " was ended."), "End " + meeting.name(), () -> end(meeting));
    }

    private void change(MeetingId meeting, List<Participant> people, ParticipantChange to, ParticipantChange back, String verb, String state) {
        if (people.isEmpty()) {
            notices.done("Nothing to change: all are " + state + " already.");
            return;
        }
        List<ParticipantId> whom = people.stream().map(Participant::id).toList();
        Runnable undo = () -> change(meeting, people, back, to, "Undo: " + verb.toLowerCase(java.util.Locale.ROOT), "as before");
        track(ids(people), meetings.change(meeting, whom, to), outcomes -> told(verb, people, outcomes, names(people) + " " + state + ".", undo),
                verb + " " + names(people), () -> change(meeting, people, to, back, verb, state));
    }

    private <T> void track(Set<String> ids, CompletableFuture<T> call, java.util.function.Consumer<T> done, String what, Runnable again) {
        busy.set(with(ids));
        call.whenCompleteAsync((result, failure) -> {
            busy.set(without(ids));
            if (failure != null) {
                notices.failed(what, failure, again);
            } else {
                done.accept(result);
            }
        }, ui);
    }

    private void told(String verb, List<Participant> people, List<Outcome> outcomes, String allDone, @Nullable Runnable undo) {
        List<Outcome> failed = outcomes.stream().filter(outcome -> !outcome.done()).toList();
        if (failed.isEmpty()) {
            if (undo == null) {
                notices.done(allDone);
            } else {
                notices.done(allDone, undo);
            }
            return;
        }
        notices.failed(failures(verb, people, outcomes.size(), failed), null);
    }

    private static String failures(String verb, List<Participant> people, int asked, List<Outcome> failed) {
        String each = failed.stream().limit(NAMED).map(outcome -> name(people, outcome.participant()) + ": " + outcome.problem()).collect(Collectors.joining(" "));
        String more = failed.size() > NAMED ? " And " + (failed.size() - NAMED) + " more." : "";
        return verb + ": " + failed.size() + " of " + asked + " could not be done. " + each + more;
    }

    private static String name(List<Participant> people, ParticipantId id) {
        return people.stream().filter(person -> person.id().equals(id)).map(Participant::name).findFirst().orElse("Someone");
    }

    /** One name, or how many people. */
    static String names(List<Participant> people) {
        return people.size() == 1 ? people.getFirst().name() : Formats.count(people.size(), "person", "people");
    }

    private static Set<String> ids(Collection<Participant> people) {
        return people.stream().map(person -> person.id().value()).collect(Collectors.toUnmodifiableSet());
    }

    private Set<String> with(Set<String> ids) {
        Set<String> both = new HashSet<>(busy.get());
        both.addAll(ids);
        return Set.copyOf(both);
    }

    private Set<String> without(Set<String> ids) {
        return new ArrayList<>(busy.get()).stream().filter(id -> !ids.contains(id)).collect(Collectors.toUnmodifiableSet());
    }
}
