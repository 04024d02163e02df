package org.moothall.mediaengine.callbridge.internal.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.json.Json;
import org.moothall.mediaengine.Call;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.callbridge.internal.listener.EventsDoor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** One connection of the events channel: its subscriptions, its message numbers. Thread-safe. */
final class EventsSession implements EventsDoor.Conversation {

    private static final JsonMapper MAPPER = Json.lenient();
    private static final int MOST_SUBSCRIPTIONS = 5_000;
    private static final int MOST_UNACKNOWLEDGED = 500;
    private static final int MOST_WAITING = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int UPDATES_A_MESSAGE = 50;

    private final Conference conference;
    private final EventsDoor.Outgoing outgoing;
    private final Consumer<EventsSession> ended;
    private final Runnable ready;
    private final Clock clock;
    private final Set<UUID> untold = new HashSet<>();
    private @Nullable Instant stalled;
    private List<Subscription> subscriptions = new ArrayList<>();
    private long lastMessage;
    private long lastAcknowledged;

    /** @param ended hears of the end; @param ready asks for an update after a slow client caught up */
    EventsSession(Conference conference, Clock clock, EventsDoor.Outgoing outgoing, Consumer<EventsSession> ended, Runnable ready) {
        this.conference = conference;
        this.clock = clock;
        this.ready = ready;
        this.outgoing = outgoing;
        this.ended = ended;
    }

    @Override
    public synchronized void accept(String text) {
        try {
            JsonNode frame = MAPPER.readTree(text);
            JsonNode acknowledgement = frame.path("messageAck");
            JsonNode message = frame.path("message");
            if (acknowledgement.isObject()) {
                lastAcknowledged = Math.max(lastAcknowledged, acknowledgement.path("messageId").asLong());
                drained();
            } else if ("subscribeRequest".equals(message.path("type").asText())) {
                subscribe(message);
            } else {
                acknowledge(message.path("messageId").asLong(), "unknownMessage");
            }
        } catch (JsonProcessingException e) {
            outgoing.close();
        }
    }

    @Override
    public void closed() {
        ended.accept(this);
    }

    @Override
    public synchronized void drained() {
        if (stalled != null && !slow()) {
            ready.run();
        }
    }

    /** Tells what changed in these calls; a client that is behind hears later, of the last state alone. */
    synchronized void update(Set<UUID> calls, Picture picture) {
        untold.addAll(calls);
        if (slow()) {
            endWhenStalled();
            return;
        }
        stalled = null;
        if (!untold.isEmpty()) {
            Set<UUID> now = Set.copyOf(untold);
            untold.clear();
            List.copyOf(subscriptions).stream().filter(subscription -> !subscription.over()).forEach(subscription -> tell(subscription, now, picture));
        }
    }

    private boolean slow() {
        return outgoing.waiting() > MOST_WAITING || lastMessage - lastAcknowledged > MOST_UNACKNOWLEDGED;
    }

    private void endWhenStalled() {
        Instant since = stalled;
        if (since == null) {
            stalled = clock.instant();
        } else if (since.plus(PATIENCE).isBefore(clock.instant())) {
            outgoing.close();
        }
    }

    private void subscribe(JsonNode message) {
        List<Subscription> before = new ArrayList<>(subscriptions);
        List<Subscription> wanted = new ArrayList<>();
        List<Subscription> fresh = new ArrayList<>();
        for (JsonNode each : message.path("subscriptions")) {
            Optional<Subscription.Key> key = key(each);
            if (key.isEmpty() || wanted.size() >= MOST_SUBSCRIPTIONS) {
                acknowledge(message.path("messageId").asLong(), "invalidSubscription");
                return;
            }
            Optional<Subscription> kept = before.stream().filter(old -> !old.over() && old.key().equals(key.get())).findFirst();
            kept.ifPresent(before::remove);
            Subscription subscription = kept.orElseGet(() -> new Subscription(key.get()));
            wanted.add(subscription);
            if (kept.isEmpty()) {
                fresh.add(subscription);
            }
        }
        subscriptions = wanted;
        acknowledge(message.path("messageId").asLong(), "");
        states(fresh, "pending");
        states(fresh, "active");
        Picture picture = new Picture(conference);
        Set<UUID> all = conference.calls().stream().map(Call::id).collect(Collectors.toSet());
        fresh.forEach(subscription -> tell(subscription, all, picture));
    }

    private static Optional<Subscription.Key> key(JsonNode each) {
        String type = each.path("type").asText();
        String call = each.path("call").asText("");
        List<String> elements = new ArrayList<>();
        each.path("elements").forEach(element -> elements.add(element.asText()));
        try {
            Optional<UUID> id = call.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(call));
            boolean fits = "calls".equals(type) ? id.isEmpty() : ("callInfo".equals(type) || "callRoster".equals(type)) && id.isPresent();
            return fits && each.path("index").isInt() ? Optional.of(new Subscription.Key(each.path("index").asInt(), type, id, elements)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void tell(Subscription subscription, Set<UUID> calls, Picture picture) {
        Optional<UUID> call = subscription.key().call();
        if (call.isEmpty()) {
            Map<UUID, Map<String, Object>> now = new LinkedHashMap<>();
            calls.forEach(id -> picture.call(id).ifPresent(values -> now.put(id, values)));
            list(subscription, "callListUpdate", "call", subscription.changes(calls, now));
        } else if (picture.call(call.get()).isEmpty()) {
            end(subscription);
        } else if (calls.contains(call.get())) {
            tell(subscription, call.get(), picture);
        }
    }

    private void tell(Subscription subscription, UUID call, Picture picture) {
        if ("callRoster".equals(subscription.key().type())) {
            list(subscription, "rosterUpdate", "participant", subscription.changes(subscription.known(), picture.roster(call)));
        } else {
            info(subscription, Map.of(call, picture.call(call).orElseThrow()));
        }
    }

    /** The call of a subscription is over. */
    private void end(Subscription subscription) {
        subscription.end();
        if ("callRoster".equals(subscription.key().type())) {
            list(subscription, "rosterUpdate", "participant", subscription.changes(subscription.known(), Map.of()));
        }
        states(List.of(subscription), "deactivated");
    }

    private void info(Subscription subscription, Map<UUID, Map<String, Object>> now) {
        for (Subscription.Update update : subscription.changes(Set.of(), now)) {
            Map<String, Object> message = message("callInfoUpdate");
            message.put("subscriptionIndex", subscription.key().index());
            message.put("callInfo", update.values());
            send(message);
        }
    }

    private void list(Subscription subscription, String type, String idName, List<Subscription.Update> updates) {
        for (int from = 0; from < updates.size(); from += UPDATES_A_MESSAGE) {
            Map<String, Object> message = message(type);
            message.put("subscriptionIndex", subscription.key().index());
            message.put("updates",
                    updates.subList(from, Math.min(updates.size(), from + UPDATES_A_MESSAGE)).stream().map(update -> row(idName, update)).toList());
            send(message);
        }
    }

    private static Map<String, Object> row(String idName, Subscription.Update update) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(idName, update.id().toString());
        row.put("updateType", update.kind());
        row.putAll(update.values());
        return row;
    }

    private void states(List<Subscription> all, String state) {
        if (!all.isEmpty()) {
            Map<String, Object> message = message("subscriptionUpdate");
            message.put("subscriptions", all.stream().map(each -> {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("index", each.key().index());
                row.put("state", state);
                return row;
            }).toList());
            send(message);
        }
    }

    private Map<String, Object> message(String type) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("messageId", ++lastMessage);
        message.put("type", type);
        return message;
    }

    private void acknowledge(long messageId, String failure) {
        Map<String, Object> acknowledgement = new LinkedHashMap<>();
        acknowledgement.put("messageId", messageId);
        acknowledgement.put("status", failure.isEmpty() ? "success" : "failure");
        if (!failure.isEmpty()) {
            acknowledgement.put("failureReason", failure);
        }
        frame("messageAck", acknowledgement);
    }

    private void send(Map<String, Object> message) {
        frame("message", message);
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
