package org.moothall.mediaengine;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.mediaengine.Conference.Counters;
import org.moothall.mediaengine.ConferenceEvent.CallChanged;
import org.moothall.mediaengine.ConferenceEvent.CallEnded;
import org.moothall.mediaengine.ConferenceEvent.CallStarted;
import org.moothall.mediaengine.ConferenceEvent.LegChanged;
import org.moothall.mediaengine.ConferenceEvent.LegEnded;
import org.moothall.mediaengine.ConferenceEvent.LegStarted;

/** The calls and legs of this bridge. Every change of them goes through here and is told. Guarded by the conference. */
final class Roll {

    private final Clock clock;
    private final Consumer<ConferenceEvent> tell;
    private final Map<UUID, Call> calls = new LinkedHashMap<>();
    private final Map<UUID, Call> bySpace = new HashMap<>();
    private final Map<UUID, Map<UUID, Call>> byCorrelator = new HashMap<>();
    private final Map<UUID, CallLeg> legs = new LinkedHashMap<>();
    private final Map<UUID, Map<UUID, CallLeg>> byCall = new HashMap<>();
    private final Map<Traffic, Integer> traffic = new EnumMap<>(Traffic.class);
    private Counters counters = new Counters(0, 0, 0);

    Roll(Clock clock, Consumer<ConferenceEvent> tell) {
        this.clock = clock;
        this.tell = tell;
    }

    Instant now() {
        return clock.instant();
    }

    long millis() {
        return clock.millis();
    }

    void tell(ConferenceEvent event) {
        tell.accept(event);
    }

    List<Call> calls() {
        return List.copyOf(calls.values());
    }

    List<CallLeg> legs() {
        return List.copyOf(legs.values());
    }

    List<CallLeg> legsOf(@Nullable UUID call) {
        Map<UUID, CallLeg> found = byCall.get(call);
        return found == null ? List.of() : new ArrayList<>(found.values());
    }

    /** Gives the legs of a call, which must not change meanwhile. */
    void each(UUID call, Consumer<CallLeg> use) {
        byCall.getOrDefault(call, Map.of()).values().forEach(use);
    }

    /** Whether a leg of this call has to wait for others. */
    boolean anyNeedsActivation(UUID call) {
        return byCall.getOrDefault(call, Map.of()).values().stream().anyMatch(CallLeg::needsActivation);
    }

    int count(UUID call) {
        return byCall.getOrDefault(call, Map.of()).size();
    }

    Counters counters() {
        return counters;
    }

    /** How many legs there are of each kind. */
    Map<Traffic, Integer> traffic() {
        return traffic;
    }

    private void count(CallLeg leg, int by) {
        traffic.merge(Traffic.of(leg), by, Integer::sum);
    }

    Optional<Call> findCall(@Nullable UUID id) {
        return Optional.ofNullable(calls.get(id));
    }

    Optional<Call> callIn(UUID space) {
        return Optional.ofNullable(bySpace.get(space));
    }

    List<Call> callsOf(UUID correlator) {
        return List.copyOf(byCorrelator.getOrDefault(correlator, Map.of()).values());
    }

    Optional<CallLeg> findLeg(@Nullable UUID id) {
        return Optional.ofNullable(legs.get(id));
    }

    Call call(UUID id) {
        return findCall(id).orElseThrow(() -> refuse(ConferenceProblem.CALL_DOES_NOT_EXIST, id));
    }

    CallLeg leg(UUID id) {
        return findLeg(id).orElseThrow(() -> refuse(ConferenceProblem.CALL_LEG_DOES_NOT_EXIST, id));
    }

    Call begin(Call call) {
        put(call);
        tell(new CallStarted(now(), call));
        return call;
    }

    Call change(Call before, Call after) {
        if (!before.equals(after)) {
            forget(before);
            put(after);
            tell(new CallChanged(now(), before, after));
        }
        return after;
    }

    void end(Call call) {
        calls.remove(call.id());
        forget(call);
        tell(new CallEnded(now(), call));
    }

    void begin(CallLeg leg) {
        put(leg);
        count(leg, 1);
        counters = new Counters(legs.size(), Math.max(counters.maxActive(), legs.size()), counters.completed());
        tell(new LegStarted(now(), leg));
    }

    CallLeg change(CallLeg before, CallLeg after) {
        if (!before.equals(after)) {
            if (!Objects.equals(before.call(), after.call())) {
                forget(before);
            }
            put(after);
            count(before, -1);
            count(after, 1);
            tell(new LegChanged(now(), before, after));
        }
        return after;
    }

    void end(CallLeg leg, EndReason reason) {
        legs.remove(leg.id());
        forget(leg);
        count(leg, -1);
        counters = new Counters(legs.size(), counters.maxActive(), counters.completed() + 1);
        tell(new LegEnded(now(), leg, reason));
    }

    private void put(Call call) {
        calls.put(call.id(), call);
        byCorrelator.computeIfAbsent(call.correlator(), none -> new LinkedHashMap<>()).put(call.id(), call);
        UUID space = call.space();
        if (space != null) {
            bySpace.put(space, call);
        }
    }

    private void forget(Call call) {
        bySpace.remove(call.space());
        Map<UUID, Call> meeting = byCorrelator.get(call.correlator());
        if (meeting != null) {
            meeting.remove(call.id());
            if (meeting.isEmpty()) {
                byCorrelator.remove(call.correlator());
            }
        }
    }

    private void put(CallLeg leg) {
        legs.put(leg.id(), leg);
        UUID call = leg.call();
        if (call != null) {
            byCall.computeIfAbsent(call, none -> new LinkedHashMap<>()).put(leg.id(), leg);
        }
    }

    private void forget(CallLeg leg) {
        UUID call = leg.call();
        Map<UUID, CallLeg> all = byCall.get(call);
        if (call != null && all != null) {
            all.remove(leg.id());
            if (all.isEmpty()) {
                byCall.remove(call);
            }
        }
    }

    static RuntimeException refuse(ConferenceProblem code, UUID subject) {
        return Problem.about(subject.toString(), code, code.reason()).exception();
    }
}
