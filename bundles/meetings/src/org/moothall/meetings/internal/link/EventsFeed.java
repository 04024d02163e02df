package org.moothall.meetings.internal.link;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.json.Json;
import org.moothall.meetings.internal.live.Desk;
import org.moothall.servers.spi.CallBridgeConnection.EventsChannel;
import org.moothall.servers.spi.CallBridgeConnection.EventsListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One connection to the events of a Call Bridge: follows its calls and the roster of each. A subscription request replaces
 * the whole list, so requests are gathered and at most one a second is sent. Thread-safe.
 *
 * @spec wire §3
 */
final class EventsFeed implements EventsListener {

    private static final Logger LOG = LoggerFactory.getLogger(EventsFeed.class);
    private static final JsonMapper JSON = Json.lenient();
    private static final String[] CALLS = { "name", "participants", "distributedInstances", "recording", "endpointRecording", "streaming", "lockState",
            "callType", "callCorrelator" };
    private static final String[] ROSTER = { "name", "uri", "state", "direction", "audioMuted", "videoMuted", "importance", "layout", "activeSpeaker",
            "presenter", "endpointRecording", "canMove", "movedParticipant", "movedParticipantCallBridge" };
    private static final int CALLS_INDEX = 1;
    private static final long BETWEEN_REQUESTS_MILLIS = 1_000;

    private final String bridge;
    private final Desk desk;
    private final ScheduledExecutorService timer;
    private final java.util.function.Consumer<String> closed;
    private final Map<String, Integer> rosters = new LinkedHashMap<>();
    private final Map<Integer, String> calls = new HashMap<>();
    private @Nullable EventsChannel channel;
    private int nextIndex = CALLS_INDEX + 1;
    private int nextMessage = 1;
    private boolean requested;
    private long lastRequest = -1;
    private boolean over;

    EventsFeed(String bridge, Desk desk, ScheduledExecutorService timer, java.util.function.Consumer<String> closed) {
        this.bridge = bridge;
        this.desk = desk;
        this.timer = timer;
        this.closed = closed;
    }

    /** The channel is open: subscribes. */
    synchronized void opened(EventsChannel open) {
        channel = open;
        if (over) {
            open.close();
        } else {
            request();
        }
    }

    synchronized void end() {
        over = true;
        EventsChannel open = channel;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void closed(String reason) {
        boolean unexpected;
        synchronized (this) {
            unexpected = !over;
            over = true;
        }
        if (unexpected) {
            closed.accept(reason);
        }
    }

    @Override
    public void message(String json) {
        try {
            JsonNode message = JSON.readTree(json).path("message");
            if (message.isObject()) {
                acknowledge(message.path("messageId").asInt());
                switch (message.path("type").asText()) {
                    case "callListUpdate" -> message.path("updates").forEach(this::callUpdate);
                    case "rosterUpdate" -> rosterUpdate(message);
                    default -> LOG.trace("{} tells {}", bridge, message);
                }
            }
        } catch (JsonProcessingException e) {
            LOG.warn("An event of {} was not understood: {}", bridge, e.getOriginalMessage());
        }
    }

    private void callUpdate(JsonNode update) {
        String call = update.path("call").asText();
        String type = update.path("updateType").asText();
        if (!call.isEmpty()) {
            Map<String, String> elements = elements(update);
            desk.tell(p -> p.callUpdate(bridge, call, type, elements));
            follow(call, !type.equals("remove"));
        }
    }

    private synchronized void follow(String call, boolean wanted) {
        if (wanted && !rosters.containsKey(call)) {
            int index = nextIndex++;
            rosters.put(call, index);
            calls.put(index, call);
            request();
        } else if (!wanted && rosters.containsKey(call)) {
            // the index stays known: updates that are under way still find their call
            rosters.remove(call);
            request();
        }
    }

    private void rosterUpdate(JsonNode message) {
        String call = call(message.path("subscriptionIndex").asInt());
        if (!call.isEmpty()) {
            for (JsonNode update : message.path("updates")) {
                String participant = update.path("participant").asText();
                String type = update.path("updateType").asText();
                Map<String, String> elements = elements(update);
                if (!participant.isEmpty()) {
                    desk.tell(p -> p.rosterUpdate(bridge, call, participant, type, elements));
                }
            }
        }
    }

    private synchronized String call(int index) {
        return calls.getOrDefault(index, "");
    }

    private static Map<String, String> elements(JsonNode update) {
        Map<String, String> elements = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : update.properties()) {
            if (field.getValue().isValueNode()) {
                elements.put(field.getKey(), field.getValue().asText());
            }
        }
        elements.keySet().removeAll(java.util.Set.of("call", "participant", "updateType"));
        return elements;
    }

    /** Gathers requests: the first goes at once, the next when a second has passed. */
    private void request() {
        if (!requested && !over) {
            requested = true;
            long passed = lastRequest < 0 ? BETWEEN_REQUESTS_MILLIS : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastRequest);
            timer.schedule(this::send, Math.max(0, BETWEEN_REQUESTS_MILLIS - passed), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void send() {
        requested = false;
        EventsChannel open = channel;
        if (open == null || over) {
            return;
        }
        lastRequest = System.nanoTime();
        ObjectNode message = JSON.createObjectNode().put("messageId", nextMessage++).put("type", "subscribeRequest");
        ArrayNode subscriptions = message.putArray("subscriptions");
        elements(subscriptions.addObject().put("index", CALLS_INDEX).put("type", "calls"), CALLS);
        rosters.forEach((call, index) -> elements(subscriptions.addObject().put("index", index).put("type", "callRoster").put("call", call), ROSTER));
        open.send(text(JSON.createObjectNode().put("type", "message").set("message", message)));
    }

    private static void elements(ObjectNode subscription, String... names) {
        ArrayNode elements = subscription.putArray("elements");
        for (String name : names) {
            elements.add(name);
        }
    }

    private synchronized void acknowledge(int id) {
        EventsChannel open = channel;
        if (open != null && !over) {
            ObjectNode ack = JSON.createObjectNode().put("messageId", id).put("status", "success");
            open.send(text(JSON.createObjectNode().put("type", "messageAck").set("messageAck", ack)));
        }
    }

    private static String text(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
