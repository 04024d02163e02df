package org.moothall.meetings.internal.link;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.moothall.meetings.internal.projection.Names;
import org.moothall.meetings.internal.projection.Projection;
import org.moothall.servers.ClusterId;
import org.moothall.servers.spi.CallBridgeConnection.EventsChannel;
import org.moothall.testkit.ManualClock;
import org.moothall.testkit.ManualScheduler;

/**
 * What a fuzzer may say on the events channel in place of a Call Bridge, a message a line: nothing of it stops the reader or the
 * state that follows from it, and each message is acknowledged at most once. Run by {@code releng/fuzz}.
 */
final class EventsFeedFuzz {

    private static final int MOST_MESSAGES = 64;

    private EventsFeedFuzz() {}

    /** One conversation. */
    public static void fuzzerTestOneInput(byte[] lines) {
        ManualClock clock = new ManualClock();
        ManualScheduler timer = new ManualScheduler(clock);
        Projection projection = new Projection(new Lab(), clock);
        Sent sent = new Sent(new ArrayList<>());
        EventsFeed feed = new EventsFeed("b", heard -> heard.accept(projection), timer, reason -> {});
        feed.opened(sent);
        String text = new String(lines, StandardCharsets.UTF_8);
        List<String> messages = text.lines().limit(MOST_MESSAGES).toList();
        messages.forEach(feed::message);
        timer.advance(java.time.Duration.ofSeconds(2));
        long acknowledged = sent.texts().stream().filter(each -> each.contains("\"messageAck\"")).count();
        if (acknowledged > messages.size()) {
            throw new IllegalStateException(acknowledged + " acknowledgements for " + messages.size() + " messages");
        }
        feed.end();
    }

    private record Lab() implements Names {
        @Override
        public ClusterId cluster() {
            return new ClusterId("lab");
        }

        @Override
        public String clusterName() {
            return "Lab";
        }

        @Override
        public String bridge(String id) {
            return id;
        }
    }

    private record Sent(List<String> texts) implements EventsChannel {
        @Override
        public void send(String json) {
            texts.add(json);
        }

        @Override
        public void close() {
            texts.add("closed");
        }
    }
}
