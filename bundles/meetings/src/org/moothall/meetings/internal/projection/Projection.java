package org.moothall.meetings.internal.projection;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantId;

/**
 * Folds what the bridges of one cluster tell (records, events, answers to reads) into one state per meeting. The same facts
 * give the same state, however they were mixed, repeated or put out of order; what is missing a reconciliation read repairs.
 * Plain and without a clock of its own making; used by one thread at a time.
 */
public final class Projection {

    private final World world;
    private final Portrait portrait;
    private final Chronicle chronicle;
    private final RecordFolding records;
    private final EventFolding events;
    private final ReadFolding reads;

    /** Knows nothing yet. */
    public Projection(Names names, Clock clock) {
        world = new World(names, clock);
        portrait = new Portrait(names);
        chronicle = new Chronicle(clock);
        records = new RecordFolding(world);
        events = new EventFolding(world);
        reads = new ReadFolding(world, records);
    }

    /** A record came; false when it had come before. */
    public boolean record(String bridge, CdrRecord record) {
        return records.fold(bridge, record);
    }

    /** The list of calls changed ({@code callListUpdate}, {@code callInfoUpdate}). */
    public void callUpdate(String bridge, String call, String updateType, Map<String, String> elements) {
        events.call(bridge, call, updateType, elements);
    }

    /** The roster of a call changed. */
    public void rosterUpdate(String bridge, String call, String participant, String updateType, Map<String, String> elements) {
        events.roster(bridge, call, participant, updateType, elements);
    }

    /** A reconciliation read is complete. */
    public void reconcile(String bridge, Snapshot snapshot) {
        reads.fold(bridge, snapshot);
    }

    /** Where we are in our own order of hearing; to be asked before a read begins. */
    public long tick() {
        return world.tick();
    }

    /** We may have missed something of this bridge: its meetings are incomplete until the next reconciliation. */
    public void doubt(String bridge) {
        world.bridge(bridge).unsure = true;
        world.touchMeetingsOn(bridge);
    }

    /** Somebody did something with these participants, or with the whole meeting when there are none. */
    public void acted(MeetingId meeting, List<ParticipantId> whom, String words, String actor) {
        @Nullable MeetingModel model = world.meetings.get(meeting);
        if (whom.isEmpty()) {
            chronicle.acted(meeting, null, words, actor);
        }
        for (ParticipantId id : whom) {
            @Nullable Person person = model == null ? null : model.people.get(id.value());
            if (person != null) {
                chronicle.acted(meeting, person.shown, words, actor);
            }
        }
    }

    /** We begin or cease to hear the events of this bridge. */
    public void listening(String bridge, boolean now) {
        world.bridge(bridge).listening = now;
        world.touchMeetingsOn(bridge);
    }

    /** Nobody watched any meeting since this time: we were not running, or shall not look any more. */
    public void unwatched(Instant since) {
        world.bridges.values().forEach(bridge -> bridge.listening = false);
        world.meetings.values().forEach(meeting -> watch(meeting, since));
    }

    private void watch(MeetingModel meeting, Instant now) {
        String unwatched = meeting.calls.values().stream().filter(call -> call.life.alive() && !world.bridge(call.key.bridge()).listening)
                .map(call -> world.names.bridge(call.key.bridge())).distinct().sorted().collect(Collectors.joining("\n"));
        if (!unwatched.equals(meeting.unwatched)) {
            meeting.unwatched = unwatched;
            chronicle.unwatched(meeting.id, unwatched, now);
        }
    }

    /** The bridge is no longer ours: what it alone told is over. */
    public void forget(String bridge, Instant at) {
        records.lose(world.bridge(bridge), null, at);
        long now = world.nextTick();
        world.calls.values().stream().filter(call -> call.key.bridge().equals(bridge)).toList().forEach(call -> {
            call.life = call.life.going(at, Life.How.LOST, now);
            world.touch(call);
        });
        world.bridges.remove(bridge);
    }

    /** Names changed: everything is drawn again. */
    public void renamed() {
        world.dirtyMeetings.addAll(world.meetings.values());
        world.meetings.values().forEach(meeting -> world.dirtyPeople.addAll(meeting.people.values()));
    }

    /** What we believe to be there. */
    public record Believed(Set<String> calls, Set<String> legs, Set<String> participants) {

        /** All ids. */
        public Set<String> all() {
            return Stream.of(calls, legs, participants).flatMap(Set::stream).collect(Collectors.toSet());
        }
    }

    /** What we believe to be there on this bridge. */
    public Believed believed(String bridge) {
        return new Believed(alive(world.calls.values(), bridge), alive(world.legs.values(), bridge), alive(world.views.values(), bridge));
    }

    private static Set<String> alive(Collection<? extends Entity> all, String bridge) {
        return all.stream().filter(entity -> entity.key.bridge().equals(bridge) && entity.life.alive()).map(entity -> entity.key.id())
                .collect(Collectors.toSet());
    }

    /** Whether a leg's details are known, so that they need not be read. */
    public boolean knowsLeg(String bridge, String leg) {
        @Nullable Leg known = world.legs.get(new Entity.Key(bridge, leg));
        return known != null && !known.records.get("type").isEmpty();
    }

    /** Whether a call's details are known, so that they need not be read. */
    public boolean knowsCall(String bridge, String call) {
        @Nullable Call known = world.calls.get(new Entity.Key(bridge, call));
        return known != null && known.life.started() != null;
    }

    /** Number of the next record that we expect from this bridge, -1 when none came yet. */
    public long expectedRecord(String bridge) {
        BridgeModel.@Nullable Session current = world.bridge(bridge).current;
        return current == null ? -1 : current.numbers.high() + 1;
    }

    /** Whether a reconciliation read is due. */
    public boolean unsure(String bridge) {
        return world.bridge(bridge).unsure;
    }

    /** Where the live calls of a meeting are: bridge → call ids. */
    public Map<String, List<String>> callsOf(MeetingId meeting) {
        @Nullable MeetingModel model = world.meetings.get(meeting);
        return model == null ? Map.of() : model.calls.values().stream().filter(call -> call.life.alive())
                .collect(Collectors.groupingBy(call -> call.key.bridge(), Collectors.mapping(call -> call.key.id(), Collectors.toList())));
    }

    /** The meeting that this call belongs to; throws when it has none. */
    public MeetingId meetingOf(String bridge, String call) {
        @Nullable Call known = world.calls.get(new Entity.Key(bridge, call));
        return java.util.Objects.requireNonNull(java.util.Objects.requireNonNull(known).meeting).id;
    }

    /** For what is asked and told of single legs. */
    public LegFacts legs() {
        return new LegFacts(world);
    }

    /** The bridge that hosts a participant and the call it is in there, or null when there is no such participant now. */
    public @Nullable Place placeOf(MeetingId meeting, String participant) {
        @Nullable MeetingModel model = world.meetings.get(meeting);
        @Nullable Person person = model == null ? null : model.people.get(participant);
        if (model == null || person == null || !person.present()) {
            return null;
        }
        String bridge = person.bridge();
        for (Call call : model.calls.values()) {
            if (call.key.bridge().equals(bridge) && call.life.alive()) {
                return new Place(bridge, call.key.id(), participant);
            }
        }
        return null;
    }

    /** Where a participant is. */
    public record Place(String bridge, String call, String participant) {}

    /** What looks different since the last time; each thing once, with a higher version. */
    public Changes drain() {
        Map<MeetingId, List<Participant>> people = new LinkedHashMap<>();
        Map<MeetingId, List<String>> departed = new LinkedHashMap<>();
        for (Person person : world.dirtyPeople) {
            draw(person, people, departed);
        }
        List<Meeting> meetings = new ArrayList<>();
        world.dirtyMeetings.forEach(meeting -> draw(meeting, meetings));
        Changes changes = new Changes(meetings, people, departed, List.copyOf(world.gaps), chronicle.drain());
        world.dirtyPeople.clear();
        world.dirtyMeetings.clear();
        world.gaps.clear();
        return changes;
    }

    private void draw(Person person, Map<MeetingId, List<Participant>> changed, Map<MeetingId, List<String>> departed) {
        MeetingModel meeting = person.meeting;
        world.dirtyMeetings.add(meeting);
        if (person.empty()) {
            meeting.people.remove(person.id);
            departed.computeIfAbsent(meeting.id, id -> new ArrayList<>()).add(person.id);
            @Nullable Participant was = person.shown;
            if (was != null && was.state() != Participant.State.GONE) {
                chronicle.departed(was);
            }
            return;
        }
        @Nullable Participant before = person.shown;
        Participant now = Versions.of(portrait.of(person), before);
        if (before == null || !now.equals(before)) {
            person.shown = now;
            chronicle.person(before, now);
            changed.computeIfAbsent(meeting.id, id -> new ArrayList<>()).add(now);
        }
    }

    private void draw(MeetingModel meeting, List<Meeting> changed) {
        @Nullable Meeting before = meeting.shown;
        Meeting now = Versions.of(portrait.of(meeting, id -> world.bridge(id).unsure), before);
        if (before == null || !now.equals(before)) {
            meeting.shown = now;
            changed.add(now);
            chronicle.meeting(before, now);
        }
        watch(meeting, world.clock.instant());
    }

    /** Everything as it is drawn now, by meeting. */
    public Map<Meeting, List<Participant>> all() {
        Map<Meeting, List<Participant>> result = new LinkedHashMap<>();
        for (MeetingModel meeting : world.meetings.values()) {
            @Nullable Meeting shown = meeting.shown;
            if (shown != null) {
                result.put(shown, meeting.people.values().stream().map(p -> p.shown).filter(java.util.Objects::nonNull).toList());
            }
        }
        return result;
    }

    /** For keeping what is known. */
    public Memory memory() {
        return new Memory(world);
    }
}
