package org.moothall.meetings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.meetings.internal.RoomFixture.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moothall.core.ProblemException;
import org.moothall.meetings.CallStatistics;
import org.moothall.meetings.CallStatistics.AlarmShare;
import org.moothall.meetings.CallStatistics.Direction;
import org.moothall.meetings.CallStatistics.EndStream;
import org.moothall.meetings.CallStatistics.LegEnd;
import org.moothall.meetings.CallStatistics.Medium;
import org.moothall.meetings.CallStatistics.Sample;
import org.moothall.meetings.CallStatistics.Stream;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.ParticipantId;
import org.moothall.meetings.QualityLeg.Alarm;
import org.moothall.meetings.internal.statistics.StatisticsWatch;

/** Live figures of a leg while somebody looks, and the figures of its end for as long as history is kept. */
class CallStatisticsTest extends ActionsRules {

    private static final ParticipantId ADA = new ParticipantId("c1-p0");
    private static final String END = "<callLeg id=\"c1-p0\"><reason>remoteTeardown</reason><durationSeconds>61</durationSeconds>"
            + "<alarm type=\"packetLoss\" durationPercentage=\"4.5\"/><alarm type=\"highRoundTripTime\" durationPercentage=\"1.0\"/><rxAudio><codec>opus</codec>"
            + "<packetStatistics><packetLossBursts><duration>0.120</duration><density>33.50</density></packetLossBursts><packetGap><duration>20.1</duration>"
            + "<density>0.15</density></packetGap></packetStatistics></rxAudio><txVideo><codec>vp8</codec><maxSizeWidth>1280</maxSizeWidth>"
            + "<maxSizeHeight>720</maxSizeHeight></txVideo></callLeg>";

    private @Nullable StatisticsWatch watch;

    @BeforeEach
    void openStatistics() {
        watch = new StatisticsWatch(new RoomLegs(it().room), new RoomBridges(it().room), it().executors, it().clock);
    }

    @AfterEach
    void closeStatistics() {
        statistics().close();
    }

    private StatisticsWatch statistics() {
        return Objects.requireNonNull(watch);
    }

    @Test
    void everyStreamIsToldInTheContractsWords() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        bridge.put("callLegs/c1-p0", "status/rxAudio/codec", "opus", "status/rxAudio/bitRate", "48000", "status/rxAudio/packetLossPercentage", "0.5",
                "status/rxAudio/jitter", "7", "status/txVideo@presentation/codec", "h264", "status/txVideo@presentation/width", "1920",
                "status/txVideo@presentation/height", "1080", "status/txVideo@presentation/frameRate", "5.0", "status/txVideo@presentation/roundTripTime",
                "80");
        List<Sample> samples = samples(board, null);
        assertEquals(1, samples.size(), "the first look has a sample already");
        assertEquals(List.of(new Stream(Direction.RECEIVE, Medium.AUDIO, "opus", 48_000L, 0.5, 7, null, null, null, null),
                new Stream(Direction.SEND, Medium.PRESENTATION, "h264", null, null, null, 80, 1920, 1080, 5.0)), samples.get(0).streams());
    }

    @Test
    void theBridgeIsReadEveryFewSecondsOnlyWhileSomebodyAsks() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = board(bridge, 1);
        bridge.put("callLegs/c1-p0", "status/rxAudio/codec", "opus");
        Instant first = samples(board, null).get(0).at();
        it().advanceUntil(() -> samples(board, first).size() >= 2); // asks each time
        assertEquals(first, samples(board, null).get(0).at());
        it().advance(Duration.ofSeconds(20));
        long last = reads(bridge);
        it().advance(Duration.ofSeconds(60));
        assertTrue(reads(bridge) <= last + 1, "nobody asked for a minute; one read may have been under way");
        long before = reads(bridge);
        samples(board, null);
        await(() -> reads(bridge) > before);
    }

    @Test
    void aLegThatIsNotSetUpYetHasNoSamples() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = board(bridge, 1);
        bridge.refuse("GET callLegs/c1-p0", "callLegDoesNotExist");
        assertEquals(List.of(), samples(board, null));
        bridge.refuse("GET callLegs/c1-p0", "databaseNotReady");
        it().advanceUntil(() -> isRefused(board));
        assertEquals("core.not-found", code(() -> statistics().of(board, new ParticipantId("nobody"), null)));
        assertEquals("core.not-found", code(() -> statistics().of(new MeetingId("none"), ADA, null)));
    }

    @Test
    void noMoreThanAHundredLegsAreLookedAtTogether() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = board(bridge, 101);
        people("c1", 100).forEach(id -> statistics().of(board, id, null));
        assertEquals("core.unavailable", code(() -> statistics().of(board, new ParticipantId("c1-p100"), null)));
        it().advance(Duration.ofSeconds(20));
        assertEquals(1, statistics().of(board, new ParticipantId("c1-p100"), null).legs().size(), "nobody looks at the others any more");
    }

    @Test
    void theFiguresOfALegsEndArePartOfHistory() {
        ScriptedBridge bridge = it().bridge("one");
        MeetingId board = meeting(bridge, "c1", 0, 1);
        assertNull(statistics().of(board, ADA, null).legs().get(0).end());
        it().send(bridge, "s1", Cdr.record(3, "callLegEnd", "", END), Cdr.callEnd(4, "c1"));
        await(() -> it().meetings.find(board).orElseThrow().state() == MeetingState.ENDED);
        LegEnd end = Objects.requireNonNull(statistics().of(board, ADA, null).legs().get(0).end());
        assertEquals(new LegEnd(Instant.parse("2026-03-02T12:00:00Z"), 61,
                List.of(new AlarmShare(Alarm.PACKET_LOSS, 4.5), new AlarmShare(Alarm.HIGH_ROUND_TRIP_TIME, 1)),
                List.of(new EndStream(Direction.RECEIVE, Medium.AUDIO, "opus", null, null, 0.12, 33.5, 20.1, 0.15),
                        new EndStream(Direction.SEND, Medium.VIDEO, "vp8", 1280, 720, null, null, null, null))),
                end);
        it().advanceUntil(Duration.ofSeconds(10), () -> it().room.live().find(board).isEmpty());
        assertEquals(end, statistics().of(board, ADA, null).legs().get(0).end(), "from the store");
    }

    /** A meeting that the bridge knows of too, however often it is read there. */
    private MeetingId board(ScriptedBridge bridge, int people) {
        bridge.put("calls/c1", "name", "Board", "callCorrelator", "x-Board");
        for (int i = 0; i < people; i++) {
            bridge.put("callLegs/c1-p" + i, "call", "c1", "type", "sip", "groupId", "c1-p" + i, "state", "connected");
            bridge.put("participants/c1-p" + i, "call", "c1", "name", "Person " + i);
        }
        bridge.nextRecord(1 + 2L * people);
        return meeting(bridge, "c1", 0, people);
    }

    private List<Sample> samples(MeetingId meeting, @Nullable Instant since) {
        CallStatistics.Statistics all = statistics().of(meeting, ADA, since);
        assertEquals(2, all.everySeconds());
        assertEquals(1, all.legs().size());
        return all.legs().get(0).samples();
    }

    /** Nothing is thrown while somebody else is reading. */
    private boolean isRefused(MeetingId meeting) {
        try {
            return !samples(meeting, null).isEmpty();
        } catch (ProblemException e) {
            return e.problem().code().code().equals("servers.refused-by-bridge");
        }
    }

    private static long reads(ScriptedBridge bridge) {
        return count(bridge, "GET callLegs/c1-p0");
    }
}
