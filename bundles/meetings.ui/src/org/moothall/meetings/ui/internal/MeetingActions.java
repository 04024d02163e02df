package org.moothall.meetings.ui.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.moothall.client.MeetingsClient;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.Meetings.Outcome;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.OperatorActions.Outcomes;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantId;
import org.moothall.ui.Notices;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.Value;

/**
 * What operators do with people, of one meeting or of several. Tells how it went, for each person it went wrong with; one meeting
 * that cannot be reached does not stop the others. Confined to the UI thread.
 */
final class MeetingActions {
    private static final int NAMED = 3;

    /** What happened to the people of one meeting. */
    private record Told(MeetingId meeting, Outcomes outcomes) {}

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
    void muteAudio(List<Participant> people, boolean muted) {
        change(people.stream().filter(person -> person.audioMuted() != muted).toList(), new ParticipantChange(muted, null), muted ? "mute" : "unmute");
    }

    /** Stops or starts the video of these people; those who are so already are left alone. */
    void muteVideo(List<Participant> people, boolean muted) {
        change(people.stream().filter(person -> person.videoMuted() != muted).toList(), new ParticipantChange(null, muted),
                muted ? "stop-video" : "start-video");
    }

    /** Gives these people a layout; an empty one is what the meeting prescribes. */
    void layout(List<Participant> people, String layout) {
        change(people, new ParticipantChange(null, null, layout, null, null), "layout");
    }

    /** Shows these people first, the higher the more; 0 takes it away. */
    void importance(List<Participant> people, int importance) {
        change(people, new ParticipantChange(null, null, null, importance, null), "importance");
    }

    /** Lets those of these people in who wait in the lobby. */
    void admit(List<Participant> people) {
        change(people.stream().filter(person -> person.state() == Participant.State.IN_LOBBY).toList(), new ParticipantChange(null, null, null, null, false),
                "admit");
    }

    /** Sends these people back to the lobby. */
    void toLobby(List<Participant> people) {
        change(people.stream().filter(person -> person.state() != Participant.State.IN_LOBBY).toList(), new ParticipantChange(null, null, null, null, true),
                "lobby");
    }

    /** Drops these people. */
    void drop(List<Participant> people) {
        each(people, meetings::drop, "drop", this::drop);
    }

    /** Calls back people who are gone. */
    void callBack(List<Participant> people) {
        each(people, meetings::callBack, "call-back", this::callBack);
    }

    /** Moves these people to another meeting. */
    void move(List<Participant> people, Meeting target) {
        each(people, (meeting, whom) -> meetings.move(meeting, whom, target.id()), "move", again -> move(again, target));
    }

    /** Ends these meetings for everybody. */
    void end(List<Meeting> ended) {
        ended.forEach(meeting -> track(Set.of(meeting.id().value()), meetings.end(meeting.id()), done -> {
            if (ended.size() == 1) {
                notices.done(done("end", meeting.name()));
            }
        }, words("end", meeting.name()), () -> end(List.of(meeting))));
    }

    private void change(List<Participant> people, ParticipantChange to, String verb) {
        each(people, (meeting, whom) -> meetings.change(meeting, whom, to), verb, again -> change(again, to, verb));
    }

    /** Does something with people, meeting by meeting at the same time. */
    private void each(List<Participant> people, BiFunction<MeetingId, List<ParticipantId>, CompletableFuture<Outcomes>> call, String verb,
            Consumer<List<Participant>> again) {
        if (people.isEmpty()) {
            notices.done(Texts.of("action." + verb + ".already"));
            return;
        }
        Map<MeetingId, List<Participant>> groups = people.stream()
                .collect(Collectors.groupingBy(Participant::meeting, LinkedHashMap::new, Collectors.toList()));
        CompletableFuture<List<Told>> all = CompletableFuture.completedFuture(List.of());
        for (Map.Entry<MeetingId, List<Participant>> group : groups.entrySet()) {
            CompletableFuture<Outcomes> here = call.apply(group.getKey(), idsOf(group.getValue()));
            CompletableFuture<Outcomes> safe = groups.size() == 1 ? here : here.exceptionally(failure -> failed(group.getValue(), failure));
            all = all.thenCombine(safe, (before, more) -> together(before, new Told(group.getKey(), more)));
        }
        track(ids(people), all, told -> told(verb, people, told), words(verb, names(people)), () -> again.accept(people));
    }

    private void undo(List<Told> told, String whom) {
        CompletableFuture<?>[] calls = told.stream().filter(one -> one.outcomes.undo() != null)
                .map(one -> meetings.undo(one.meeting, String.valueOf(one.outcomes.undo()))).toArray(CompletableFuture[]::new);
        track(Set.of(), CompletableFuture.allOf(calls), done -> notices.done(done("undo", whom)), words("undo", whom), () -> undo(told, whom));
    }

    private <T> void track(Set<String> ids, CompletableFuture<T> call, Consumer<T> done, String what, Runnable again) {
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

    private void told(String verb, List<Participant> people, List<Told> told) {
        List<Outcome> outcomes = told.stream().flatMap(one -> one.outcomes.outcomes().stream()).toList();
        List<Outcome> failed = outcomes.stream().filter(outcome -> !outcome.done()).toList();
        if (!failed.isEmpty()) {
            notices.failed(failures(words(verb, names(people)), people, outcomes.size(), failed), null);
        } else if (told.stream().allMatch(one -> one.outcomes.undo() == null)) {
            notices.done(done(verb, names(people)));
        } else {
            notices.done(done(verb, names(people)), () -> undo(told, names(people)));
        }
    }

    private static Outcomes failed(List<Participant> people, Throwable failure) {
        return new Outcomes(people.stream().map(person -> new Outcome(person.id(), false, FailureWords.of(failure))).toList(), null);
    }

    private static List<Told> together(List<Told> before, Told more) {
        List<Told> both = new ArrayList<>(before);
        both.add(more);
        return both;
    }

    private static String failures(String what, List<Participant> people, int asked, List<Outcome> failed) {
        String each = failed.stream().limit(NAMED)
                .map(outcome -> Texts.of("action.failed-one", name(people, outcome.participant()), String.valueOf(outcome.problem())))
                .collect(Collectors.joining(" "));
        String more = failed.size() > NAMED ? " " + Texts.of("action.failed-more", failed.size() - NAMED) : "";
        return Texts.of("action.failed", what, failed.size(), asked, each) + more;
    }

    private static String words(String verb, String whom) {
        return Texts.of("action." + verb, whom);
    }

    private static String done(String verb, String whom) {
        return Texts.of("action." + verb + ".done", whom);
    }

    private static String name(List<Participant> people, ParticipantId id) {
        return people.stream().filter(person -> person.id().equals(id)).map(Participant::name).findFirst().orElse(Texts.of("someone"));
    }

    /** One name, or how many people. */
    static String names(List<Participant> people) {
        return people.size() == 1 ? people.getFirst().name() : Texts.count("people", people.size());
    }

    private static List<ParticipantId> idsOf(List<Participant> people) {
        return people.stream().map(Participant::id).toList();
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
        return busy.get().stream().filter(id -> !ids.contains(id)).collect(Collectors.toUnmodifiableSet());
    }
}
