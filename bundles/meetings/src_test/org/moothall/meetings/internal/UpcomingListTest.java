package org.moothall.meetings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.PageRequest;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingQuery.Sort;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.spi.UpcomingMeetings;
import org.moothall.meetings.spi.UpcomingMeetings.Upcoming;
import org.moothall.servers.ClusterId;

/** Upcoming meetings come from whoever provides them. */
class UpcomingListTest {

    private static final Instant NINE = Instant.parse("2026-03-03T09:00:00Z");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void upcomingMeetingsOfAllSourcesAreOneListThatIsSearchedAndSorted() {
        try (RoomFixture room = new RoomFixture(directory)) {
            assertEquals(List.of(), names(room, ""));
            UpcomingMeetings one = () -> List.of(upcoming("1", "Zoning board", "lab", 1), upcoming("2", "Board", "lab", 2));
            UpcomingMeetings other = () -> List.of(upcoming("3", "Choir", "lab", 0), upcoming("4", "Elsewhere", "other", 0));
            room.upcoming.bindSource(one);
            room.upcoming.bindSource(other);
            assertEquals(List.of("Choir", "Zoning board", "Board"), names(room, ""));
            assertEquals(List.of("Zoning board", "Board"), names(room, "boa"));
            Meeting found = room.meetings.find(new MeetingId("2")).orElseThrow();
            assertEquals(MeetingState.UPCOMING, found.state());
            assertEquals(NINE.plusSeconds(2 * 3600), found.startedAt());
            room.servers.manageMeetings(false);
            assertEquals(List.of(), names(room, ""));
            room.servers.manageMeetings(true);
            room.upcoming.unbindSource(one);
            assertEquals(List.of("Choir"), names(room, ""));
        }
    }

    @Test
    void aSourceThatFailsDoesNotHideTheOthers() {
        try (RoomFixture room = new RoomFixture(directory)) {
            room.upcoming.bindSource(() -> {
                throw new IllegalStateException("the scheduler is away");
            });
            room.upcoming.bindSource(() -> List.of(upcoming("3", "Choir", "lab", 0)));
            assertEquals(List.of("Choir"), names(room, ""));
            assertThrows(IllegalArgumentException.class, () -> new Upcoming("x", "x", ScriptedServers.LAB, NINE, NINE.minusSeconds(1), null, null));
        }
    }

    private static List<String> names(RoomFixture room, String text) {
        @Nullable String cluster = null;
        return room.meetings.find(new MeetingQuery(MeetingState.UPCOMING, text, cluster, Sort.START, false, PageRequest.first())).items().stream()
                .map(Meeting::name).toList();
    }

    private static Upcoming upcoming(String id, String name, String cluster, int hours) {
        return new Upcoming(id, name, new ClusterId(cluster), NINE.plusSeconds(hours * 3600L), NINE.plusSeconds(hours * 3600L + 1800), null, "olga");
    }
}
