package org.moothall.meetings.internal.projection;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.internal.projection.Entity.Key;

/** Everything known of one cluster, joined into meetings. Used by one thread at a time. */
final class World {

    /** A call that begins this long after its meeting ended begins another one, should a correlator be used again. */
    private static final Duration SAME_MEETING = Duration.ofMinutes(2);

    final Names names;
    final Clock clock;
    final Map<String, BridgeModel> bridges = new HashMap<>();
    final Map<Key, Call> calls = new HashMap<>();
    final Map<Key, Leg> legs = new HashMap<>();
    final Map<Key, View> views = new HashMap<>();
    final Map<MeetingId, MeetingModel> meetings = new HashMap<>();
    /** The newest meeting of each correlator. */
    final Map<String, MeetingModel> byCorrelator = new HashMap<>();
    final Set<MeetingModel> dirtyMeetings = new LinkedHashSet<>();
    final Set<Person> dirtyPeople = new LinkedHashSet<>();
    final Map<MeetingId, List<String>> departed = new LinkedHashMap<>();
    final List<Gap> gaps = new ArrayList<>();
    private long tick;

    World(Names names, Clock clock) {
        this.names = names;
        this.clock = clock;
        tick = clock.millis() * 1_000;
    }

    /** Our own order of hearing; grows over restarts too, as the clock does. */
    long nextTick() {
        return ++tick;
    }

    /** What is taken up again was heard before anything that comes now. */
    void after(long earlier) {
        tick = Math.max(tick, earlier);
    }

    long tick() {
        return tick;
    }

    BridgeModel bridge(String id) {
        return bridges.computeIfAbsent(id, BridgeModel::new);
    }

    Call call(Key key, @Nullable String session) {
        return calls.computeIfAbsent(key, k -> new Call(k, session, Life.since(clock.instant(), nextTick())));
    }

    Leg leg(Key key, @Nullable String session) {
        return legs.computeIfAbsent(key, k -> new Leg(k, session, Life.since(clock.instant(), nextTick())));
    }

    View view(Key key, @Nullable String session) {
        return views.computeIfAbsent(key, k -> new View(k, session, Life.since(clock.instant(), nextTick())));
    }

    /** Joins the call with its meeting once its correlator is known, and everybody in it. */
    void place(Call call) {
        if (call.meeting == null && !call.correlator().isEmpty()) {
            MeetingModel meeting = meetingFor(call);
            call.meeting = meeting;
            meeting.add(call);
            List.copyOf(call.legs).forEach(this::place);
            List.copyOf(call.views).forEach(this::place);
        }
        touch(call);
    }

    /** Puts the leg into the call it is in now, and into the participant it belongs to. */
    void place(Leg leg) {
        String id = leg.records.get("call");
        @Nullable Call now = id.isEmpty() ? null : call(new Key(leg.key.bridge(), id), leg.session);
        @Nullable Call before = leg.call;
        if (now != before) {
            if (before != null) {
                before.legs.remove(leg);
            }
            if (now != null) {
                now.legs.add(leg);
            }
            leg.call = now;
        }
        @Nullable MeetingModel meeting = now == null || leg.link() ? null : now.meeting;
        @Nullable Person person = meeting == null ? null : person(meeting, leg.participant());
        @Nullable Person old = leg.person;
        if (person != old) {
            if (old != null) {
                old.legs.remove(leg);
                dirtyPeople.add(old);
            }
            if (person != null) {
                person.legs.add(leg);
            }
            leg.person = person;
        }
        touch(person);
    }

    /** Puts the view into its call and its participant. */
    void place(View view) {
        @Nullable Call now = view.call;
        @Nullable MeetingModel meeting = now == null ? null : now.meeting;
        @Nullable Person person = meeting == null ? null : person(meeting, view.key.id());
        @Nullable Person old = view.person;
        if (person != old) {
            if (old != null) {
                old.views.remove(view.key.bridge());
                dirtyPeople.add(old);
            }
            if (person != null) {
                person.views.put(view.key.bridge(), view);
            }
            view.person = person;
        }
        touch(person);
    }

    void show(View view, Call call) {
        @Nullable Call before = view.call;
        if (before != call) {
            if (before != null) {
                before.views.remove(view);
            }
            call.views.add(view);
            view.call = call;
        }
        place(view);
    }

    void touch(@Nullable Person person) {
        if (person != null) {
            dirtyPeople.add(person);
            dirtyMeetings.add(person.meeting);
        }
    }

    /** The call and, because its end is theirs, everybody in it. */
    void touch(Call call) {
        @Nullable MeetingModel meeting = call.meeting;
        if (meeting != null) {
            dirtyMeetings.add(meeting);
            call.legs.forEach(leg -> touch(leg.person));
            call.views.forEach(view -> touch(view.person));
        }
    }

    void touchMeetingsOn(String bridge) {
        meetings.values().stream().filter(meeting -> meeting.on(bridge)).forEach(dirtyMeetings::add);
    }

    private Person person(MeetingModel meeting, String id) {
        return meeting.people.computeIfAbsent(id, key -> new Person(meeting, key));
    }

    private MeetingModel meetingFor(Call call) {
        String correlator = call.correlator();
        @Nullable MeetingModel known = byCorrelator.get(correlator);
        if (known != null && (known.alive() || !call.life.start().isAfter(endOf(known).plus(SAME_MEETING)))) {
            return known;
        }
        String seed = names.cluster().value() + '|' + correlator + (known == null ? "" : '|' + call.key.id());
        MeetingId id = new MeetingId(UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString());
        MeetingModel meeting = new MeetingModel(id, correlator);
        meetings.put(id, meeting);
        byCorrelator.put(correlator, meeting);
        return meeting;
    }

    private static Instant endOf(MeetingModel meeting) {
        Instant latest = Instant.MIN;
        for (Call call : meeting.calls.values()) {
            @Nullable Instant end = call.life.end();
            latest = end != null && end.isAfter(latest) ? end : latest;
        }
        return latest.equals(Instant.MIN) ? Instant.MAX.minus(SAME_MEETING) : latest;
    }
}
