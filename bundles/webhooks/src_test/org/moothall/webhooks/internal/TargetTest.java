package org.moothall.webhooks.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.moothall.core.ProblemException;

/** What people may ask for. */
class TargetTest {

    @Test
    void anAddressIsItsHostPortAndPath() {
        assertEquals(new Target(URI.create("https://hooks.example:443"), "/a?b=c%20d"), Target.of("https://hooks.example/a?b=c%20d"));
        assertEquals(new Target(URI.create("https://[2001:db8::1]:8443"), "/"), Target.of(" https://[2001:db8::1]:8443 "));
    }

    @Test
    void onlyHttpsWithoutPasswordOrFragmentIsTaken() {
        for (String wrong : List.of("http://hooks.example/", "https:///a", "hooks.example", "file:///etc/passwd", "https://anna:secret@hooks.example/",
                "https://hooks.example/#a", "https://hooks example/", "https://hooks.example/" + "a".repeat(2_000))) {
            ProblemException refused = assertThrows(ProblemException.class, () -> Target.of(wrong), wrong);
            assertEquals("url", refused.problem().violations().getFirst().field());
            assertFalse(refused.problem().detail().contains("secret"));
        }
    }

    @Test
    void eventsAreNamedByTypeByDomainOrAll() {
        assertTrue(new Filter(List.of("meetings.meeting-changed")).wants("meetings.meeting-changed"));
        assertFalse(new Filter(List.of("meetings.meeting-changed")).wants("meetings.meeting-hidden"));
        assertTrue(new Filter(List.of("meetings.*")).wants("meetings.meeting-hidden"));
        assertFalse(new Filter(List.of("meetings.*")).wants("meetingsplus.changed"));
        assertTrue(new Filter(List.of("*")).wants("acme.room-changed"));
    }

    @Test
    void namesThatNoEventHasAreRefused() {
        for (String wrong : List.of("", "meetings", "Meetings.changed", "meetings.*.*", "*.changed", "a b.c")) {
            assertThrows(ProblemException.class, () -> Filter.checked(List.of(wrong)), wrong);
        }
        assertThrows(ProblemException.class, () -> Filter.checked(List.of()));
        assertEquals(List.of("*", "meetings.*"), Filter.checked(List.of("meetings.*", "*", " meetings.* ")));
    }

    @Test
    void eachAttemptWaitsTwiceAsLongUpToTenMinutes() {
        assertEquals(List.of(1L, 2L, 4L, 8L), List.of(1, 2, 3, 4).stream().map(failures -> Backoff.after(failures).toSeconds()).toList());
        assertEquals(Duration.ofMinutes(10), Backoff.after(11));
        assertEquals(Duration.ofMinutes(10), Backoff.after(1_000_000));
    }
}
