package org.moothall.meetings.ui.internal.macros;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.moothall.client.Call;
import org.moothall.meetings.Macro;
import org.moothall.meetings.MacroArguments;
import org.moothall.meetings.MacroCommand;
import org.moothall.meetings.MacroMeetings;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.OperatorActions.MeetingChange;
import org.moothall.meetings.OperatorActions.NewMeeting;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantId;
import org.moothall.servers.ClusterId;

@NonNullByDefault({})
class RecordedStepsTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final MacroMeetings SPACE = new MacroMeetings(null, List.of("space-m"), null);

    private final List<Participant> people = List.of(person("Ada", false), person("Bo", false), person("Cem", false), person("Dora", true));

    @Test
    void whoeverWasThereIsEverybodyNextTimeAndThoseMutedBeforeDoNotCount() {
        assertEquals(List.of(step(SPACE, MacroCommand.MUTE_AUDIO, null, null)), recorded(mute("Ada", "Bo", "Cem")));
    }

    @Test
    void allButOneIsEverybodyExceptThatOne() {
        assertEquals(List.of(step(SPACE, MacroCommand.MUTE_AUDIO, null, "Cem")), recorded(mute("Ada", "Bo")));
    }

    @Test
    void aFewOfManyAreNamedOneByOne() {
        assertEquals(List.of(step(SPACE, MacroCommand.DROP, "Ada", null), step(SPACE, MacroCommand.DROP, "Bo", null)),
                recorded(Call.post("/meetings/m/participants/drop", Map.of("participants", ids("Ada", "Bo")))));
    }

    @Test
    void aMeetingWithoutASpaceIsKeptItself() {
        assertEquals(List.of(step(new MacroMeetings(List.of("m"), null, null), MacroCommand.LOCK, null, null)),
                RecordedSteps.of(RecordedCall.of(Call.patch("/meetings/m", new MeetingChange(true, null, null, null, null))).getFirst(), meeting("m", null),
                        people,
                        Optional.empty()));
    }

    @Test
    void movingKeepsTheSpaceMovedTo() {
        RecordedCall call = RecordedCall.of(Call.post("/meetings/m/participants/move", Map.of("participants", ids("Ada"), "to", "n"))).getFirst();
        Macro.Step step = RecordedSteps.of(call, meeting("m", "space-m"), people, Optional.of(meeting("n", "space-n"))).getFirst();
        assertEquals("space-n", StepWords.arguments(step).to());
        assertEquals("Ada", StepWords.arguments(step).who());
    }

    @Test
    void theSameInSeveralMeetingsIsOneStep() {
        MacroMeetings other = new MacroMeetings(null, List.of("space-n"), null);
        assertEquals(List.of(step(new MacroMeetings(null, List.of("space-m", "space-n"), null), MacroCommand.MUTE_AUDIO, null, null),
                step(other, MacroCommand.LOCK, null, null)),
                RecordedSteps.together(List.of(step(SPACE, MacroCommand.MUTE_AUDIO, null, null), step(other, MacroCommand.MUTE_AUDIO, null, null),
                        step(other, MacroCommand.LOCK, null, null))));
    }

    @Test
    void aMeetingThatWasBegunIsBegunInItsSpaceAgain() {
        MacroArguments where = new MacroArguments(null, null, null, null, null, null, null, null, null, null, "lab");
        assertEquals(Optional.of(new Macro.Step(SPACE, MacroCommand.START, where)),
                RecordedCall.started(Call.post("/meetings", new NewMeeting(new ClusterId("lab"), "space-m"))));
        assertEquals(Optional.empty(), RecordedCall.started(Call.post("/meetings/m/undo", Map.of("undo", "token"))));
    }

    @Test
    void whatMacrosCannotDoIsNotRecorded() {
        assertEquals(List.of(), RecordedCall.of(Call.patch("/meetings/m/desk", Map.of("pinned", true))));
        assertEquals(List.of(), RecordedCall.of(Call.post("/meetings/m/participants/move-check", Map.of("participants", ids("Ada"), "to", "n"))));
        assertEquals(List.of(), RecordedCall.of(Call.post("/macros", Map.of("name", "Quiet"))));
        assertEquals(Optional.of(new MeetingId("m")), RecordedCall.undone(Call.post("/meetings/m/undo", Map.of("undo", "token"))));
    }

    private List<Macro.Step> recorded(Call call) {
        return RecordedSteps.of(RecordedCall.of(call).getFirst(), meeting("m", "space-m"), people, Optional.empty());
    }

    private static Call mute(String... names) {
        return Call.patch("/meetings/m/participants", Map.of("participants", ids(names), "audioMuted", true));
    }

    private static List<ParticipantId> ids(String... names) {
        return List.of(names).stream().map(ParticipantId::new).toList();
    }

    private static Macro.Step step(MacroMeetings where, MacroCommand command, @Nullable String who, @Nullable String except) {
        MacroArguments given = new MacroArguments(who, except, null, null, null, null, null, null, null, null, null);
        return new Macro.Step(where, command, given.equals(MacroArguments.NONE) ? null : given);
    }

    private static Participant person(String name, boolean muted) {
        return new Participant(new ParticipantId(name), new MeetingId("m"), name, name + "@example.org", Participant.State.CONNECTED,
                Participant.Direction.INCOMING, Participant.Device.SIP, "cb1", NOON, null, muted, false, false, false, null, null, false, true,
                Participant.Quality.GOOD, null, 1);
    }

    private static Meeting meeting(String id, @Nullable String space) {
        return new Meeting(new MeetingId(id), id, new ClusterId("c"), "Lab", MeetingState.ACTIVE, NOON, null, 4, 4, 0, false, false, false, false, false, space,
                null, List.of("cb1"), true, 1);
    }
}
