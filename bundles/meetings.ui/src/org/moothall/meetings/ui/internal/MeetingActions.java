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
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.MeetingsClient;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.Meetings.Outcome;
import org.moothall.meetings.Meetings.ParticipantChange;
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
    private static final String UNDO = "undo";

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
        List<Participant> others = people.stream().filter(person -> person.audioMuted() != muted).toList();
        change(others, new ParticipantChange(muted, null), new ParticipantChange(!muted, null), muted ? "mute" : "unmute");
    }

    /** Stops or starts the video of these people; those who are so already are left alone. */
    void muteVideo(List<Participant> people, boolean muted) {
        List<Participant> others = people.stream().filter(person -> person.videoMuted() != muted).toList();
        change(others, new ParticipantChange(null, muted), new ParticipantChange(null, !muted), muted ? "stop-video" : "start-video");
    }

    /** Drops these people. */
    void drop(List<Participant> people) {
        each(people, (meeting, whom) -> meetings.drop(meeting, whom), "drop", null, this::drop);
    }

    /** Ends these meetings for everybody. */
    void end(List<Meeting> ended) {
        ended.forEach(meeting -> track(Set.of(meeting.id().value()), meetings.end(meeting.id()), done -> {
            if (ended.size() == 1) {
                notices.done(done("end", meeting.name()));
            }
        }, words("end", meeting.name()), () -> end(List.of(meeting))));
    }

    private void change(List<Participant> people, ParticipantChange to, ParticipantChange back, String verb) {
        @Nullable Consumer<List<Participant>> undo = verb.equals(UNDO) ? null : changed -> change(changed, back, to, UNDO);
        each(people, (meeting, whom) -> meetings.change(meeting, whom, to), verb, undo, again -> change(again, to, back, verb));
    }

    /** Does something with people, meeting by meeting at the same time. @param undo takes it back for those it was done with, or null */
    private void each(List<Participant> people, BiFunction<MeetingId, List<ParticipantId>, CompletableFuture<List<Outcome>>> call, String verb,
            @Nullable Consumer<List<Participant>> undo, Consumer<List<Participant>> again) {
        if (people.isEmpty()) {
            notices.done(Texts.of("action." + verb + ".already"));
            return;
        }
        Map<MeetingId, List<Participant>> groups = people.stream().collect(Collectors.groupingBy(Participant::meeting, LinkedHashMap::new, Collectors.toList()));
        if (groups.size() == 1) {
            track(ids(people), call.apply(people.getFirst().meeting(), idsOf(people)), outcomes -> told(verb, people, outcomes, undo), words(verb, names(people)),
                    () -> again.accept(people));
            return;
        }
        CompletableFuture<List<Outcome>> all = CompletableFuture.completedFuture(List.of());
        for (Map.Entry<MeetingId, List<Participant>> group : groups.entrySet()) {
            CompletableFuture<List<Outcome>> here = call.apply(group.getKey(), idsOf(group.getValue())).exceptionally(failure -> failed(group.getValue(), failure));
            all = all.thenCombine(here, MeetingActions::together);
        }
        track(ids(people), all, outcomes -> told(verb, people, outcomes, undo), words(verb, names(people)), () -> again.accept(people));
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

    private void told(String verb, List<Participant> people, List<Outcome> outcomes, @Nullable Consumer<List<Participant>> undo) {
        List<Outcome> failed = outcomes.stream().filter(outcome -> !outcome.done()).toList();
        if (!failed.isEmpty()) {
            notices.failed(failures(words(verb, names(people)), people, outcomes.size(), failed), null);
        } else if (undo == null) {
            notices.done(done(verb, names(people)));
        } else {
            notices.done(done(verb, names(people)), () -> undo.accept(people));
        }
    }

    private static List<Outcome> failed(List<Participant> people, Throwable failure) {
        return people.stream().map(person -> new Outcome(person.id(), false, FailureWords.of(failure))).toList();
    }

    private static List<Outcome> together(List<Outcome> before, List<Outcome> more) {
        List<Outcome> both = new ArrayList<>(before);
        both.addAll(more);
        return both;
    }

    private static String failures(String what, List<Participant> people, int asked, List<Outcome> failed) {
        String each = failed.stream().limit(NAMED).map(outcome -> Texts.of("action.failed-one", name(people, outcome.participant()), String.valueOf(outcome.problem())))
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
