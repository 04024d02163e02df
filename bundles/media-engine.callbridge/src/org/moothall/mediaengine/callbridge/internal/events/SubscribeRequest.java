package org.moothall.mediaengine.callbridge.internal.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads what a client wants to be told of. Pure. @spec meeting-server-wire §3 */
final class SubscribeRequest {

    private static final int MOST_SUBSCRIPTIONS = 5_000;
    private static final int MOST_ELEMENTS = 32;

    private SubscribeRequest() {}

    /** The whole list, empty when something in it makes no sense or it is too long. */
    static Optional<List<Subscription.Key>> read(JsonNode message) {
        JsonNode all = message.path("subscriptions");
        List<Subscription.Key> keys = new ArrayList<>();
        for (JsonNode each : all) {
            Optional<Subscription.Key> key = keys.size() < MOST_SUBSCRIPTIONS ? key(each) : Optional.empty();
            if (key.isEmpty()) {
                return Optional.empty();
            }
            keys.add(key.get());
        }
        return Optional.of(keys);
    }

    private static Optional<Subscription.Key> key(JsonNode each) {
        String type = each.path("type").asText();
        String call = each.path("call").asText("");
        JsonNode elements = each.path("elements");
        List<String> names = new ArrayList<>();
        elements.forEach(element -> names.add(element.asText()));
        try {
            Optional<UUID> id = call.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(call));
            boolean fits = "calls".equals(type) ? id.isEmpty() : ("callInfo".equals(type) || "callRoster".equals(type)) && id.isPresent();
            return fits && each.path("index").isInt() && names.size() <= MOST_ELEMENTS
                    ? Optional.of(new Subscription.Key(each.path("index").asInt(), type, id, names)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
