package org.moothall.meetings.internal.projection;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.LockMode;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.Participant;

/** What is asked and told of single legs. Used by the thread that folds. */
public final class LegFacts {

    private final World world;

    LegFacts(World world) {
        this.world = world;
    }

    /** Whose leg it is. @param address of the device, empty where nobody told one */
    public record Owner(Meeting meeting, Participant participant, String address) {}

    /** A leg of a participant. @param figures what its end told, see {@link EndFigures}; empty while there is none */
    public record LegOf(String bridge, String id, boolean alive, String figures) {}

    /** Legs of this bridge have other alarms than was told before: the bridge's words, empty for none any more. */
    public void alarms(String bridge, Map<String, String> byLeg) {
        long now = world.nextTick();
        byLeg.forEach((id, words) -> {
            @Nullable Leg leg = world.legs.get(new Entity.Key(bridge, id));
            if (leg != null) {
                leg.live.tell("alarms", words.isEmpty() ? "none" : words, now);
                world.touch(leg.person);
            }
        });
    }

    /** Whose these legs of a bridge are; those that join bridges, and those that we do not know yet, are missing. */
    public Map<String, Owner> owners(String bridge, Collection<String> legs) {
        Map<String, Owner> owners = new LinkedHashMap<>();
        for (String id : legs) {
            @Nullable Leg leg = world.legs.get(new Entity.Key(bridge, id));
            @Nullable Person person = leg == null ? null : leg.person;
            @Nullable Participant shown = person == null ? null : person.shown;
            @Nullable Meeting meeting = person == null ? null : person.meeting.shown;
            if (leg != null && shown != null && meeting != null) {
                owners.put(id, new Owner(meeting, shown, leg.records.first("remoteAddress", "remoteParty")));
            }
        }
        return owners;
    }

    /** Whether these participants of a meeting may let others in, as their bridges say. */
    public void activators(MeetingId meeting, Map<String, Boolean> may) {
        long now = world.nextTick();
        @Nullable MeetingModel model = world.meetings.get(meeting);
        may.forEach((id, activator) -> {
            @Nullable Person person = model == null ? null : model.people.get(id);
            if (person != null) {
                person.legs.forEach(leg -> leg.live.tell("activator", activator.toString(), now));
                person.views.values().forEach(view -> view.live.tell("activator", activator.toString(), now));
                world.touch(person);
            }
        });
    }

    /** From now on newcomers of this meeting get this layout; empty for what the meeting prescribes. */
    public void newcomersLayout(MeetingId meeting, String layout) {
        long now = world.nextTick();
        @Nullable MeetingModel model = world.meetings.get(meeting);
        if (model != null) {
            model.calls.values().forEach(call -> call.live.tell("newcomersLayout", layout, now));
            world.dirtyMeetings.add(model);
        }
    }

    /** In this mode the meeting is locked. */
    public void lockMode(MeetingId meeting, LockMode mode) {
        long now = world.nextTick();
        @Nullable MeetingModel model = world.meetings.get(meeting);
        if (model != null) {
            model.calls.values().forEach(call -> call.live.tell("lockMode", mode.name(), now));
            world.dirtyMeetings.add(model);
        }
    }

    /** Whether Microsoft's and our clients share this meeting. */
    public boolean dualHomed(MeetingId meeting) {
        @Nullable MeetingModel model = world.meetings.get(meeting);
        return model != null && model.calls.values().stream().filter(call -> call.life.alive()).anyMatch(call -> call.records.get("callType")
                .equals("lyncConferencing") || call.live.get("callType").equals("lyncConferencing"));
    }

    /** The legs of a participant, gone ones too; empty when there is no such participant here. */
    public List<LegOf> of(MeetingId meeting, String participant) {
        @Nullable MeetingModel model = world.meetings.get(meeting);
        @Nullable Person person = model == null ? null : model.people.get(participant);
        return person == null ? List.of()
                : person.legs.stream().map(leg -> new LegOf(leg.key.bridge(), leg.key.id(), leg.alive(), leg.records.get("figures"))).toList();
    }
}
