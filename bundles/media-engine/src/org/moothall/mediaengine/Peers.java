package org.moothall.mediaengine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;

/** The calls and legs of the other bridges. Guarded by the conference. */
final class Peers {

    private final Map<UUID, Known> peers = new LinkedHashMap<>();

    /** What a message changed. @param spaces in which calls began or changed */
    record Touched(Set<UUID> correlators, Set<UUID> spaces) {
        Touched() {
            this(new HashSet<>(), new HashSet<>());
        }
    }

    /** One other bridge. */
    private static final class Known {
        private final Map<UUID, Call> calls = new HashMap<>();
        private final Map<UUID, Set<UUID>> meetings = new HashMap<>();
        private final Map<UUID, Call> bySpace = new HashMap<>();
        private final Map<UUID, CallLeg> legs = new HashMap<>();
        private final Map<UUID, Map<UUID, CallLeg>> byCall = new HashMap<>();

        Touched take(PeerNews news) {
            Touched touched = new Touched();
            if (news.whole()) {
                touched.correlators().addAll(meetings.keySet());
                Set<UUID> left = new HashSet<>();
                news.calls().forEach(call -> left.add(call.id()));
                news.legs().forEach(leg -> left.add(leg.id()));
                Stream.concat(List.copyOf(calls.keySet()).stream(), List.copyOf(legs.keySet()).stream()).filter(id -> !left.contains(id))
                        .forEach(id -> forget(id, touched));
            }
            news.gone().forEach(id -> forget(id, touched));
            news.calls().forEach(call -> put(call, touched));
            news.legs().forEach(leg -> put(leg, touched));
            return touched;
        }

        private void put(Call call, Touched touched) {
            forgetCall(call.id(), touched);
            calls.put(call.id(), call);
            meetings.computeIfAbsent(call.correlator(), none -> new HashSet<>()).add(call.id());
            touched.correlators().add(call.correlator());
            UUID space = call.space();
            if (space != null) {
                bySpace.put(space, call);
                touched.spaces().add(space);
            }
        }

        private void put(CallLeg leg, Touched touched) {
            forgetLeg(leg.id(), touched);
            legs.put(leg.id(), leg);
            UUID call = leg.call();
            if (call != null) {
                byCall.computeIfAbsent(call, none -> new TreeMap<>()).put(leg.id(), leg);
                touch(call, touched);
            }
        }

        private void forget(UUID id, Touched touched) {
            forgetLeg(id, touched);
            forgetCall(id, touched);
        }

        private void forgetCall(UUID id, Touched touched) {
            Call old = calls.remove(id);
            if (old != null) {
                touched.correlators().add(old.correlator());
                bySpace.remove(old.space());
                Set<UUID> meeting = meetings.getOrDefault(old.correlator(), new HashSet<>());
                meeting.remove(id);
                if (meeting.isEmpty()) {
                    meetings.remove(old.correlator());
                }
            }
        }

        private void forgetLeg(UUID id, Touched touched) {
            CallLeg old = legs.remove(id);
            UUID call = old == null ? null : old.call();
            Map<UUID, CallLeg> all = byCall.get(call);
            if (call != null && all != null) {
                all.remove(id);
                touch(call, touched);
                if (all.isEmpty()) {
                    byCall.remove(call);
                }
            }
        }

        private void touch(UUID call, Touched touched) {
            Call known = calls.get(call);
            if (known != null) {
                touched.correlators().add(known.correlator());
            }
        }

        /** In the order of their ids. */
        void each(UUID correlator, Consumer<CallLeg> legs) {
            for (UUID call : meetings.getOrDefault(correlator, Set.of())) {
                byCall.getOrDefault(call, Map.of()).values().forEach(legs);
            }
        }

        Stream<CallLeg> legs(UUID correlator) {
            return meetings.getOrDefault(correlator, Set.of()).stream().flatMap(call -> byCall.getOrDefault(call, Map.of()).values().stream());
        }
    }

    /** Takes what a bridge tells. */
    Touched take(PeerNews news) {
        return peers.computeIfAbsent(news.bridge(), none -> new Known()).take(news);
    }

    List<Participant> participants(Call own) {
        List<Participant> found = new ArrayList<>();
        peers.forEach((bridge, known) -> known.each(own.correlator(), leg -> found.add(new Participant(own.id(), leg, bridge))));
        return found;
    }

    /** Gives the legs of a meeting on the other bridges. */
    void each(UUID correlator, Consumer<CallLeg> legs) {
        peers.values().forEach(known -> known.each(correlator, legs));
    }

    /** The legs of a meeting on the other bridges. */
    Stream<CallLeg> legs(UUID correlator) {
        return peers.values().stream().flatMap(known -> known.legs(correlator));
    }

    /** How many legs of a meeting are on the other bridges. */
    int count(UUID correlator) {
        int count = 0;
        for (Known known : peers.values()) {
            for (UUID call : known.meetings.getOrDefault(correlator, Set.of())) {
                count += known.byCall.getOrDefault(call, Map.of()).size();
            }
        }
        return count;
    }

    /** The leg of this id, and on which bridge it is. */
    Optional<Map.Entry<UUID, CallLeg>> findLeg(UUID id) {
        for (Map.Entry<UUID, Known> peer : peers.entrySet()) {
            @Nullable CallLeg leg = peer.getValue().legs.get(id);
            if (leg != null) {
                return Optional.of(Map.entry(peer.getKey(), leg));
            }
        }
        return Optional.empty();
    }

    /** The participant of this id, where the meeting has a call here. @param own finds the call here by its correlator */
    Optional<Participant> findParticipant(UUID id, Function<UUID, Optional<Call>> own) {
        return findLeg(id).flatMap(found -> Optional.ofNullable(peers.get(found.getKey()))
                .flatMap(known -> Optional.ofNullable(known.calls.get(found.getValue().call()))).flatMap(call -> own.apply(call.correlator()))
                .map(call -> new Participant(call.id(), found.getValue(), found.getKey())));
    }

    int instances(UUID correlator) {
        return (int) peers.values().stream().filter(known -> known.meetings.containsKey(correlator)).count();
    }

    /** All calls on the other bridges. */
    Stream<Call> calls() {
        return peers.values().stream().flatMap(known -> known.calls.values().stream());
    }

    /** The calls in this space on the other bridges. */
    Stream<Call> callsIn(UUID space) {
        return peers.values().stream().flatMap(known -> Optional.ofNullable(known.bySpace.get(space)).stream());
    }

    Optional<Call> newerSettings(Call own) {
        return peers.values().stream().flatMap(known -> known.meetings.getOrDefault(own.correlator(), Set.of()).stream().map(known.calls::get))
                .filter(call -> call.settingsVersion() > own.settingsVersion()).max(Comparator.comparingLong(Call::settingsVersion));
    }
}
