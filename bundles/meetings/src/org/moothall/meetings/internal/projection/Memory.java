package org.moothall.meetings.internal.projection;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantId;

/** What of a projection is kept on disk, so that a restart goes on where it was. */
public final class Memory {

    /** What is needed of a meeting besides its picture. */
    public record MeetingFacts(String correlator, List<Entity.Memento> calls) {}

    /** What is needed of a participant besides the picture. */
    public record ParticipantFacts(List<Entity.Memento> legs, List<Entity.Memento> views) {

        /** The legs, all of them over: nobody follows them any more. */
        public List<LegFacts.LegOf> legsOf() {
            return legs.stream().map(leg -> new LegFacts.LegOf(leg.bridge(), leg.id(), false, new Attributes(leg.records()).get("figures"))).toList();
        }
    }

    /** What is needed to go on following a bridge. */
    public record BridgeFacts(String id, BridgeModel.Memento followed) {}

    private final World world;

    Memory(World world) {
        this.world = world;
    }

    /** Facts of a meeting; null when it is not here. */
    public @Nullable MeetingFacts of(MeetingId id) {
        @Nullable MeetingModel meeting = world.meetings.get(id);
        return meeting == null ? null : new MeetingFacts(meeting.correlator, meeting.calls.values().stream().map(Entity::memento).toList());
    }

    /** Facts of a participant; null when it is not here. */
    public @Nullable ParticipantFacts of(MeetingId meeting, ParticipantId id) {
        @Nullable MeetingModel model = world.meetings.get(meeting);
        @Nullable Person person = model == null ? null : model.people.get(id.value());
        return person == null ? null : new ParticipantFacts(person.legs.stream().map(Entity::memento).toList(),
                person.views.values().stream().map(Entity::memento).toList());
    }

    /** Facts of all bridges. */
    public List<BridgeFacts> bridges() {
        return world.bridges.values().stream().map(bridge -> new BridgeFacts(bridge.id, bridge.memento())).toList();
    }

    /** From which record on a session has to be read again after a restart: bridge, session, number. */
    public List<ReadFrom> readFrom() {
        return world.bridges.values().stream().flatMap(bridge -> bridge.sessions.values().stream()
                .map(session -> new ReadFrom(bridge.id, session.id, session.numbers.settled()))).toList();
    }

    /** All records of the session from this number on are not settled yet. */
    public record ReadFrom(String bridge, String session, long index) {}

    /** Takes a bridge up again; its meetings are incomplete until they are reconciled. */
    public void restore(BridgeFacts facts) {
        world.bridges.put(facts.id(), new BridgeModel(facts.followed()));
    }

    /** Takes a meeting up again. */
    public void restore(Meeting shown, MeetingFacts facts) {
        MeetingModel meeting = new MeetingModel(shown.id(), facts.correlator());
        meeting.shown = shown;
        world.meetings.put(meeting.id, meeting);
        world.byCorrelator.put(meeting.correlator, meeting);
        for (Entity.Memento kept : facts.calls()) {
            heard(kept);
            Call call = new Call(kept);
            call.meeting = meeting;
            world.calls.put(call.key, call);
            meeting.add(call);
        }
    }

    /** Takes a participant of a restored meeting up again. */
    public void restore(Participant shown, ParticipantFacts facts) {
        MeetingModel meeting = Objects.requireNonNull(world.meetings.get(shown.meeting()));
        Person person = new Person(meeting, shown.id().value());
        person.shown = shown;
        meeting.people.put(person.id, person);
        for (Entity.Memento kept : facts.legs()) {
            heard(kept);
            Leg leg = new Leg(kept);
            world.legs.put(leg.key, leg);
            world.place(leg);
        }
        for (Entity.Memento kept : facts.views()) {
            heard(kept);
            View view = new View(kept);
            world.views.put(view.key, view);
            world.show(view, world.call(new Entity.Key(view.key.bridge(), view.live.get("call")), view.session));
        }
    }

    private void heard(Entity.Memento kept) {
        world.after(Math.max(kept.life().tick(), kept.life().goneTick()));
        kept.live().values().forEach(told -> world.after(told.stamp()));
    }

    /**
     * Lets go of meetings that ended before this instant, of those that ended first when there are more than so many, and of what
     * never belonged to one; gives their ids. Those that are needed stay.
     */
    public List<MeetingId> forgetEnded(Instant limit, int most, Set<MeetingId> needed) {
        List<MeetingModel> ended = world.meetings.values().stream().filter(Memory::isOver).filter(meeting -> !needed.contains(meeting.id))
                .sorted(Comparator.comparing(Memory::end)).toList();
        int tooMany = ended.size() - most;
        List<MeetingModel> old = IntStream.range(0, ended.size()).filter(i -> i < tooMany || end(ended.get(i)).isBefore(limit)).mapToObj(ended::get).toList();
        old.forEach(this::forget);
        world.legs.values().removeIf(leg -> leg.person == null && leg.life.seen().isBefore(limit) && !leg.life.alive());
        world.views.values().removeIf(view -> view.person == null && view.life.seen().isBefore(limit) && !view.life.alive());
        world.calls.values().removeIf(call -> call.meeting == null && call.life.seen().isBefore(limit) && !call.life.alive());
        return old.stream().map(meeting -> meeting.id).toList();
    }

    private static boolean isOver(MeetingModel meeting) {
        @Nullable Meeting shown = meeting.shown;
        return shown != null && shown.state() == MeetingState.ENDED && shown.endedAt() != null;
    }

    private static Instant end(MeetingModel over) {
        return Objects.requireNonNull(Objects.requireNonNull(over.shown).endedAt());
    }

    private void forget(MeetingModel meeting) {
        world.meetings.remove(meeting.id);
        world.byCorrelator.remove(meeting.correlator, meeting);
        for (Call call : meeting.calls.values()) {
            world.calls.remove(call.key);
            call.legs.forEach(leg -> world.legs.remove(leg.key));
            call.views.forEach(view -> world.views.remove(view.key));
        }
    }
}
