package org.moothall.mediaengine.script;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ProblemException;
import org.moothall.mediaengine.Arrival;
import org.moothall.mediaengine.Call;
import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.Chance;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.ConferenceEvent;
import org.moothall.mediaengine.EndReason;
import org.moothall.mediaengine.Identities;
import org.moothall.mediaengine.LegState;

/**
 * Plays this bridge's share of a script. Whom an operator drops stays away, unless the script says otherwise; a meeting that
 * an operator ends is over. Played by one thread; hears events on any.
 */
public final class ScriptPlayer {

    private static final long SPEECH_MILLIS = 4_000;
    private static final long LAST_TO_LEAVE_MILLIS = 10_000;

    private final Conference conference;
    private final Schedule schedule;
    private final int node;
    private final Instant epoch;
    private final Map<Long, UUID> legs = new ConcurrentHashMap<>();
    private final Map<UUID, Visit> visitors = new ConcurrentHashMap<>();
    private final Set<Person> dropped = ConcurrentHashMap.newKeySet();
    private final Set<UUID> ended = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Long> endedIn = new ConcurrentHashMap<>();
    private final Map<Integer, Long> nextFrames = new HashMap<>();
    private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparingLong((Due each) -> each.step().at()).thenComparingLong(Due::order));
    private Map<UUID, Long> turns = Map.of();
    private final long begin;
    private long order;

    private record Due(Step step, Occurrence meeting, long order) {}

    private record Person(UUID correlator, int number) {}

    private record Visit(Person person, long number) {}

    /**
     * Plays from this time on.
     *
     * @param node this bridge's place in the cluster, from 0
     * @param epoch when the script began
     */
    public ScriptPlayer(Conference conference, Schedule schedule, int node, Instant epoch, Instant from) {
        this.conference = conference;
        this.schedule = schedule;
        this.node = node;
        this.epoch = epoch;
        this.begin = Duration.between(epoch, from).toMillis();
        conference.listen(this::hear);
    }

    /** Plays everything that is due until then. @param beforeEach hears the time of each step before it is played */
    public void play(Instant until, Consumer<Instant> beforeEach) {
        long now = Duration.between(epoch, until).toMillis();
        load(now);
        for (Due next = due.peek(); next != null && next.step().at() <= now; next = due.peek()) {
            due.poll();
            beforeEach.accept(epoch.plusMillis(next.step().at()));
            play(next);
        }
    }

    /** Lets the people of this bridge's meetings talk in turn; the bridges of a meeting agree on who does. */
    public void talk(Instant at) {
        Map<UUID, Long> now = new HashMap<>();
        for (Call call : conference.calls()) {
            long turn = Math.floorDiv(at.toEpochMilli() + call.correlator().hashCode(), SPEECH_MILLIS);
            if (!Long.valueOf(turn).equals(turns.get(call.id()))) {
                talk(call, turn);
            }
            now.put(call.id(), turn);
        }
        turns = now;
    }

    private void talk(Call call, long turn) {
        long drawn = turn / chanceOfStaying(call, turn);
        Drawing drawing = new Drawing(drawn);
        conference.each(call, drawing);
        CallLeg speaker = drawing.winner;
        if (speaker != null) {
            conference.speak(call.id(), speaker.id());
        }
    }

    private static long chanceOfStaying(Call call, long turn) {
        return Chance.of(call.correlator().getMostSignificantBits(), turn / 6).between(1, 3);
    }

    /** Draws one of those who can speak: the same one on every bridge, whoever is asked first. */
    private static final class Drawing implements Consumer<CallLeg> {

        private final long turn;
        private long best;
        private @Nullable CallLeg winner;

        Drawing(long turn) {
            this.turn = turn;
        }

        @Override
        public void accept(CallLeg leg) {
            if (leg.state() == LegState.CONNECTED && !leg.deactivated() && !leg.is("rxAudioMute")) {
                long lot = Chance.of(leg.id().getLeastSignificantBits(), turn).next();
                if (winner == null || lot < best) {
                    winner = leg;
                    best = lot;
                }
            }
        }
    }

    private void load(long now) {
        for (int track = 0; track < schedule.tracks(); track++) {
            long next = nextFrames.containsKey(track) ? nextFrames.get(track) : firstFrame(track);
            for (; schedule.begin(track, next) <= now; next++) {
                Occurrence meeting = schedule.occurrence(track, next);
                Occurrence light = meeting.withoutSteps();
                meeting.from(begin).stream().filter(step -> step.node() == node).forEach(step -> due.add(new Due(step, light, order++)));
            }
            nextFrames.put(track, next);
        }
    }

    /** The frame that is on when this bridge begins; the one before where people of it may still be leaving. */
    private long firstFrame(int track) {
        long now = schedule.frame(track, begin);
        return begin - schedule.begin(track, now) < LAST_TO_LEAVE_MILLIS ? now - 1 : now;
    }

    private void play(Due next) {
        try {
            switch (next.step().action()) {
                case Step.Join it -> join(next, it);
                case Step.Leave it -> leg(next).ifPresent(leg -> conference.hangUp(leg, it.reason()));
                case Step.Change it -> leg(next).ifPresent(leg -> conference.change(leg, it.settings()));
                case Step.Present it -> leg(next).ifPresent(leg -> conference.present(leg, it.on()));
                case Step.ChangeCall it -> call(next.meeting()).ifPresent(call -> conference.changeCall(call.id(), it.settings()));
            }
        } catch (ProblemException e) {
            // An operator was faster: the space, the call or the leg is gone, or the call is full.
            legs.remove(next.step().visit());
        }
    }

    private void join(Due next, Step.Join join) {
        Occurrence meeting = next.meeting();
        Person person = new Person(meeting.correlator(), join.person());
        boolean over = ended.contains(meeting.correlator()) || meeting.start() <= endedIn.getOrDefault(meeting.space(), Long.MIN_VALUE);
        if (over || dropped.contains(person) && !meeting.returnsWhenDropped()) {
            return;
        }
        CallLeg leg = conference.join(new Arrival(meeting.space(), meeting.correlator(),
                conference.ids().of(Identities.Kind.LEG, next.step().visit()), join.endpoint(), join.settings()));
        legs.put(next.step().visit(), leg.id());
        visitors.put(leg.id(), new Visit(person, next.step().visit()));
    }

    private Optional<UUID> leg(Due next) {
        return Optional.ofNullable(legs.get(next.step().visit())).filter(leg -> conference.findLeg(leg).isPresent());
    }

    private Optional<Call> call(Occurrence meeting) {
        return conference.findCallIn(meeting.space());
    }

    private void hear(ConferenceEvent event) {
        if (event instanceof ConferenceEvent.LegEnded it) {
            Visit visit = visitors.remove(it.leg().id());
            if (visit != null) {
                legs.remove(visit.number());
                if (it.reason() == EndReason.API_INITIATED_TEARDOWN || it.reason() == EndReason.CALL_MOVED) {
                    dropped.add(visit.person());
                }
            }
        } else if (event instanceof ConferenceEvent.MeetingEnded it) {
            ended.add(it.correlator());
            long at = Duration.between(epoch, it.at()).toMillis();
            for (Call call : conference.callsOf(it.correlator())) {
                UUID space = call.space();
                if (space != null) {
                    endedIn.put(space, at);
                }
            }
        }
    }
}
