package org.moothall.mediaengine.callbridge.internal.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

/**
 * One connection of the events channel: its subscriptions and how far it is told. A new subscription is filled when its turn
 * comes and the client reads, so that thousands at once do not pile up here. Thread-safe.
 */
final class EventsSession implements EventsDoor.Conversation {

    private static final JsonMapper MAPPER = Json.lenient();
    private static final int MOST_UNACKNOWLEDGED = 500;
    private static final int MOST_WAITING = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Conference conference;
    private final EventsDoor.Outgoing outgoing;
    private final Messages messages;
    private final Consumer<EventsSession> ended;
    private final Runnable ready;
    private final Clock clock;
    private final Set<UUID> untold = new HashSet<>();
    private final Set<Subscription> unfilled = new LinkedHashSet<>();
    private @Nullable Instant stalled;
    private Map<Subscription.Key, Subscription> subscriptions = Map.of();
    private Map<Optional<UUID>, List<Subscription>> byCall = Map.of();
    private long lastAcknowledged;

    /** @param ended hears of the end; @param ready asks for an update after a slow client caught up */
    EventsSession(Conference conference, Clock clock, EventsDoor.Outgoing outgoing, Consumer<EventsSession> ended, Runnable ready) {
        this.conference = conference;
        this.clock = clock;
        this.ready = ready;
        this.outgoing = outgoing;
        this.messages = new Messages(outgoing);
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
                messages.acknowledge(message.path("messageId").asLong(), "unknownMessage");
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
        if ((stalled != null || !unfilled.isEmpty()) && !slow()) {
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
            of(Optional.empty()).forEach(list -> calls(list, now, picture));
            now.forEach(call -> of(Optional.of(call)).forEach(subscription -> tell(subscription, call, picture)));
        }
        fill(picture);
    }

    private List<Subscription> of(Optional<UUID> call) {
        return byCall.getOrDefault(call, List.of()).stream().filter(subscription -> !subscription.over() && !unfilled.contains(subscription)).toList();
    }

    private boolean slow() {
        return outgoing.waiting() > MOST_WAITING || messages.last() - lastAcknowledged > MOST_UNACKNOWLEDGED;
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
        long id = message.path("messageId").asLong();
        Optional<List<Subscription.Key>> wanted = SubscribeRequest.read(message);
        if (wanted.isEmpty()) {
            messages.acknowledge(id, "invalidSubscription");
            return;
        }
        List<Subscription> fresh = replace(wanted.get());
        messages.acknowledge(id, "");
        messages.states(fresh, "pending");
        messages.states(fresh, "active");
        fill(new Picture(conference));
    }

    /** What is asked for again goes on, what is not ends. Returns what is new. */
    private List<Subscription> replace(Collection<Subscription.Key> wanted) {
        Map<Subscription.Key, Subscription> before = subscriptions;
        Map<Subscription.Key, Subscription> now = new LinkedHashMap<>();
        List<Subscription> fresh = new ArrayList<>();
        for (Subscription.Key key : wanted) {
            @Nullable Subscription kept = before.get(key);
            if (!now.containsKey(key) && (kept == null || kept.over())) {
                fresh.add(new Subscription(key));
                now.put(key, fresh.getLast());
            } else if (kept != null) {
                now.put(key, kept);
            }
        }
        subscriptions = now;
        byCall = now.values().stream().collect(Collectors.groupingBy(subscription -> subscription.key().call(), HashMap::new, Collectors.toList()));
        unfilled.retainAll(new HashSet<>(now.values()));
        unfilled.addAll(fresh);
        return fresh;
    }

    /** Tells those who were told nothing yet, as long as the client keeps up. */
    private void fill(Picture picture) {
        while (!unfilled.isEmpty() && !slow()) {
            Subscription next = unfilled.iterator().next();
            unfilled.remove(next);
            Optional<UUID> call = next.key().call();
            if (call.isPresent()) {
                tell(next, call.get(), picture);
            } else {
                calls(next, conference.calls().stream().map(Call::id).toList(), picture);
            }
        }
    }

    private void calls(Subscription subscription, Collection<UUID> calls, Picture picture) {
        Map<UUID, Facts> now = new LinkedHashMap<>();
        calls.forEach(id -> picture.call(id).ifPresent(facts -> now.put(id, facts)));
        messages.list(subscription, "callListUpdate", "call", subscription.changes(calls, now));
    }

    private void tell(Subscription subscription, UUID call, Picture picture) {
        Optional<Facts> facts = picture.call(call);
        if (facts.isEmpty()) {
            end(subscription);
        } else if (subscription.key().roster()) {
            messages.list(subscription, "rosterUpdate", "participant", subscription.changes(subscription.known(), picture.roster(call)));
        } else {
            messages.info(subscription, subscription.changes(Set.of(), Map.of(call, facts.get())));
        }
    }

    /** The call of a subscription is over. */
    private void end(Subscription subscription) {
        subscription.end();
        if (subscription.key().roster()) {
            messages.list(subscription, "rosterUpdate", "participant", subscription.changes(subscription.known(), Map.of()));
        }
        messages.states(List.of(subscription), "deactivated");
    }
}
