package org.moothall.meetings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.moothall.meetings.internal.RoomFixture.await;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.PageRequest;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingAt;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingQuery.Sort;
import org.moothall.meetings.MeetingState;
import org.moothall.testkit.ManualClock;
import org.moothall.testkit.store.Engine;
import org.moothall.testkit.store.OnBothEngines;

/**
 * Find-as-you-type matches beginnings of words, the same in every list and on both stores. "Vorstand Zürich" is in space abc-77, is called by number 5550123, and
 * holds Ada Lovelace; "Team" goes on beside it.
 */
@OnBothEngines
class FindAsYouTypeTest {

    private static final Instant ONE = Instant.parse("2026-03-02T13:00:00Z");
    private static final Instant HALF_PAST = Instant.parse("2026-03-02T12:30:00Z");
    private static final List<String> FOUND_BY = List.of("v", "vor", "VORST", "zurich", "zür", "vor zü", "love", "ada", "adalovelace@lab", "example", "abc",
            "77", "5550", "555 love", "lovel vorst");
    private static final List<String> NOT_FOUND_BY = List.of("orstand", "ovelace", "50123", "vor team", "vor%and", "v_r", "bert");

    private final RoomFixture room;
    private final ScriptedBridge bridge = new ScriptedBridge();

    FindAsYouTypeTest(Engine engine, @TempDir Path directory) {
        room = new RoomFixture(new ManualClock(ONE), engine.empty(directory));
    }

    @BeforeEach
    void meet() {
        bridge.put("calls/c1", "name", "Vorstand Zürich", "callCorrelator", "x-Vorstand Zürich");
        bridge.put("calls/c2", "name", "Team", "callCorrelator", "x-Team");
        bridge.put("callLegs/ada", "call", "c1", "type", "sip", "groupId", "ada", "state", "connected");
        bridge.put("participants/ada", "call", "c1", "name", "Ada Lovelace");
        bridge.nextRecord(4);
        room.bridge("one", bridge);
        room.send(bridge, "s1", Cdr.callStart(0, "c1", "Vorstand Zürich").replace("</name>", "</name><coSpace>abc-77</coSpace>"),
                Cdr.legStart(1, "ada", "c1", "Ada Lovelace").replaceFirst("</remoteParty>",
                        "</remoteParty><localAddress>5550123@lab.example</localAddress>"),
                Cdr.callStart(3, "c2", "Team"));
        await(() -> list(MeetingState.ACTIVE, "").size() == 2
                && list(MeetingState.ACTIVE, "").stream().allMatch(meeting -> meeting.startedAt().isBefore(HALF_PAST))); // the records are folded
        await(() -> list(MeetingState.ACTIVE, "").get(1).participants() == 1);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void liveMeetingsAreFoundByBeginningsOfWordsOfNameParticipantAddressSpaceAndNumber() {
        FOUND_BY.forEach(typed -> assertEquals(List.of("Vorstand Zürich"), names(MeetingState.ACTIVE, typed), typed));
        NOT_FOUND_BY.forEach(typed -> assertEquals(List.of(), names(MeetingState.ACTIVE, typed), typed));
    }

    @Test
    void endedMeetingsAreFoundByBeginningsOfWordsOfNameParticipantAddressSpaceAndNumber() {
        end();
        FOUND_BY.forEach(typed -> assertEquals(List.of("Vorstand Zürich"), names(MeetingState.ENDED, typed), typed));
        NOT_FOUND_BY.forEach(typed -> assertEquals(List.of(), names(MeetingState.ENDED, typed), typed));
    }

    @Test
    void listsOfThePastAreFoundInByBeginningsOfWordsWhileTheMeetingGoesOnAndAfterIt() {
        FOUND_BY.forEach(typed -> assertEquals(List.of("Vorstand Zürich"), past(typed), typed));
        NOT_FOUND_BY.forEach(typed -> assertEquals(List.of(), past(typed), typed));
        end();
        FOUND_BY.forEach(typed -> assertEquals(List.of("Vorstand Zürich"), past(typed), typed));
        NOT_FOUND_BY.forEach(typed -> assertEquals(List.of(), past(typed), typed));
    }

    private void end() {
        room.send(bridge, "s1", Cdr.at(ONE, Cdr.callEnd(4, "c1")));
        await(() -> list(MeetingState.ENDED, "").size() == 1);
    }

    private List<String> past(String typed) {
        return room.history.find(query(MeetingState.ACTIVE, typed), HALF_PAST).items().stream().map(MeetingAt::name).toList();
    }

    private List<String> names(MeetingState state, String typed) {
        return list(state, typed).stream().map(Meeting::name).toList();
    }

    private List<Meeting> list(MeetingState state, String typed) {
        return room.meetings.find(query(state, typed)).items();
    }

    private static MeetingQuery query(MeetingState state, String typed) {
        return new MeetingQuery(state, typed, null, Sort.NAME, false, PageRequest.first());
    }
}
