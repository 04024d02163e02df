package org.moothall.meetings.internal;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.moothall.meetings.internal.RoomFixture.await;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.function.Executable;
import org.moothall.core.PageRequest;
import org.moothall.core.ProblemException;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.OperatorActions.MeetingChange;
import org.moothall.meetings.OperatorActions.Message;
import org.moothall.meetings.OperatorActions.Outcomes;
import org.moothall.meetings.ParticipantId;

/** A room in which a test acts as operators do. */
abstract class ActionsRules extends WithRoom {

    static final ParticipantChange MUTE = new ParticipantChange(true, null);

    Outcomes change(MeetingId meeting, ParticipantChange change) {
        return it().actions.change(meeting, people("c1", 1), change);
    }

    void message(MeetingId meeting, Message message) {
        it().actions.change(meeting, new MeetingChange(null, null, null, null, message));
    }

    static long count(ScriptedBridge bridge, String request) {
        return bridge.asked.stream().filter(request::equals).count();
    }

    static String refused(Executable action) {
        return assertThrows(ProblemException.class, action).problem().violations().get(0).field();
    }

    static String refusal(Executable action) {
        return assertThrows(ProblemException.class, action).problem().detail();
    }

    static String code(Executable action) {
        return assertThrows(ProblemException.class, action).problem().code().code();
    }

    /** The Board meets in this call; waits until everybody is shown. */
    MeetingId meeting(ScriptedBridge bridge, String call, long from, int people) {
        List<String> records = new ArrayList<>(List.of(Cdr.callStart(from, call, "Board")));
        IntStream.range(0, people).forEach(i -> records.add(Cdr.legStart(from + 1 + 2L * i, call + "-p" + i, call, "Person " + i)));
        int before = shown();
        it().send(bridge, "s1", records.toArray(String[]::new));
        await(() -> shown() == before + people && !found().isEmpty());
        return found().get(0);
    }

    static List<ParticipantId> people(String call, int many) {
        return IntStream.range(0, many).mapToObj(i -> new ParticipantId(call + "-p" + i)).toList();
    }

    List<MeetingId> found() {
        return it().meetings.find(new MeetingQuery(MeetingState.ACTIVE, "", null, MeetingQuery.Sort.NAME, false, PageRequest.first())).items().stream()
                .map(meeting -> meeting.id()).toList();
    }

    int shown() {
        return found().stream().mapToInt(id -> it().meetings.find(id).orElseThrow().participants()).sum();
    }
}
