package org.moothall.meetings.internal.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.moothall.meetings.internal.projection.Snapshot.Item;

/** Two bridges on which meetings happen, as a naive model that knows the truth; everything follows from the seed. */
final class ScriptedCluster {

    static final Instant BEGIN = Instant.parse("2026-01-01T10:00:00Z");

    /** Something that a bridge tells us. */
    interface Fact {
        String bridge();
    }

    record Recorded(String bridge, CdrRecord record) implements Fact {}

    record CallEvent(String bridge, String call, String type, Map<String, String> elements) implements Fact {}

    record RosterEvent(String bridge, String call, String participant, String type, Map<String, String> elements) implements Fact {}

    /** A read, and how many events the bridge had told before. */
    record ReadAt(int events, Read read) {}

    /** A reconciliation read of one bridge: what it found. */
    record Read(String bridge, List<Item> calls, List<Item> people, List<Item> legs, long nextRecord, Instant at) implements Fact {

        /** As it is folded; what is believed and was not found, the bridge denied when asked for it. */
        Snapshot snapshot(Projection projection) {
            Set<String> gone = new HashSet<>(projection.believed(bridge).all());
            List.of(calls, people, legs).forEach(list -> list.forEach(item -> gone.remove(item.id())));
            return new Snapshot(projection.tick(), at, nextRecord, null, calls, people, legs, gone);
        }
    }

    private record Guest(String id, String bridge, boolean muted, boolean lobby, boolean connected) {
        Guest muted(boolean now) {
            return new Guest(id, bridge, now, lobby, connected);
        }

        Guest lobby(boolean now) {
            return new Guest(id, bridge, muted, now, connected);
        }
    }

    final List<Recorded> records = new ArrayList<>();
    final Map<String, List<Fact>> events = new TreeMap<>();
    final List<Fact> inOrder = new ArrayList<>();
    /** Reads of each bridge while it all happened. */
    final Map<String, List<ReadAt>> reads = new TreeMap<>(Map.of("A", new ArrayList<>(), "B", new ArrayList<>()));

    private final Random random;
    private final Map<String, Map<String, Guest>> guests = new LinkedHashMap<>();
    private final Map<String, Set<String>> bridgesOf = new HashMap<>();
    private final Map<String, Instant> callStarts = new HashMap<>();
    private final Map<String, Instant> guestStarts = new HashMap<>();
    private final Map<String, Long> next = new HashMap<>();
    private final Map<String, Integer> sessions = new HashMap<>();
    private Instant now = BEGIN;
    private int numbers;

    ScriptedCluster(long seed, int steps, boolean restarts) {
        random = new Random(seed);
        events.put("A", new ArrayList<>());
        events.put("B", new ArrayList<>());
        for (int i = 0; i < steps; i++) {
            now = now.plusSeconds(random.nextInt(3));
            step(restarts);
            if (random.nextInt(6) == 0) {
                String bridge = random.nextBoolean() ? "A" : "B";
                reads.get(bridge).add(new ReadAt(events.get(bridge).size(), read(bridge)));
            }
        }
    }

    /** Truth: meeting name → participant → state and mute. */
    Map<String, Map<String, String>> live() {
        Map<String, Map<String, String>> result = new TreeMap<>();
        guests.forEach((meeting, people) -> {
            if (!bridgesOf.containsKey(meeting)) {
                return; // nobody has joined yet, so no bridge knows of it
            }
            Map<String, String> shown = new TreeMap<>();
            people.forEach((id, guest) -> shown.put(id, (guest.lobby() ? "IN_LOBBY" : guest.connected() ? "CONNECTED" : "CONNECTING")
                    + (guest.muted() ? " muted" : "") + " on " + guest.bridge()));
            result.put(meeting, shown);
        });
        return result;
    }

    /** What a reconciliation read of this bridge finds now. */
    Read read(String bridge) {
        List<Item> calls = new ArrayList<>();
        List<Item> people = new ArrayList<>();
        List<Item> legs = new ArrayList<>();
        guests.forEach((meeting, all) -> {
            if (!onBridge(meeting, bridge)) {
                return;
            }
            String call = meeting + bridge;
            calls.add(new Item(call, Map.of("name", meeting, "callCorrelator", "c-" + meeting, "durationSeconds", seconds(callStarts, call))));
            all.values().forEach(guest -> {
                boolean here = guest.bridge().equals(bridge);
                people.add(new Item(guest.id(),
                        here ? Map.of("call", call, "name", guest.id()) : Map.of("call", call, "name", guest.id(), "callBridge", guest.bridge())));
                if (here) {
                    legs.add(new Item(guest.id(),
                            Map.of("call", call, "type", "sip", "groupId", guest.id(), "state", guest.connected() ? "connected" : "initial",
                                    "deactivated", String.valueOf(guest.lobby()), "durationSeconds", seconds(guestStarts, guest.id()))));
                }
            });
        });
        return new Read(bridge, calls, people, legs, next.getOrDefault(bridge, 0L), now);
    }

    /** What the events channel of this bridge tells when it is opened now. */
    List<Fact> opening(String bridge) {
        List<Fact> told = new ArrayList<>();
        guests.forEach((meeting, all) -> {
            if (onBridge(meeting, bridge)) {
                told.add(new CallEvent(bridge, meeting + bridge, "add", Map.of("name", meeting, "callCorrelator", "c-" + meeting)));
                all.values().forEach(guest -> told.add(shown(bridge, meeting + bridge, guest)));
            }
        });
        return told;
    }

    private static Fact shown(String bridge, String call, Guest guest) {
        return new RosterEvent(bridge, call, guest.id(), "add", Map.of("name", guest.id(), "uri", guest.id() + "@example.org", "state", "connected",
                "audioMuted", String.valueOf(guest.muted())));
    }

    private boolean onBridge(String meeting, String bridge) {
        return bridgesOf.getOrDefault(meeting, Set.of()).contains(bridge);
    }

    private String seconds(Map<String, Instant> starts, String id) {
        return String.valueOf(java.time.Duration.between(starts.get(id), now).toSeconds());
    }

    private void step(boolean restarts) {
        List<String> meetings = List.copyOf(guests.keySet());
        int what = random.nextInt(restarts ? 21 : 20);
        if (meetings.isEmpty() || what == 0) {
            guests.put("m" + numbers++, new LinkedHashMap<>());
            return;
        }
        String meeting = meetings.get(random.nextInt(meetings.size()));
        List<Guest> people = List.copyOf(guests.get(meeting).values());
        if (what == 20) {
            restart(random.nextBoolean() ? "A" : "B");
        } else if (people.isEmpty() || what < 8) {
            join(meeting, random.nextBoolean() ? "A" : "B");
        } else if (what == 19) {
            people.forEach(guest -> leave(meeting, guest));
            end(meeting);
        } else {
            change(meeting, people.get(random.nextInt(people.size())), what);
        }
    }

    private void change(String meeting, Guest guest, int what) {
        if (what < 12) {
            leave(meeting, guest);
        } else if (what < 16) {
            guests.get(meeting).put(guest.id(), guest.muted(!guest.muted()));
            roster(meeting, guest.id(), "update", Map.of("audioMuted", String.valueOf(!guest.muted())));
        } else {
            guests.get(meeting).put(guest.id(), guest.lobby(!guest.lobby()));
            record(guest.bridge(), "callLegUpdate", guest.id(), Map.of("state", "connected", "call", meeting + guest.bridge(), "deactivated",
                    String.valueOf(!guest.lobby()), "groupId", guest.id(), "displayName", guest.id()));
        }
    }

    private void join(String meeting, String bridge) {
        String call = meeting + bridge;
        String id = "p" + numbers++;
        boolean web = random.nextBoolean();
        Map<String, String> leg = new HashMap<>(
                Map.of("remoteParty", id + "@example.org", "displayName", id, "type", "sip", "direction", "incoming", "groupId", id));
        guestStarts.put(id, now);
        if (web && onBridge(meeting, bridge)) {
            leg.put("call", call);
        }
        record(bridge, "callLegStart", id, leg);
        open(meeting, bridge);
        record(bridge, "callLegUpdate", id, Map.of("state", "connected", "call", call, "deactivated", "false", "groupId", id, "displayName", id));
        guests.get(meeting).put(id, new Guest(id, bridge, false, false, true));
        roster(meeting, id, "add", Map.of("name", id, "uri", id + "@example.org", "state", "connected", "audioMuted", "false"));
    }

    private void open(String meeting, String bridge) {
        String call = meeting + bridge;
        if (bridgesOf.computeIfAbsent(meeting, m -> new HashSet<>()).add(bridge)) {
            callStarts.put(call, now);
            record(bridge, "callStart", call, Map.of("name", meeting, "callType", "coSpace", "coSpace", "s-" + meeting, "callCorrelator", "c-" + meeting));
            event(new CallEvent(bridge, call, "add", Map.of("name", meeting, "callCorrelator", "c-" + meeting)));
            guests.get(meeting).values().forEach(guest -> event(shown(bridge, call, guest)));
        }
    }

    private void leave(String meeting, Guest guest) {
        guests.get(meeting).remove(guest.id());
        roster(meeting, guest.id(), "remove", Map.of());
        record(guest.bridge(), "callLegEnd", guest.id(), Map.of("reason", "remoteTeardown"));
    }

    private void end(String meeting) {
        for (String bridge : bridgesOf.getOrDefault(meeting, Set.of())) {
            event(new CallEvent(bridge, meeting + bridge, "remove", Map.of()));
            record(bridge, "callEnd", meeting + bridge, Map.of("callLegsCompleted", "1"));
        }
        bridgesOf.remove(meeting);
        guests.remove(meeting);
    }

    /** The bridge forgets all that it had; nobody hears of it until it speaks again. */
    private void restart(String bridge) {
        now = now.plusSeconds(5);
        sessions.merge(bridge, 1, Integer::sum);
        next.put(bridge, 0L);
        guests.values().forEach(people -> people.values().removeIf(guest -> guest.bridge().equals(bridge)));
        guests.keySet().removeIf(meeting -> onBridge(meeting, bridge));
        bridgesOf.entrySet().stream().filter(e -> e.getValue().contains(bridge)).toList().forEach(e -> otherEnds(e.getKey(), bridge));
        record(bridge, "callLegStart", "dead" + numbers++, Map.of("type", "sip"));
    }

    /** Simple people: when one of its bridges dies, everybody leaves the meeting. */
    private void otherEnds(String meeting, String dead) {
        for (String bridge : bridgesOf.get(meeting)) {
            if (!bridge.equals(dead)) {
                record(bridge, "callEnd", meeting + bridge, Map.of());
                event(new CallEvent(bridge, meeting + bridge, "remove", Map.of()));
            }
        }
        bridgesOf.remove(meeting);
    }

    private void roster(String meeting, String id, String type, Map<String, String> elements) {
        bridgesOf.get(meeting).forEach(bridge -> event(new RosterEvent(bridge, meeting + bridge, id, type, elements)));
    }

    private void event(Fact fact) {
        events.get(fact.bridge()).add(fact);
        inOrder.add(fact);
    }

    private void record(String bridge, String type, String id, Map<String, String> fields) {
        long index = next.merge(bridge, 1L, Long::sum) - 1;
        Recorded recorded = new Recorded(bridge, new CdrRecord(bridge + "-" + sessions.getOrDefault(bridge, 0), index, 0, now, type, id, fields));
        records.add(recorded);
        inOrder.add(recorded);
    }
}
