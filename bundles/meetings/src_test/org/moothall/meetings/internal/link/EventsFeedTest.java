package org.moothall.meetings.internal.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.moothall.servers.spi.CallBridgeConnection.EventsChannel;
import org.moothall.testkit.ManualClock;
import org.moothall.testkit.ManualScheduler;

/** What we ask of a bridge's events channel stays small, whatever happens on the bridge. */
class EventsFeedTest {

    private static final Pattern ROSTER = Pattern.compile("\"type\":\"callRoster\",\"call\":\"(c\\d+)\"");
    private static final int CALLS = 12;

    @Test
    void rosterSubscriptionsCoalesceToAtMostOneSubscribeRequestASecondAndMissNoCall() {
        // each number is a step: it begins or ends one of some calls, and lets so many tenths of a second pass
        qt().withFixedSeed(20_261_123L).withExamples(300).forAll(lists().of(integers().between(0, CALLS * 10 - 1)).ofSizeBetween(1, 80))
                .checkAssert(steps -> {
                    ManualClock clock = new ManualClock();
                    ManualScheduler timer = new ManualScheduler(clock);
                    Requests requests = new Requests(clock, new ArrayList<>(), new ArrayList<>());
                    EventsFeed feed = new EventsFeed("b", heard -> {}, timer, reason -> {});
                    feed.opened(requests);
                    Set<String> going = new TreeSet<>();
                    for (int step : steps) {
                        String call = "c" + step % CALLS;
                        boolean begins = going.add(call);
                        if (!begins) {
                            going.remove(call);
                        }
                        feed.message(update(call, begins));
                        timer.advance(Duration.ofMillis(100L * (step / CALLS)));
                    }
                    timer.advance(Duration.ofSeconds(2));
                    for (int i = 1; i < requests.at().size(); i++) {
                        assertTrue(!requests.at().get(i).isBefore(requests.at().get(i - 1).plusSeconds(1)), () -> "too soon: " + requests.at());
                    }
                    assertEquals(going, rosters(requests.texts().get(requests.texts().size() - 1)));
                });
    }

    private static String update(String call, boolean begins) {
        return "{\"type\":\"message\",\"message\":{\"messageId\":1,\"type\":\"callListUpdate\",\"subscriptionIndex\":1,\"updates\":[{\"call\":\"" + call
                + "\",\"updateType\":\"" + (begins ? "add" : "remove") + "\"}]}}";
    }

    private static Set<String> rosters(String request) {
        return ROSTER.matcher(request).results().map((MatchResult found) -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private record Requests(ManualClock clock, List<Instant> at, List<String> texts) implements EventsChannel {
        @Override
        public void send(String json) {
            if (json.contains("subscribeRequest")) {
                at.add(clock.instant());
                texts.add(json);
            }
        }

        @Override
        public void close() {
            // nothing to end
        }
    }
}
