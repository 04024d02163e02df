package org.moothall.meetings.ui.internal.macros;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Macro;
import org.moothall.meetings.MacroArguments;
import org.moothall.meetings.MacroCommand;
import org.moothall.meetings.MacroMeetings;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.Participant;

/**
 * Makes steps of what was recorded, so that they mean the same next time: the space instead of the meeting that went on in it then,
 * everybody instead of all who were there. Pure.
 */
final class RecordedSteps {
    private RecordedSteps() {}

    /** @param people all who are or were in the meeting, after it was done; @param to the meeting moved to, if that was it */
    static List<Macro.Step> of(RecordedCall call, Meeting meeting, List<Participant> people, Optional<Meeting> to) {
        MacroMeetings where = where(meeting);
        MacroArguments given = to.map(target -> to(call.arguments(), space(target))).orElse(call.arguments());
        if (call.people().isEmpty()) {
            return List.of(step(where, call.command(), given));
        }
        List<String> ids = call.people().get();
        List<Participant> others = people.stream().filter(person -> !ids.contains(person.id().value())).filter(left(call.command())).toList();
        if (others.isEmpty()) {
            return List.of(step(where, call.command(), given));
        }
        if (others.size() == 1 && ids.size() > 1) {
            return List.of(step(where, call.command(), whom(given, null, others.getFirst().name())));
        }
        return people.stream().filter(person -> ids.contains(person.id().value())).map(Participant::name).distinct()
                .map(name -> step(where, call.command(), whom(given, name, null))).toList();
    }

    /** The same done in several meetings after each other is one step. */
    static List<Macro.Step> together(List<Macro.Step> steps) {
        List<Macro.Step> all = new ArrayList<>();
        for (Macro.Step step : steps) {
            Macro.@Nullable Step before = all.isEmpty() ? null : all.getLast();
            boolean same = before != null && before.command() == step.command() && StepWords.arguments(before).equals(StepWords.arguments(step))
                    && (before.meetings().spaces() == null) == (step.meetings().spaces() == null);
            if (same && before != null) {
                all.set(all.size() - 1, step(new MacroMeetings(both(before.meetings().ids(), step.meetings().ids()),
                        both(before.meetings().spaces(), step.meetings().spaces()), null), step.command(), StepWords.arguments(step)));
            } else {
                all.add(step);
            }
        }
        return all;
    }

    /** Who could have been meant, and was not: those who are so already do not count. */
    private static Predicate<Participant> left(MacroCommand command) {
        return person -> switch (command) {
            case MUTE_AUDIO -> present(person) && !person.audioMuted();
            case UNMUTE_AUDIO -> present(person) && person.audioMuted();
            case MUTE_VIDEO -> present(person) && !person.videoMuted();
            case UNMUTE_VIDEO -> present(person) && person.videoMuted();
            case ADMIT -> person.state() == Participant.State.IN_LOBBY;
            case SEND_TO_LOBBY -> present(person) && person.state() != Participant.State.IN_LOBBY;
            case CALL_BACK -> !present(person);
            default -> present(person);
        };
    }

    private static boolean present(Participant person) {
        return person.state() != Participant.State.GONE;
    }

    private static MacroMeetings where(Meeting meeting) {
        @Nullable String space = meeting.space();
        return space == null ? new MacroMeetings(List.of(meeting.id().value()), null, null) : new MacroMeetings(null, List.of(space), null);
    }

    private static String space(Meeting meeting) {
        @Nullable String space = meeting.space();
        return space == null ? meeting.id().value() : space;
    }

    private static Macro.Step step(MacroMeetings where, MacroCommand command, MacroArguments given) {
        return new Macro.Step(where, command, given.equals(MacroArguments.NONE) ? null : given);
    }

    private static @Nullable List<String> both(@Nullable List<String> one, @Nullable List<String> other) {
        return one == null || other == null ? null : Stream.concat(one.stream(), other.stream()).distinct().limit(MacroMeetings.MOST).toList();
    }

    private static MacroArguments to(MacroArguments a, String to) {
        return new MacroArguments(a.who(), a.except(), a.layout(), a.importance(), to, a.address(), a.name(), a.text(), a.position(), a.seconds(), a.cluster());
    }

    private static MacroArguments whom(MacroArguments a, @Nullable String who, @Nullable String except) {
        return new MacroArguments(who, except, a.layout(), a.importance(), a.to(), a.address(), a.name(), a.text(), a.position(), a.seconds(), a.cluster());
    }
}
