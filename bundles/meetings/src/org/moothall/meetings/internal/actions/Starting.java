package org.moothall.meetings.internal.actions;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.OperatorActions.NewMeeting;
import org.moothall.meetings.OperatorActions.Space;
import org.moothall.servers.ClusterId;
import org.moothall.servers.spi.ApiElement;
import org.moothall.servers.spi.CallBridgeConnection;

/** Begins meetings in spaces, on the first bridge of the cluster that does it. @spec wire §1.9, §1.10 */
final class Starting {

    private static final int LONGEST = 200;
    private static final long ANSWER_SECONDS = 10;

    private final Ground ground;

    Starting(Ground ground) {
        this.ground = ground;
    }

    MeetingId start(NewMeeting meeting) {
        if (meeting.space().isBlank()) {
            throw Problem.invalid("space", "must be the id, name, address or number of a space.").exception();
        }
        within(meeting.space());
        return first(meeting.cluster(), bridge -> start(meeting, bridge));
    }

    List<Space> spaces(ClusterId cluster, String text) {
        within(text);
        return first(cluster, bridge -> Spaces.find(ground.bridge(bridge), text));
    }

    private static void within(String text) {
        if (text.length() > LONGEST) {
            throw Problem.invalid("space", "must be at most " + LONGEST + " characters.").exception();
        }
    }

    /** What the first bridge answers that can; all of a cluster have the same spaces. */
    private <T> T first(ClusterId cluster, Function<String, T> work) {
        @Nullable ProblemException last = null;
        for (String bridge : ground.bridges(cluster)) {
            try {
                return work.apply(bridge);
            } catch (ProblemException e) {
                if (e.problem().code() == CoreProblem.INVALID_INPUT) {
                    throw e;
                }
                last = e;
            }
        }
        throw last == null ? Problem.invalid("cluster", "must be a cluster whose meetings are managed here.").exception() : last;
    }

    private MeetingId start(NewMeeting meeting, String id) {
        CallBridgeConnection bridge = ground.bridge(id);
        String call = bridge.post("calls", Map.of("coSpace", Spaces.one(bridge, meeting.space().strip())));
        ApiElement begun = bridge.get("calls/" + call, Map.of());
        String correlator = begun.text("callCorrelator");
        Map<String, String> told = Map.of("name", begun.text("name"), "callCorrelator", correlator.isEmpty() ? call : correlator);
        return ground.ask(meeting.cluster(), p -> {
            p.callUpdate(id, call, "add", told);
            return p.meetingOf(id, call);
        }).orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).join();
    }
}
