package org.moothall.mediaengine.callbridge.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.moothall.mediaengine.Arrival;
import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.Catalogue;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.EndReason;
import org.moothall.mediaengine.Endpoint;
import org.moothall.mediaengine.Identities;
import org.moothall.mediaengine.Space;
import org.moothall.mediaengine.Spaces;
import org.moothall.mediaengine.Terms;
import org.moothall.mediaengine.callbridge.internal.listener.EventsDoor;
import org.moothall.testkit.ManualClock;

class EventsSessionTest implements EventsDoor.Outgoing {

    private static final UUID SPACE = new UUID(7, 7);

    private final ManualClock clock = new ManualClock();
    private final Identities ids = new Identities(7, 0, 0);
    private final Conference conference = new Conference(clock, new Spaces(clock, ids, List.of(new Space(SPACE, Map.of("name", "Room"), 1, false))),
            Terms.of(clock, new Catalogue(clock, ids,
                    List.of())),
            "lab.example", ids);
    private final List<String> frames = new ArrayList<>();
    private final Set<UUID> seen = new HashSet<>();
    private int waiting;
    private int wakes;
    private final EventsSession session = new EventsSession(conference, clock, this, ended -> {}, () -> wakes++);

    @Test
    void aSubscriptionIsAcknowledgedPendingActiveAndThenFilled() {
        CallLeg leg = join("Anna");
        session.accept(subscribe(1, "{\"index\":3,\"type\":\"calls\",\"elements\":[\"name\",\"participants\",\"recording\",\"lockState\",\"callType\"]}"));
        assertEquals(List.of("{\"type\":\"messageAck\",\"messageAck\":{\"messageId\":1,\"status\":\"success\"}}",
                "{\"type\":\"message\",\"message\":{\"messageId\":1,\"type\":\"subscriptionUpdate\",\"subscriptions\":[{\"index\":3,\"state\":\"pending\"}]}}",
                "{\"type\":\"message\",\"message\":{\"messageId\":2,\"type\":\"subscriptionUpdate\",\"subscriptions\":[{\"index\":3,\"state\":\"active\"}]}}",
                "{\"type\":\"message\",\"message\":{\"messageId\":3,\"type\":\"callListUpdate\",\"subscriptionIndex\":3,\"updates\":[{\"call\":\"" + leg.call()
                        + "\",\"updateType\":\"add\",\"name\":\"Room\",\"participants\":1,\"recording\":\"inactive\","
                        + "\"lockState\":\"unlocked\",\"callType\":\"coSpace\"}]}}"),
                frames);
    }

    @Test
    void anUpdateHoldsOnlyWhatChangedAndWasAskedFor() {
        CallLeg leg = join("Anna");
        session.accept(subscribe(1, "{\"index\":1,\"type\":\"callRoster\",\"call\":\"" + leg.call() + "\",\"elements\":[\"name\",\"audioMuted\"]}"));
        frames.clear();
        conference.change(leg.id(), Map.of("rxAudioMute", "true", "chosenLayout", "stacked"));
        update();
        assertEquals(1, frames.size());
        assertTrue(frames.get(0).endsWith("\"updates\":[{\"participant\":\"" + leg.id() + "\",\"updateType\":\"update\",\"audioMuted\":true}]}}"),
                frames.get(0));
        update();
        assertEquals(1, frames.size());
    }

    @Test
    void aRequestReplacesTheWholeList() {
        CallLeg leg = join("Anna");
        session.accept(subscribe(1, "{\"index\":1,\"type\":\"calls\",\"elements\":[\"participants\"]}"));
        session.accept(subscribe(2, "{\"index\":2,\"type\":\"callInfo\",\"call\":\"" + leg.call() + "\",\"elements\":[\"participants\"]}"));
        frames.clear();
        join("Bert");
        update();
        assertEquals(1, frames.size());
        assertTrue(frames.get(0).contains("\"type\":\"callInfoUpdate\",\"subscriptionIndex\":2,\"callInfo\":{\"participants\":2}"), frames.get(0));
    }

    @Test
    void aKeptSubscriptionGoesOnWithoutBeingFilledAgain() {
        join("Anna");
        String calls = "{\"index\":1,\"type\":\"calls\",\"elements\":[\"participants\"]}";
        session.accept(subscribe(1, calls));
        frames.clear();
        session.accept(subscribe(2, calls));
        assertEquals(List.of("{\"type\":\"messageAck\",\"messageAck\":{\"messageId\":2,\"status\":\"success\"}}"), frames);
    }

    @Test
    void twoSubscriptionsMayShareAnIndex() {
        CallLeg leg = join("Anna");
        session.accept(subscribe(1, "{\"index\":1,\"type\":\"callInfo\",\"call\":\"" + leg.call() + "\",\"elements\":[\"name\"]},"
                + "{\"index\":1,\"type\":\"callRoster\",\"call\":\"" + leg.call() + "\",\"elements\":[\"name\"]}"));
        assertTrue(frames.stream().anyMatch(frame -> frame.contains("callInfoUpdate")));
        assertTrue(frames.stream().anyMatch(frame -> frame.contains("rosterUpdate")));
    }

    @Test
    void theEndOfACallRemovesItAndDeactivatesItsSubscriptions() {
        CallLeg leg = join("Anna");
        session.accept(subscribe(1, "{\"index\":1,\"type\":\"callRoster\",\"call\":\"" + leg.call() + "\",\"elements\":[\"name\"]}"));
        update();
        frames.clear();
        conference.hangUp(leg.id(), EndReason.REMOTE_TEARDOWN);
        update();
        assertTrue(frames.get(0).contains("{\"participant\":\"" + leg.id() + "\",\"updateType\":\"remove\"}"), frames.get(0));
        assertTrue(frames.get(1).contains("{\"index\":1,\"state\":\"deactivated\"}"), frames.get(1));
    }

    @Test
    void aSubscriptionThatMakesNoSenseIsRefused() {
        session.accept(subscribe(4, "{\"index\":1,\"type\":\"weather\"}"));
        assertEquals(1, frames.size());
        assertFalse(frames.get(0).contains("success"));
    }

    @Test
    void whoDoesNotReadHearsTheLastStateOnceTheyDo() {
        CallLeg leg = join("Anna");
        session.accept(subscribe(1, "{\"index\":1,\"type\":\"callRoster\",\"call\":\"" + leg.call() + "\",\"elements\":[\"audioMuted\"]}"));
        frames.clear();
        waiting = 100;
        for (int i = 0; i < 999; i++) {
            conference.change(leg.id(), Map.of("rxAudioMute", Boolean.toString(i % 2 == 0)));
            update();
        }
        assertEquals(List.of(), frames);
        waiting = 0;
        session.drained();
        assertEquals(1, wakes);
        session.update(Set.of(), new Picture(conference));
        assertEquals(1, frames.size());
        assertTrue(frames.get(0).contains("\"audioMuted\":true"), frames.get(0));
    }

    @Test
    void whoAcknowledgesNothingIsLeftAloneAndCutOffAfterAMinute() {
        CallLeg leg = join("Anna");
        session.accept(subscribe(1, "{\"index\":1,\"type\":\"callRoster\",\"call\":\"" + leg.call() + "\",\"elements\":[\"audioMuted\"]}"));
        for (int i = 0; i < 600; i++) {
            conference.change(leg.id(), Map.of("rxAudioMute", Boolean.toString(i % 2 == 0)));
            update();
        }
        assertTrue(frames.size() < 520, frames.size() + " frames");
        clock.advance(Duration.ofSeconds(61));
        update();
        assertEquals("closed", frames.get(frames.size() - 1));
    }

    @Test
    void anAcknowledgementBringsWhatWasHeldBack() {
        CallLeg leg = join("Anna");
        session.accept(subscribe(1, "{\"index\":1,\"type\":\"callRoster\",\"call\":\"" + leg.call() + "\",\"elements\":[\"audioMuted\"]}"));
        for (int i = 0; i < 601; i++) {
            conference.change(leg.id(), Map.of("rxAudioMute", Boolean.toString(i % 2 == 0)));
            update();
        }
        frames.clear();
        session.accept("{\"type\":\"messageAck\",\"messageAck\":{\"messageId\":501,\"status\":\"success\"}}");
        assertEquals(1, wakes);
        update();
        assertEquals(1, frames.size());
        assertTrue(frames.get(0).contains("\"audioMuted\":true"), frames.get(0));
    }

    private void update() {
        conference.calls().forEach(call -> seen.add(call.id()));
        session.update(seen, new Picture(conference));
    }

    @Override
    public int waiting() {
        return waiting;
    }

    @Override
    public void send(String text) {
        frames.add(text);
    }

    @Override
    public void close() {
        frames.add("closed");
    }

    private CallLeg join(String name) {
        return conference.join(new Arrival(SPACE, new UUID(8, 8), new Endpoint(Endpoint.Kind.DESK, name, name + "@x", "10.0.0.1", ""), Map.of()));
    }

    private static String subscribe(int messageId, String subscriptions) {
        return "{\"type\":\"message\",\"message\":{\"messageId\":" + messageId + ",\"type\":\"subscribeRequest\",\"subscriptions\":[" + subscriptions + "]}}";
    }
}
