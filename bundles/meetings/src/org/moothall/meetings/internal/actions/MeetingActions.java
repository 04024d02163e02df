package org.moothall.meetings.internal.actions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ProblemException;
import org.moothall.meetings.OperatorActions.MeetingChange;
import org.moothall.meetings.OperatorActions.MeetingOutcome;
import org.moothall.meetings.OperatorActions.PanePlacement;
import org.moothall.meetings.internal.live.LiveMeeting;
import org.moothall.servers.spi.ApiElement;
import org.moothall.servers.spi.FailureReason;

/** What operators do with a whole meeting, on all the bridges that it is on. */
final class MeetingActions {

    private final Reach reach;

    MeetingActions(Reach reach) {
        this.reach = reach;
    }

    List<MeetingOutcome> change(LiveMeeting meeting, MeetingChange change) {
        Map<String, String> form = Forms.everywhere(change);
        Map<String, List<String>> calls = reach.calls(meeting);
        Map<String, String> problems = new LinkedHashMap<>();
        if (!form.isEmpty()) {
            everywhere(calls, form, problems);
        }
        @Nullable String preset = change.newcomersLayout();
        if (preset != null) {
            reach.ask(meeting, p -> {
                p.legs().newcomersLayout(meeting.meeting().id(), preset);
                return true;
            });
            calls.keySet().forEach(bridge -> note(problems, bridge, null));
        }
        run("recording", change.recording(), calls, problems);
        run("streaming", change.streaming(), calls, problems);
        List<MeetingOutcome> outcomes = new ArrayList<>();
        problems.forEach(
                (bridge, problem) -> outcomes.add(new MeetingOutcome(reach.ground().nameOf(bridge), problem.isEmpty(), problem.isEmpty() ? null : problem)));
        return outcomes;
    }

    /** How people are placed in panes now, so that it can be brought back; what the bridge does not tell is off. */
    PanePlacement panePlacement(LiveMeeting meeting) {
        Map.Entry<String, List<String>> first = reach.calls(meeting).entrySet().iterator().next();
        ApiElement call = reach.ground().bridge(first.getKey()).get("calls/" + first.getValue().get(0), Map.of());
        String highest = call.text("panePlacementHighestImportance");
        String self = call.text("panePlacementSelfPaneMode").toUpperCase(Locale.ROOT);
        return new PanePlacement(highest.matches("\\d{1,9}") ? Integer.valueOf(highest) : Integer.valueOf(0),
                Stream.of(PanePlacement.SelfPane.values()).filter(pane -> pane.name().equals(self)).findFirst().orElse(PanePlacement.SelfPane.SELF));
    }

    private void everywhere(Map<String, List<String>> calls, Map<String, String> form, Map<String, String> problems) {
        calls.forEach((bridge, there) -> there.forEach(call -> note(problems, bridge, put(bridge, call, form))));
    }

    /** Is stopped wherever it runs, and started on the first bridge that can, so that there are not two of it. */
    private void run(String what, @Nullable Boolean wanted, Map<String, List<String>> calls, Map<String, String> problems) {
        if (wanted != null && !wanted) {
            everywhere(calls, Map.of(what, "false"), problems);
        } else if (wanted != null) {
            start(what, calls, problems);
        }
    }

    private void start(String what, Map<String, List<String>> calls, Map<String, String> problems) {
        Map<String, String> refusals = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> entry : calls.entrySet()) {
            @Nullable String problem = put(entry.getKey(), entry.getValue().get(0), Map.of(what, "true"));
            if (problem == null) {
                note(problems, entry.getKey(), null);
                return;
            }
            refusals.put(entry.getKey(), problem);
        }
        refusals.forEach((bridge, problem) -> note(problems, bridge, problem));
    }

    private @Nullable String put(String bridge, String call, Map<String, String> form) {
        return reach.attempt(bridge, b -> b.put("calls/" + call, form));
    }

    private static void note(Map<String, String> problems, String bridge, @Nullable String problem) {
        problems.merge(bridge, problem == null ? "" : problem, (first, second) -> first.isEmpty() ? second : first);
    }

    void end(LiveMeeting meeting) {
        @Nullable ProblemException failure = null;
        for (Map.Entry<String, List<String>> entry : reach.calls(meeting).entrySet()) {
            for (String call : entry.getValue()) {
                try {
                    reach.ground().bridge(entry.getKey()).delete("calls/" + call);
                } catch (ProblemException e) {
                    // ending it on one bridge may have ended it on the others already
                    failure = FailureReason.isMissing(e.problem()) ? failure : e;
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
