package org.moothall.meetings.internal.link;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.json.Json;
import org.moothall.meetings.internal.projection.Projection;
import org.moothall.servers.spi.CallBridgeConnection.EventsChannel;
import org.moothall.servers.spi.CallBridgeConnection.EventsListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
    private static final Set<String> NO_ELEMENTS = Set.of("call", "participant", "updateType");
    private static final long BETWEEN_REQUESTS_MILLIS = 1_000;

    private final String bridge;
    private final Consumer<Consumer<Projection>> heard;
    private final ScheduledExecutorService timer;
    private final Consumer<String> closed;
    private final Subscriptions subscriptions = new Subscriptions();
    private @Nullable EventsChannel channel;
    private int nextMessage = 1;
    private boolean changed;
    private boolean resting;
    private boolean over;

    /** @param heard folds what is heard into the state */
    EventsFeed(String bridge, Consumer<Consumer<Projection>> heard, ScheduledExecutorService timer, Consumer<String> closed) {
        this.bridge = bridge;
        this.heard = heard;
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
                heard(message);
            }
        } catch (JsonProcessingException e) {
            LOG.warn("An event of {} was not understood: {}", bridge, e.getOriginalMessage());
        }
    }

    private void heard(JsonNode message) {
        switch (message.path("type").asText()) {
            case "callListUpdate" -> message.path("updates").forEach(update -> call(update.path("call").asText(), update));
            case "callInfoUpdate" -> info(message);
            case "rosterUpdate" -> roster(message);
            default -> LOG.trace("{} tells {}", bridge, message);
        }
    }

    private void call(String call, JsonNode update) {
        if (!call.isEmpty()) {
            String type = update.path("updateType").asText();
            Map<String, String> elements = elements(update);
            heard.accept(p -> p.callUpdate(bridge, call, type, elements));
            follow(call, !type.equals("remove"));
        }
    }

    private synchronized void follow(String call, boolean wanted) {
        if (wanted ? subscriptions.follow(call) : subscriptions.leave(call)) {
            request();
        }
    }

    private void info(JsonNode message) {
        String call = subscribed(message);
        if (!call.isEmpty()) {
            Map<String, String> elements = elements(message.path("callInfo"));
            heard.accept(p -> p.callUpdate(bridge, call, "update", elements));
        }
    }

    private void roster(JsonNode message) {
        String call = subscribed(message);
        if (!call.isEmpty()) {
            for (JsonNode update : message.path("updates")) {
                String participant = update.path("participant").asText();
                String type = update.path("updateType").asText();
                Map<String, String> elements = elements(update);
                if (!participant.isEmpty()) {
                    heard.accept(p -> p.rosterUpdate(bridge, call, participant, type, elements));
                }
            }
        }
    }

    private synchronized String subscribed(JsonNode message) {
        return subscriptions.call(message.path("subscriptionIndex").asInt());
    }

    private static Map<String, String> elements(JsonNode update) {
        Map<String, String> elements = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : update.properties()) {
            if (field.getValue().isValueNode() && !NO_ELEMENTS.contains(field.getKey())) {
                elements.put(field.getKey(), field.getValue().asText());
            }
        }
        return elements;
    }

    /** The first request goes at once; those that come within a second after it go together when it has passed. */
    private void request() {
        EventsChannel open = channel;
        if (open == null || over || resting) {
            changed = true;
            return;
        }
        changed = false;
        resting = true;
        timer.schedule(this::rested, BETWEEN_REQUESTS_MILLIS, TimeUnit.MILLISECONDS);
        ObjectNode message = JSON.createObjectNode().put("messageId", nextMessage++).put("type", "subscribeRequest");
        subscriptions.write(message.putArray("subscriptions"));
        open.send(text(JSON.createObjectNode().put("type", "message").set("message", message)));
    }

    private synchronized void rested() {
        resting = false;
        if (changed) {
            request();
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
