package org.moothall.meetings.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.moothall.client.QualityClient;
import org.moothall.core.ChangeEvent;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.meetings.CallStatistics;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.ParticipantId;
import org.moothall.meetings.Quality;
import org.moothall.meetings.QualityLeg;
import org.moothall.servers.ClusterId;

@NonNullByDefault({})
class QualityInboxTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Deque<CompletableFuture<Page<QualityLeg>>> asked = new ArrayDeque<>();
    private final QualityInbox inbox = new QualityInbox(new Scripted(), Runnable::run);

    @Test
    void whoIsWellAgainWhileTheListIsReadIsNotShown() {
        inbox.read();
        inbox.changed(event(Quality.LEG_CHANGED, "c"));
        inbox.changed(event(Quality.LEG_CLEARED, "a"));
        answer("a", "b");
        assertEquals(List.of("b", "c"), shown());
    }

    @Test
    void afterTheConnectionWasLostAllIsReadAnew() {
        inbox.read();
        answer("a", "b");
        inbox.connected();
        answer("b");
        assertEquals(List.of("b"), shown());
    }

    @Test
    void theThresholdStandsBesideTheFigureThatPassedIt() {
        assertEquals("packet loss 7.5 % received video for 40 s", QualityWords.why(leg("a"), inbox.limits().get()), "until thresholds are known");
        inbox.read();
        assertEquals("packet loss 7.5 % (limit 2 %)", QualityWords.why(leg("a"), inbox.limits().get()));
    }

    private List<String> shown() {
        return inbox.legs().all().stream().map(QualityLeg::leg).sorted().toList();
    }

    private void answer(String... legs) {
        asked.remove().complete(new Page<>(List.of(legs).stream().map(QualityInboxTest::leg).toList(), legs.length, true, null));
    }

    private static ChangeEvent event(String type, String leg) {
        return new ChangeEvent(type, "m", "lab", NOON, Map.of("leg", leg(leg)));
    }

    private static QualityLeg leg(String id) {
        return new QualityLeg(new ParticipantId(id), new MeetingId("m"), "Board", new ClusterId("lab"), id, "Ada", "ada@example.org", "one", null, NOON,
                List.of(QualityLeg.Alarm.PACKET_LOSS), 7.5, null, null, "packet loss 7.5 % received video for 40 s");
    }

    private final class Scripted implements QualityClient {

        @Override
        public CompletableFuture<Page<QualityLeg>> legs(Quality.Query query, PageRequest page) {
            CompletableFuture<Page<QualityLeg>> answer = new CompletableFuture<>();
            asked.add(answer);
            return answer;
        }

        @Override
        public CompletableFuture<Quality.Thresholds> thresholds() {
            return CompletableFuture.completedFuture(Quality.Thresholds.USUAL);
        }

        @Override
        public CompletableFuture<Quality.Thresholds> changeThresholds(Quality.Thresholds thresholds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<CallStatistics.Statistics> statistics(MeetingId meeting, ParticipantId participant, Instant since) {
            throw new UnsupportedOperationException();
        }
    }
}
