package org.moothall.meetings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.moothall.meetings.internal.intake.CdrIntake;
import org.moothall.meetings.internal.intake.CdrIntake.Answer;
import org.moothall.meetings.internal.intake.CdrXml;
import org.moothall.meetings.internal.projection.CdrRecord;
import org.moothall.store.Sql;

/** What a Call Bridge is answered. */
class CdrIntakeTest extends WithRoom {

    private static final int ALL_THE_ROOM = 12 << 20;

    @Test
    void whatIsAnsweredAsKeptIsOnDisk() {
        ScriptedBridge bridge = it().bridge("one");
        assertEquals(Answer.KEPT, it().send(bridge, "s1", Cdr.callStart(0, "c1", "Board"), Cdr.callEnd(1, "c1")));
        assertEquals(2, kept());
    }

    @Test
    void whatIsSentAgainIsKeptOnce() {
        ScriptedBridge bridge = it().bridge("one");
        it().send(bridge, "s1", Cdr.callStart(0, "c1", "Board"));
        assertEquals(Answer.KEPT, it().send(bridge, "s1", Cdr.callStart(0, "c1", "Board"), Cdr.callEnd(1, "c1")));
        assertEquals(2, kept());
    }

    @Test
    void theSameNumberOfAnotherRunOrBridgeIsAnotherRecord() {
        ScriptedBridge one = it().bridge("one");
        ScriptedBridge two = it().bridge("two");
        it().send(one, "s1", Cdr.callStart(0, "c1", "Board"));
        it().send(one, "s2", Cdr.callStart(0, "c2", "Board"));
        it().send(two, "s1", Cdr.callStart(0, "c3", "Board"));
        assertEquals(3, kept());
    }

    @Test
    void whenABridgeReachedUsLastIsToldOfEach() {
        ScriptedBridge one = it().bridge("one");
        it().bridge("two");
        it().send(one, "s1", Cdr.callStart(0, "c1", "Board"));
        Instant first = it().clock.instant();
        it().advance(Duration.ofSeconds(5));
        it().send(one, "s1");
        CdrDeliveries.Delivery told = new CdrDeliveries(it().room, it().servers).all().get(0);
        assertEquals(List.of("one", "127.0.0.1:8443"), List.of(told.name(), String.valueOf(told.address())));
        assertEquals(first, told.lastRecord());
        assertEquals(it().clock.instant(), told.lastContact(), "nothing but a sign of life");
        assertNull(new CdrDeliveries(it().room, it().servers).all().get(1).lastContact());
    }

    @Test
    void aBodyThatIsNoCdrIsRefusedAsAWholeAndLeavesNothing() {
        ScriptedBridge bridge = it().bridge("one");
        String whole = new String(Cdr.body("s1", Cdr.callStart(0, "c1", "Board"), Cdr.callEnd(1, "c1")), StandardCharsets.UTF_8);
        assertEquals(Answer.REFUSED, take(bridge, whole.substring(0, whole.length() - 20)));
        assertEquals(Answer.REFUSED, take(bridge, "<!DOCTYPE records SYSTEM \"file:///etc/passwd\">" + whole.substring(21)));
        assertEquals(Answer.REFUSED, take(bridge, "<html><body>hello</body></html>"));
        assertEquals(0, kept());
        assertTrue(it().room.intake().reserve(ALL_THE_ROOM).getNow(false), "what was refused gave its room back");
    }

    @Test
    void anUnknownSecretIsNobodys() {
        it().bridge("one");
        assertTrue(it().room.intake().sender("0123456789abcdef").isEmpty());
        assertTrue(it().room.intake().sender("").isEmpty());
    }

    @Test
    void whoComesWhenThereIsNoRoomShallComeAgainAndThenIsTaken() {
        ScriptedBridge bridge = it().bridge("one");
        CdrIntake intake = it().room.intake();
        assertTrue(intake.reserve(ALL_THE_ROOM).getNow(false));
        assertEquals(Answer.LATER, it().send(bridge, "s1", Cdr.callStart(0, "c1", "Board")));
        intake.release(ALL_THE_ROOM);
        assertEquals(Answer.KEPT, it().send(bridge, "s1", Cdr.callStart(0, "c1", "Board")));
    }

    @Test
    void roomIsFreeAgainWhenRecordsAreFolded() {
        ScriptedBridge bridge = it().bridge("one");
        for (int i = 0; i < 20; i++) {
            it().send(bridge, "s1", Cdr.callStart(i, "c" + i, "m" + i));
        }
        RoomFixture.await(() -> it().room.intake().reserve(ALL_THE_ROOM).join());
    }

    @Test
    void whatTheStoreDoesNotTakeIsNotAnsweredAsKept() {
        ScriptedBridge bridge = it().bridge("one");
        it().breakStore();
        assertEquals(Answer.LATER, it().send(bridge, "s1", Cdr.callStart(0, "c1", "Board")));
        assertTrue(it().room.intake().reserve(ALL_THE_ROOM).getNow(false));
    }

    private Answer take(ScriptedBridge bridge, String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        CdrIntake intake = it().room.intake();
        assertTrue(intake.reserve(body.length).getNow(false));
        return intake.take(intake.sender(it().secret(bridge)).orElseThrow(), body, body.length).join();
    }

    /** How many different records are on disk. */
    private int kept() {
        List<byte[]> bodies = it().store.read(connection -> Sql.list(connection, row -> row.getBytes(1), "select content from meetings_body"));
        List<Long> runs = it().store.read(connection -> Sql.list(connection, row -> row.getLong(1), "select run from meetings_body"));
        Set<String> different = new HashSet<>();
        for (int i = 0; i < bodies.size(); i++) {
            for (CdrRecord record : CdrXml.readKept(bodies.get(i))) {
                different.add(runs.get(i) + "|" + record.index());
            }
        }
        return different.size();
    }
}
