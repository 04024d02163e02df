package org.moothall.meetings.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;

@NonNullByDefault({})
class PastMeetingTest {
    private static final Instant NOW = ScriptedMeetings.NOON.plusSeconds(600);

    private final ScriptedMeetings server = new ScriptedMeetings();
    private final List<Runnable> later = new ArrayList<>();
    private final PastMeeting past = new PastMeeting(server, Runnable::run, (delay, task) -> {
        later.add(task);
        return () -> later.remove(task);
    }, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void onlyTheLastPlaceOfADragIsRead() {
        show("m", 1);
        past.look(NOW.minusSeconds(60));
        past.look(NOW.minusSeconds(50));
        List.copyOf(later).forEach(Runnable::run);
        assertEquals(List.of("at " + NOW.minusSeconds(50)), server.done);
        assertEquals(1, past.people().visible().size());
    }

    @Test
    void whatWasBeforeTheMeetingOrIsStillToComeIsToldSo() {
        show("m", 1);
        past.type("11:59", ZoneOffset.UTC);
        assertTrue(past.problem().get().startsWith("It began at "), past.problem().get());
        past.type("today 12:30", ZoneOffset.UTC);
        assertEquals("That is still to come.", past.problem().get());
        past.type("soon", ZoneOffset.UTC);
        assertTrue(past.problem().get().startsWith("Write 14:05"), past.problem().get());
        assertEquals(Optional.empty(), past.at().get());
        past.type("12:05", ZoneOffset.UTC);
        assertEquals("", past.problem().get());
        assertEquals(Optional.of(NOW.minusSeconds(300)), past.at().get());
    }

    @Test
    void anotherMeetingIsShownAsItIsNow() {
        show("m", 1);
        past.look(NOW.minusSeconds(60));
        show("m", 2);
        assertTrue(past.at().get().isPresent(), "the same meeting stays where it is looked at");
        show("n", 1);
        assertEquals(Optional.empty(), past.at().get());
    }

    @Test
    void aMeetingThatIsOpenedFromAListOfThePastIsShownAsItWasThen() {
        past.show(Optional.of(ScriptedMeetings.meeting("m", 1)), Optional.of(NOW.minusSeconds(60)));
        assertEquals(Optional.of(NOW.minusSeconds(60)), past.at().get());
        past.backToNow();
        past.show(Optional.of(ScriptedMeetings.meeting("m", 2)), Optional.of(NOW.minusSeconds(60)));
        assertEquals(Optional.empty(), past.at().get(), "who went back to now stays there");
    }

    private void show(String id, long version) {
        past.show(Optional.of(ScriptedMeetings.meeting(id, version)), Optional.empty());
    }
}
