package org.moothall.meetings.internal.actions;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.OperatorActions.NewMeeting;
import org.moothall.servers.spi.ApiElement;
import org.moothall.servers.spi.CallBridgeConnection;

/** Begins meetings in spaces, on the first bridge of the cluster that does it. @spec wire §1.9, §1.10 */
final class Starting {

    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int LONGEST = 200;
    private static final long ANSWER_SECONDS = 10;

    private final Ground ground;

    Starting(Ground ground) {
        this.ground = ground;
    }

    MeetingId start(NewMeeting meeting) {
        if (meeting.space().isBlank() || meeting.space().length() > LONGEST) {
            throw Problem.invalid("space", "must be the id, name, address or number of a space.").exception();
        }
        @Nullable ProblemException last = null;
        for (String bridge : ground.bridges(meeting.cluster())) {
            try {
                return start(meeting, bridge);
            } catch (ProblemException e) {
                if (e.problem().code() == CoreProblem.INVALID_INPUT) {
                    throw e; // the others have the same spaces
                }
                last = e;
            }
        }
        throw last == null ? Problem.invalid("cluster", "must be a cluster whose meetings are managed here.").exception() : last;
    }

    private MeetingId start(NewMeeting meeting, String id) {
        CallBridgeConnection bridge = ground.bridge(id);
        String call = bridge.post("calls", Map.of("coSpace", space(bridge, meeting.space().strip())));
        ApiElement begun = bridge.get("calls/" + call, Map.of());
        String correlator = begun.text("callCorrelator");
        Map<String, String> told = Map.of("name", begun.text("name"), "callCorrelator", correlator.isEmpty() ? call : correlator);
        return ground.ask(meeting.cluster(), p -> {
            p.callUpdate(id, call, "add", told);
            return p.meetingOf(id, call);
        }).orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).join();
    }

    private static String space(CallBridgeConnection bridge, String wanted) {
        if (GUID.matcher(wanted).matches()) {
            return wanted;
        }
        String user = wanted.contains("@") ? wanted.substring(0, wanted.indexOf('@')) : wanted;
        List<ApiElement> found = bridge.list("coSpaces", Map.of("filter", user)).stream().filter(space -> is(space, wanted, user)).toList();
        if (found.size() != 1) {
            throw Problem.invalid("space", found.isEmpty() ? "there is no space of this name, address or number."
                    : "several spaces are called that: give the id of the one that is meant.").exception();
        }
        return found.get(0).id();
    }

    private static boolean is(ApiElement space, String wanted, String user) {
        return space.text("name").equalsIgnoreCase(wanted)
                || Stream.of("uri", "secondaryUri", "callId").anyMatch(field -> space.text(field).equalsIgnoreCase(user));
    }
}
