package org.moothall.meetings.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.moothall.core.Page;
import org.moothall.meetings.MeetingAt;
import org.moothall.meetings.MeetingQuery;

@NonNullByDefault({})
class PastMeetingsTest {
    private static final Instant NOW = ScriptedMeetings.NOON.plusSeconds(600);
    private static final Instant YESTERDAY = Instant.parse("2026-03-01T14:05:00Z");

    private final ScriptedMeetings server = new ScriptedMeetings();
    private final List<Runnable> later = new ArrayList<>();
    private final PastMeetings then = new PastMeetings(server, Runnable::run, (delay, task) -> {
        later.add(task);
        return () -> later.remove(task);
    }, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void whatWentOnAtTheTimeThatWasTypedIsListed() {
        then.type("yesterday 14:05", ZoneOffset.UTC);
        assertEquals(Optional.of(YESTERDAY), then.at().get());
        assertEquals(List.of("list at " + YESTERDAY), server.done);
        answer(null, "a", "b");
        assertEquals(List.of("a", "b"), ids());
    }

    @Test
    void aTimeThatIsNoneOrStillToComeIsToldAndNotAskedFor() {
        then.type("soon", ZoneOffset.UTC);
        assertTrue(then.problem().get().startsWith("Write 14:05"), then.problem().get());
        then.type("today 14:05", ZoneOffset.UTC);
        assertEquals("That is still to come.", then.problem().get());
        assertEquals(List.of(), server.done);
        then.type("today 12:05", ZoneOffset.UTC);
        assertEquals("", then.problem().get());
    }

    @Test
    void itIsReadPageByPageInTheServersOrder() {
        then.look(YESTERDAY);
        answer("2", "a");
        then.more();
        then.more();
        assertEquals("2", server.asked.getLast().page().cursor());
        answer(null, "b");
        assertEquals(List.of("a", "b"), ids());
        assertFalse(then.hasMore());
        then.sort("people", true);
        assertEquals(MeetingQuery.Sort.PARTICIPANTS, server.asked.getLast().sort());
        assertEquals(3, server.asked.size(), "a page is not asked for twice");
    }

    @Test
    void whatIsLookedForIsLookedForInThePastToo() {
        then.look(YESTERDAY);
        then.search("b");
        then.search("boa");
        List.copyOf(later).forEach(Runnable::run);
        assertEquals("boa", server.asked.getLast().text());
        assertEquals(2, server.asked.size(), "asked once when typing pauses");
    }

    @Test
    void anAnswerForAnotherInstantIsDropped() {
        then.look(YESTERDAY);
        then.look(YESTERDAY.plusSeconds(60));
        server.pasts.getFirst().complete(page(null, "old"));
        answer(null, "new");
        assertEquals(List.of("new"), ids());
        then.type("", ZoneOffset.UTC);
        assertEquals(List.of(), ids());
        assertEquals(Optional.empty(), then.at().get());
    }

    private void answer(String next, String... ids) {
        server.pasts.getLast().complete(page(next, ids));
    }

    private static Page<MeetingAt> page(String next, String... ids) {
        return new Page<>(List.of(ids).stream().map(id -> MeetingAt.now(ScriptedMeetings.meeting(id, 1))).toList(), ids.length, true, next);
    }

    private List<String> ids() {
        return then.rows().visible().stream().map(meeting -> meeting.id().value()).toList();
    }
}
