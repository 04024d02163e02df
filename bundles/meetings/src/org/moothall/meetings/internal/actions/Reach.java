package org.moothall.meetings.internal.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.meetings.Meetings.Outcome;
import org.moothall.meetings.ParticipantId;
import org.moothall.meetings.internal.live.LiveMeeting;
import org.moothall.meetings.internal.projection.Projection;
import org.moothall.meetings.internal.projection.Projection.Place;
import org.moothall.servers.spi.CallBridgeConnection;

/** Finds the bridges and calls that an action is about, and tells how it went there. */
final class Reach {

    private static final long ANSWER_SECONDS = 10;

    private final Ground ground;

    Reach(Ground ground) {
        this.ground = ground;
    }

    /** Something is done on a bridge. */
    @FunctionalInterface
    interface Work {
        void on(CallBridgeConnection bridge);
    }

    Ground ground() {
        return ground;
    }

    <T> T ask(LiveMeeting meeting, Function<Projection, T> question) {
        try {
            return ground.ask(meeting.meeting().cluster(), question).orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw new ProblemException(Problem.of(CoreProblem.UNAVAILABLE, "Meetings of this cluster could not be asked in time. Try again."), e);
        }
    }

    /** Bridges and their calls of this meeting; never empty. */
    Map<String, List<String>> calls(LiveMeeting meeting) {
        Map<String, List<String>> calls = ask(meeting, p -> p.callsOf(meeting.meeting().id()));
        if (calls.isEmpty()) {
            throw Problem.about(meeting.meeting().id().value(), ActionProblem.OVER, "The meeting has ended.").exception();
        }
        return calls;
    }

    /** Where these are; who is not there gets an outcome. */
    List<Place> places(LiveMeeting meeting, List<ParticipantId> participants, List<Outcome> outcomes) {
        return ask(meeting, p -> {
            List<Place> places = new ArrayList<>();
            for (ParticipantId id : participants) {
                @Nullable Place place = p.placeOf(meeting.meeting().id(), id.value());
                if (place == null) {
                    outcomes.add(outcome(id.value(), "There is no such participant in the meeting now."));
                } else {
                    places.add(place);
                }
            }
            return places;
        });
    }

    /** What went wrong on this bridge, or null. */
    @Nullable
    String attempt(String bridge, Work work) {
        try {
            work.on(ground.bridge(bridge));
            return null;
        } catch (ProblemException e) {
            return e.problem().detail();
        }
    }

    static Outcome outcome(String participant, @Nullable String problem) {
        return new Outcome(new ParticipantId(participant), problem == null, problem);
    }
}
