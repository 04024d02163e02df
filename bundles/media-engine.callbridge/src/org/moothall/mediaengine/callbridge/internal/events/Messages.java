package org.moothall.mediaengine.callbridge.internal.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.moothall.core.json.Json;
import org.moothall.mediaengine.callbridge.internal.listener.EventsDoor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Numbers and writes what a connection is told. Guarded by its session. @spec meeting-server-wire §3 */
final class Messages {

    private static final JsonMapper MAPPER = Json.lenient();
    private static final int UPDATES_A_MESSAGE = 50;

    private final EventsDoor.Outgoing outgoing;
    private long last;

    Messages(EventsDoor.Outgoing outgoing) {
        this.outgoing = outgoing;
    }

    /** Number of the last one. */
    long last() {
        return last;
    }

    /** Answers a message of the client. @param failure empty for success */
    void acknowledge(long messageId, String failure) {
        Map<String, Object> acknowledgement = new LinkedHashMap<>();
        acknowledgement.put("messageId", messageId);
        acknowledgement.put("status", failure.isEmpty() ? "success" : "failure");
        if (!failure.isEmpty()) {
            acknowledgement.put("failureReason", failure);
        }
        frame("messageAck", acknowledgement);
    }

    /** All these subscriptions are in this state now. */
    void states(List<Subscription> all, String state) {
        if (!all.isEmpty()) {
            Map<String, Object> message = message("subscriptionUpdate");
            message.put("subscriptions", all.stream().map(each -> {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("index", each.key().index());
                row.put("state", state);
                return row;
            }).toList());
            frame("message", message);
        }
    }

    /** These objects of a list changed. @param idName what their ids are called */
    void list(Subscription subscription, String type, String idName, List<Subscription.Update> updates) {
        for (int from = 0; from < updates.size(); from += UPDATES_A_MESSAGE) {
            Map<String, Object> message = message(type);
            message.put("subscriptionIndex", subscription.key().index());
            message.put("updates",
                    updates.subList(from, Math.min(updates.size(), from + UPDATES_A_MESSAGE)).stream().map(update -> row(idName, update)).toList());
            frame("message", message);
        }
    }

    /** The one call of a subscription changed. */
    void info(Subscription subscription, List<Subscription.Update> updates) {
        for (Subscription.Update update : updates) {
            Map<String, Object> message = message("callInfoUpdate");
            message.put("subscriptionIndex", subscription.key().index());
            message.put("callInfo", update.values());
            frame("message", message);
        }
    }

    private static Map<String, Object> row(String idName, Subscription.Update update) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(idName, update.id().toString());
        row.put("updateType", update.kind());
        row.putAll(update.values());
        return row;
    }

    private Map<String, Object> message(String type) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("messageId", ++last);
        message.put("type", type);
        return message;
    }

    private void frame(String kind, Map<String, Object> content) {
        Map<String, Object> frame = new LinkedHashMap<>();
        frame.put("type", kind);
        frame.put(kind, content);
        try {
            outgoing.send(MAPPER.writeValueAsString(frame));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
