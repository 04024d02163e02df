package org.moothall.mediaengine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;

/** The other bridges. Guarded by the conference. */
final class Peers {

    private final Map<UUID, Peer> peers = new LinkedHashMap<>();

    List<Peer> all() {
        return List.copyOf(peers.values());
    }

    /** Takes a peer's state; the correlators of those of our calls whose people there changed. */
    Set<UUID> put(Peer peer, List<Call> own) {
        Map<UUID, List<CallLeg>> before = byCorrelator(peers.get(peer.id()));
        peers.put(peer.id(), peer);
        Map<UUID, List<CallLeg>> after = byCorrelator(peer);
        return own.stream().map(Call::correlator)
                .filter(correlator -> !before.getOrDefault(correlator, List.of()).equals(after.getOrDefault(correlator, List.of())))
                .collect(Collectors.toSet());
    }

    List<Participant> participants(Call own) {
        List<Participant> found = new ArrayList<>();
        for (Peer peer : peers.values()) {
            byCorrelator(peer).getOrDefault(own.correlator(), List.of()).forEach(leg -> found.add(new Participant(own.id(), leg, peer.id())));
        }
        return found;
    }

    int instances(UUID correlator) {
        return (int) peers.values().stream().filter(peer -> peer.calls().values().stream().anyMatch(call -> call.correlator().equals(correlator))).count();
    }

    Optional<Call> callIn(UUID space) {
        return peers.values().stream().flatMap(peer -> peer.calls().values().stream()).filter(call -> space.equals(call.space())).findFirst();
    }

    Optional<Call> newerSettings(Call own) {
        return peers.values().stream().flatMap(peer -> peer.calls().values().stream())
                .filter(call -> call.correlator().equals(own.correlator()) && call.settingsVersion() > own.settingsVersion())
                .max((one, other) -> Long.compare(one.settingsVersion(), other.settingsVersion()));
    }

    private static Map<UUID, List<CallLeg>> byCorrelator(@Nullable Peer peer) {
        Map<UUID, List<CallLeg>> found = new LinkedHashMap<>();
        if (peer != null) {
            for (CallLeg leg : peer.legs().values()) {
                @Nullable Call call = leg.call() == null ? null : peer.calls().get(leg.call());
                if (call != null) {
                    found.computeIfAbsent(call.correlator(), none -> new ArrayList<>()).add(leg);
                }
            }
        }
        found.values().forEach(list -> list.sort((one, other) -> one.id().compareTo(other.id())));
        return found;
    }
}
