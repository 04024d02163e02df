package org.moothall.meetings.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.moothall.meetings.ui.internal.ScriptedMeetings.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.moothall.meetings.Meetings.Outcome;
import org.moothall.meetings.OperatorActions.Outcomes;
import org.moothall.meetings.Participant;
import org.moothall.meetings.Participant.State;
import org.moothall.meetings.ParticipantId;
import org.moothall.ui.Notices;

@NonNullByDefault({})
class MeetingActionsTest {

    private final ScriptedMeetings server = new ScriptedMeetings();
    private final RecordedNotices notices = new RecordedNotices();
    private final MeetingActions actions = new MeetingActions(server, notices, Runnable::run);
    private final Participant anna = person("Anna", State.CONNECTED, false, 1);
    private final Participant bert = person("Bert", State.CONNECTED, true, 1);

    @Test
    void onlyThoseWhoAreNotMutedYetAreMutedAndUndoTakesExactlyThatBack() {
        actions.muteAudio(List.of(anna, bert), true);
        assertEquals(Set.of("Anna"), actions.busy().get());
        server.changes.getLast().complete(new Outcomes(List.of(new Outcome(anna.id(), true, null)), "token"));
        assertEquals(Set.of(), actions.busy().get());
        assertEquals(List.of("Anna muted."), notices.told);
        notices.undo.run();
        assertEquals(List.of("change [Anna] true null", "undo token"), server.done);
    }

    @Test
    void nothingIsAskedWhenNobodyHasToChange() {
        actions.muteAudio(List.of(bert), true);
        assertEquals(List.of(), server.done);
        assertEquals(List.of("Nothing to change: all are muted already."), notices.told);
    }

    @Test
    void whoeverItWentWrongWithIsNamedWithTheReason() {
        actions.drop(List.of(anna, bert));
        server.changes.getLast()
                .complete(new Outcomes(List.of(new Outcome(anna.id(), true, null), new Outcome(new ParticipantId("Bert"), false, "Has left already.")), null));
        assertEquals(List.of("Drop 2 people: 1 of 2 could not be done. Bert: Has left already."), notices.told);
    }

    private static final class RecordedNotices implements Notices {
        private final List<String> told = new ArrayList<>();
        private Runnable undo = () -> {};

        @Override
        public void done(String text) {
            told.add(text);
        }

        @Override
        public void done(String text, Runnable back) {
            told.add(text);
            undo = back;
        }

        @Override
        public void failed(String text, Runnable retry) {
            told.add(text);
        }

        @Override
        public void failed(String what, Throwable failure, Runnable retry) {
            told.add(what);
        }

        @Override
        public Progress working(String text, Runnable cancel) {
            throw new UnsupportedOperationException("not used by the page");
        }
    }
}
