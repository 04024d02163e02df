package org.moothall.mediaengine.callbridge.internal.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

import org.moothall.mediaengine.Identities;

/** What is wrong with this bridge now. Thread-safe. @spec meeting-server-wire §1.6 */
public final class Alarms {

    private record Alarm(UUID id, Instant since, String type, Map<String, String> details) {}

    private final Clock clock;
    private final Identities ids;
    private final Map<String, Alarm> raised = new ConcurrentSkipListMap<>();

    /** None yet. */
    public Alarms(Clock clock, Identities ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** Raises the alarm of this key; one that is raised stays as it is. Returns whether it is a new one. */
    public boolean raise(String key, String type, Map<String, String> details) {
        boolean anew = !raised.containsKey(key);
        raised.computeIfAbsent(key, none -> new Alarm(ids.next(Identities.Kind.PASSING), clock.instant(), type, Map.copyOf(details)));
        return anew;
    }

    /** Clears the alarm of this key. Returns whether it was raised. */
    public boolean clear(String key) {
        boolean was = raised.containsKey(key);
        raised.remove(key);
        return was;
    }

    /** The other bridges that are out of reach. */
    Set<UUID> lostBridges() {
        return raised.values().stream().filter(alarm -> alarm.details().containsKey("callBridge"))
                .map(alarm -> UUID.fromString(alarm.details().get("callBridge")))
                .collect(Collectors.toSet());
    }

    ApiReply list(ApiRequest request) {
        return Listing.of(request, "alarms", List.copyOf(raised.values()), (xml, alarm) -> {
            xml.open("alarm", "id", alarm.id()).text("type", alarm.type());
            xml.text("activeTimeSeconds", Duration.between(alarm.since(), clock.instant()).toSeconds());
            List.of("failureReason", "callBridge", "callBridgeName").forEach(name -> xml.textIfAny(name, alarm.details().getOrDefault(name, "")));
            xml.close();
        });
    }
}
