package org.moothall.meetings.internal.macros;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.meetings.Macro;
import org.moothall.meetings.MacroArguments;
import org.moothall.meetings.MacroCommand;
import org.moothall.meetings.MacroMeetings;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.OperatorActions.MeetingChange;
import org.moothall.meetings.OperatorActions.Message;
import org.moothall.meetings.OperatorActions.NewParticipant;
import org.moothall.meetings.internal.actions.Forms;
import org.moothall.servers.ClusterId;

/** Makes deeds of steps; what cannot be meant is refused with the step's place. Pure. */
final class Deeds {

    private static final int LONGEST = 250;
    private static final Set<MacroCommand> OF_MEETINGS = Set.of(MacroCommand.ADD, MacroCommand.LOCK, MacroCommand.UNLOCK, MacroCommand.START_RECORDING,
            MacroCommand.STOP_RECORDING, MacroCommand.START_STREAMING, MacroCommand.STOP_STREAMING, MacroCommand.MUTE_NEWCOMERS,
            MacroCommand.UNMUTE_NEWCOMERS, MacroCommand.MESSAGE, MacroCommand.END, MacroCommand.START);

    private Deeds() {}

    /** All are checked. */
    static void check(List<Macro.Step> steps) {
        if (steps.isEmpty() || steps.size() > Macro.MOST_STEPS) {
            throw Problem.invalid("steps", "must be 1 to " + Macro.MOST_STEPS + " steps.").exception();
        }
        for (int i = 0; i < steps.size(); i++) {
            try {
                check(steps.get(i));
            } catch (ProblemException e) {
                throw placed(i, e.problem());
            }
        }
    }

    private static ProblemException placed(int step, Problem problem) {
        String place = "steps[" + step + "].";
        return new ProblemException(new Problem(problem.code(), place + problem.detail(), problem.subject(),
                problem.violations().stream().map(each -> new Problem.Violation(place + each.field(), each.message())).toList()));
    }

    private static void check(Macro.Step step) {
        check(step.meetings());
        Deed deed = of(step);
        refuseOthers(step);
        switch (deed) {
            case Deed.Change people -> Forms.of(people.change());
            case Deed.Add add -> Forms.of(add.participant());
            case Deed.ChangeMeeting meeting -> Forms.everywhere(meeting.change());
            case Deed.Start start -> {
                if (step.meetings().spaces() == null) {
                    throw Problem.invalid("meetings.spaces", "must name the spaces in which to begin meetings.").exception();
                }
            }
            default -> {}
        }
    }

    private static void check(MacroMeetings meetings) {
        @Nullable List<String> named = meetings.ids() == null ? meetings.spaces() : meetings.ids();
        @Nullable String view = meetings.view();
        int given = (meetings.ids() == null ? 0 : 1) + (meetings.spaces() == null ? 0 : 1) + (view == null ? 0 : 1);
        if (given != 1 || named != null && (named.isEmpty() || named.size() > MacroMeetings.MOST) || view != null && view.length() > LONGEST) {
            throw Problem.invalid("meetings", "must have one of ids and spaces (1 to " + MacroMeetings.MOST + ") and view (a query).").exception();
        }
        if (view != null) {
            Selection.query(view);
        }
    }

    /** Arguments that the command does not know are mistakes. */
    private static void refuseOthers(Macro.Step step) {
        Set<String> known = switch (step.command()) {
            case LAYOUT -> Set.of("who", "except", "layout");
            case IMPORTANCE -> Set.of("who", "except", "importance");
            case MOVE -> Set.of("who", "except", "to");
            case ADD -> Set.of("address", "name", "layout", "importance");
            case MESSAGE -> Set.of("text", "position", "seconds");
            case START -> Set.of("cluster");
            default -> OF_MEETINGS.contains(step.command()) ? Set.of() : Set.of("who", "except");
        };
        given(arguments(step)).forEach((name, value) -> {
            if (value != null && !known.contains(name)) {
                throw Problem.invalid("arguments." + name, "is nothing that this command needs.").exception();
            }
        });
    }

    private static Map<String, @Nullable Object> given(MacroArguments a) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("who", a.who());
        all.put("except", a.except());
        all.put("layout", a.layout());
        all.put("importance", a.importance());
        all.put("to", a.to());
        all.put("address", a.address());
        all.put("name", a.name());
        all.put("text", a.text());
        all.put("position", a.position());
        all.put("seconds", a.seconds());
        all.put("cluster", a.cluster());
        return all;
    }

    static MacroArguments arguments(Macro.Step step) {
        @Nullable MacroArguments given = step.arguments();
        return given == null ? MacroArguments.NONE : given;
    }

    static Deed of(Macro.Step step) {
        MacroArguments a = arguments(step);
        return switch (step.command()) {
            case MUTE_AUDIO -> new Deed.Change(new ParticipantChange(true, null));
            case UNMUTE_AUDIO -> new Deed.Change(new ParticipantChange(false, null));
            case MUTE_VIDEO -> new Deed.Change(new ParticipantChange(null, true));
            case UNMUTE_VIDEO -> new Deed.Change(new ParticipantChange(null, false));
            case LAYOUT -> new Deed.Change(new ParticipantChange(null, null, needed("layout", a.layout()), null, null));
            case IMPORTANCE -> new Deed.Change(new ParticipantChange(null, null, null, needed("importance", a.importance()), null));
            case ADMIT -> new Deed.Change(new ParticipantChange(null, null, null, null, false));
            case SEND_TO_LOBBY -> new Deed.Change(new ParticipantChange(null, null, null, null, true));
            case DROP -> new Deed.Drop();
            case CALL_BACK -> new Deed.CallBack();
            case MOVE -> new Deed.Move(needed("to", a.to()));
            case ADD -> new Deed.Add(new NewParticipant(needed("address", a.address()), a.name(), a.layout(), a.importance(), null, null, null, null));
            case LOCK -> meeting(true, null, null, null);
            case UNLOCK -> meeting(false, null, null, null);
            case START_RECORDING -> meeting(null, true, null, null);
            case STOP_RECORDING -> meeting(null, false, null, null);
            case START_STREAMING -> meeting(null, null, true, null);
            case STOP_STREAMING -> meeting(null, null, false, null);
            case MUTE_NEWCOMERS -> meeting(null, null, null, true);
            case UNMUTE_NEWCOMERS -> meeting(null, null, null, false);
            case MESSAGE -> new Deed.ChangeMeeting(
                    new MeetingChange(null, null, null, null, new Message(needed("text", a.text()), a.position(), a.seconds())));
            case END -> new Deed.End();
            case START -> new Deed.Start(new ClusterId(needed("cluster", a.cluster())));
        };
    }

    private static Deed meeting(@Nullable Boolean locked, @Nullable Boolean recording, @Nullable Boolean streaming, @Nullable Boolean newcomersMuted) {
        return new Deed.ChangeMeeting(new MeetingChange(locked, recording, streaming, newcomersMuted, null));
    }

    private static <T> T needed(String name, @Nullable T value) {
        if (value == null) {
            throw Problem.invalid("arguments." + name, "is missing.").exception();
        }
        return value;
    }
}
