package org.moothall.meetings.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.meetings.ui.internal.ScriptedMeetings.ended;
import static org.moothall.meetings.ui.internal.ScriptedMeetings.meeting;
import static org.moothall.meetings.ui.internal.ScriptedMeetings.person;

import java.util.List;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.moothall.core.Page;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Participant;
import org.moothall.meetings.Participant.State;

@NonNullByDefault({})
class MeetingDetailsTest {

    private final ScriptedMeetings server = new ScriptedMeetings();
    private final MeetingDetails details = new MeetingDetails(server, Runnable::run);

    @Test
    void whoIsThereAndWhoHasLeftAreShownApart() {
        show(person("a", State.CONNECTED, false, 1), person("b", State.GONE, false, 1), person("c", State.IN_LOBBY, false, 1));
        assertEquals(List.of("a", "c"), ids());
        assertEquals(2, details.present().get());
        details.whom().set(MeetingDetails.Whom.LEFT);
        assertEquals(List.of("b"), ids());
    }

    @Test
    void peopleComeGoAndChangeAsTheServerTells() {
        show(person("a", State.CONNECTED, false, 1), person("b", State.CONNECTED, false, 1));
        details.changed("m", List.of(person("a", State.GONE, false, 2), person("b", State.CONNECTED, true, 2), person("c", State.CONNECTED, false, 1)));
        assertEquals(List.of("b", "c"), ids());
        assertTrue(details.inMeeting().getFirst().audioMuted());
    }

    @Test
    void whatIsAboutAnotherMeetingOrOlderIsPassedOver() {
        show(person("a", State.CONNECTED, true, 5));
        details.changed("other", List.of(person("x", State.CONNECTED, false, 1)));
        details.changed("m", List.of(person("a", State.CONNECTED, false, 4)));
        assertEquals(List.of("a"), ids());
        assertTrue(details.inMeeting().getFirst().audioMuted());
    }

    @Test
    void theMeetingStaysShownWhenItEnds() {
        show(person("a", State.CONNECTED, false, 1));
        details.changed(ended("m", 9));
        assertEquals(MeetingState.ENDED, details.meeting().get().orElseThrow().state());
    }

    @Test
    void aRefreshForgetsWhomTheServerForgotButNobodyToldMeanwhile() {
        show(person("a", State.CONNECTED, false, 1), person("b", State.CONNECTED, false, 1));
        details.refresh();
        details.changed("m", List.of(person("c", State.CONNECTED, false, 1)));
        server.people.getLast().complete(Page.all(List.of(person("b", State.CONNECTED, false, 1))));
        assertEquals(List.of("b", "c"), ids());
    }

    @Test
    void peopleAreFoundByNameOrAddress() {
        show(person("Anna", State.CONNECTED, false, 1), person("Bert", State.CONNECTED, false, 1));
        details.find("ANN");
        assertEquals(List.of("Anna"), ids());
        details.find("bert@");
        assertEquals(List.of("Bert"), ids());
    }

    private void show(Participant... people) {
        details.show(new MeetingId("m"), meeting("m", 1));
        server.people.getLast().complete(Page.all(List.of(people)));
    }

    private List<String> ids() {
        return details.people().visible().stream().map(person -> person.id().value()).sorted().toList();
    }
}
