package org.moothall.meetings.internal.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.LockMode;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Participant;
import org.moothall.meetings.Participant.Device;
import org.moothall.meetings.Participant.Direction;
import org.moothall.meetings.Participant.Quality;
import org.moothall.meetings.Participant.State;
import org.moothall.meetings.ParticipantId;

/** Draws meetings and participants from what is known: pure, the same facts give the same picture. */
final class Portrait {

    private final Names names;

    Portrait(Names names) {
        this.names = names;
    }

    /** The participant; with version 0. */
    Participant of(Person person) {
        Optional<Leg> leg = person.leg();
        Optional<View> view = person.view();
        State state = state(person, leg, view);
        boolean here = state != State.GONE;
        String address = first(leg, "remoteParty", view, "uri");
        String name = first(view, leg);
        return new Participant(new ParticipantId(person.id), person.meeting.id, name.isEmpty() ? address : name, address, state,
                direction(first(leg, "direction", view, "direction")), device(leg), names.bridge(person.bridge()), joined(person),
                here ? null : left(person), here && shows(view, "audioMuted"), here && shows(view, "videoMuted"), here && shows(view, "presenter"),
                here && shows(view, "activeSpeaker"), here ? layout(view) : null, here ? importance(view) : null, here && recording(leg, view),
                here && canMove(leg, view),
                here ? quality(person) : Quality.UNKNOWN, here ? null : reason(leg, view), 0, activator(leg, view));
    }

    /** The meeting; its participants are drawn already. With version 0. */
    Meeting of(MeetingModel meeting, Predicate<String> unsure) {
        List<Call> calls = List.copyOf(meeting.calls.values());
        boolean alive = meeting.alive();
        List<Call> now = calls.stream().filter(call -> !alive || call.life.alive()).toList();
        List<Participant> people = meeting.people.values().stream().map(p -> p.shown).filter(Objects::nonNull).toList();
        boolean locked = alive && now.stream().anyMatch(call -> call.live.is("lockState"));
        return new Meeting(meeting.id, text(calls, Call::name), names.cluster(), names.clusterName(), alive ? MeetingState.ACTIVE : MeetingState.ENDED,
                calls.stream().map(c -> c.life.start()).min(Comparator.naturalOrder()).orElseThrow(), alive ? null : end(calls),
                count(people, Portrait::inside), most(people), count(people, p -> p.state() == State.IN_LOBBY),
                alive && now.stream().anyMatch(Call::recording), alive && now.stream().anyMatch(Call::streaming),
                locked,
                alive && now.stream().anyMatch(call -> call.live.is("joinAudioMuteOverride")),
                people.stream().anyMatch(Participant::presenting),
                absent(text(calls, c -> c.records.get("coSpace"))), absent(text(calls, c -> c.records.first("ownerName"))),
                now.stream().map(c -> names.bridge(c.key.bridge())).distinct().sorted().toList(), complete(meeting, calls, alive, unsure), 0, null,
                alive ? absent(text(calls, c -> c.live.get("newcomersLayout"))) : null, addresses(meeting), locked ? lockMode(now) : null);
    }

    /** What people called to be in it: its names, numbers and aliases. */
    private static @Nullable List<String> addresses(MeetingModel meeting) {
        List<String> called = meeting.people.values().stream().flatMap(p -> p.legs.stream()).map(leg -> leg.records.get("localAddress"))
                .filter(told -> !told.isEmpty()).distinct().sorted().limit(Meeting.MOST_ADDRESSES).toList();
        return called.isEmpty() ? null : called;
    }

    private static @Nullable LockMode lockMode(List<Call> calls) {
        String told = text(calls, c -> c.live.get("lockMode"));
        return told.isEmpty() ? null : LockMode.valueOf(told);
    }

    private static boolean complete(MeetingModel meeting, List<Call> calls, boolean alive, Predicate<String> unsure) {
        if (calls.stream().anyMatch(c -> c.life.alive() && unsure.test(c.key.bridge()))) {
            return false;
        }
        return alive || calls.stream().noneMatch(c -> c.life.guessed() || c.life.started() == null)
                && meeting.people.values().stream().flatMap(p -> p.legs.stream()).noneMatch(leg -> leg.life.end() == null || leg.life.guessed());
    }

    private static State state(Person person, Optional<Leg> leg, Optional<View> view) {
        if (!person.present()) {
            return State.GONE;
        }
        String word = view.map(v -> v.live.get("state")).orElse("");
        boolean connected = word.equals("connected") || leg.map(l -> l.records.get("state").equals("connected")).orElse(false);
        if (leg.map(l -> l.records.is("deactivated")).orElse(false)) {
            return State.IN_LOBBY;
        }
        if (word.equals("onHold")) {
            return State.ON_HOLD;
        }
        if (connected) {
            return State.CONNECTED;
        }
        return word.equals("ringing") || leg.map(l -> l.records.get("state").equals("ringing")).orElse(false) ? State.RINGING : State.CONNECTING;
    }

    private static boolean inside(Participant participant) {
        return switch (participant.state()) {
            case CONNECTED, ON_HOLD, IN_LOBBY -> true;
            case CONNECTING, RINGING, GONE -> false;
        };
    }

    /** The most at once, from when each came and went: so the order in which we heard of it does not matter. */
    private static int most(List<Participant> people) {
        List<long[]> steps = new ArrayList<>(people.size() * 2);
        for (Participant person : people) {
            @Nullable Instant left = person.leftAt();
            long came = person.joinedAt().getEpochSecond();
            if (left == null && inside(person)) {
                steps.add(new long[] {came, 1});
            } else if (left != null && left.getEpochSecond() > came) {
                steps.add(new long[] {came, 1});
                steps.add(new long[] {left.getEpochSecond(), -1});
            }
        }
        steps.sort(Comparator.<long[]>comparingLong(step -> step[0]).thenComparingLong(step -> step[1]));
        int now = 0;
        int most = 0;
        for (long[] step : steps) {
            now += (int) step[1];
            most = Math.max(most, now);
        }
        return most;
    }

    private static int count(List<Participant> people, Predicate<Participant> which) {
        return (int) people.stream().filter(which).count();
    }

    private static Instant joined(Person person) {
        return (person.legs.isEmpty() ? person.views.values().stream().map(v -> v.life.start()) : person.legs.stream().map(Portrait::joined))
                .min(Comparator.naturalOrder()).orElseThrow();
    }

    private static Instant joined(Leg leg) {
        @Nullable Instant connected = leg.connectedAt();
        return connected == null ? leg.life.start() : connected;
    }

    private static Instant left(Person person) {
        Instant joined = joined(person);
        Instant last = (person.legs.isEmpty() ? person.views.values().stream().map(v -> end(v, v.call))
                : person.legs.stream().map(l -> end(l, l.call))).max(Comparator.naturalOrder()).orElseThrow();
        return last.isBefore(joined) ? joined : last;
    }

    private static Instant end(Entity entity, @Nullable Call call) {
        @Nullable Instant own = entity.life.end();
        if (own != null) {
            return own;
        }
        @Nullable Instant calls = call == null ? null : call.life.end();
        return calls == null ? entity.life.start() : calls;
    }

    private static Instant end(List<Call> calls) {
        return calls.stream().map(c -> end(c, null)).max(Comparator.naturalOrder()).orElseThrow();
    }

    private static Direction direction(String word) {
        return switch (word) {
            case "incoming" -> Direction.INCOMING;
            case "outgoing" -> Direction.OUTGOING;
            default -> Direction.UNKNOWN;
        };
    }

    private static Device device(Optional<Leg> leg) {
        String type = leg.map(l -> l.records.get("type")).orElse("");
        String sub = leg.map(l -> l.records.get("subType")).orElse("");
        if (sub.startsWith("lync")) {
            return Device.LYNC;
        }
        if (sub.equals("webApp") || type.equals("acano")) {
            return Device.WEB_APP;
        }
        return type.equals("sip") ? Device.SIP : Device.UNKNOWN;
    }

    private static boolean shows(Optional<View> view, String attribute) {
        return view.map(v -> v.live.is(attribute)).orElse(false);
    }

    private static boolean recording(Optional<Leg> leg, Optional<View> view) {
        return leg.map(l -> l.records.is("recording")).orElse(false) || shows(view, "endpointRecording");
    }

    private static boolean canMove(Optional<Leg> leg, Optional<View> view) {
        String told = view.map(v -> v.live.get("canMove")).orElse("");
        return told.isEmpty() ? leg.map(l -> l.records.is("canMove")).orElse(false) : told.equals("true");
    }

    private static @Nullable Boolean activator(Optional<Leg> leg, Optional<View> view) {
        String told = first(leg.map(l -> l.live.get("activator")).orElse(""), view.map(v -> v.live.get("activator")).orElse(""));
        return told.isEmpty() ? null : Boolean.valueOf(told);
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    private static @Nullable String layout(Optional<View> view) {
        return absent(view.map(v -> v.live.get("layout")).orElse(""));
    }

    private static @Nullable Integer importance(Optional<View> view) {
        String told = view.map(v -> v.live.get("importance")).orElse("");
        return told.matches("[1-9]\\d{0,8}") ? Integer.valueOf(told) : null;
    }

    private static Quality quality(Person person) {
        List<String> told = person.legs.stream().filter(Leg::alive).map(l -> l.live.get("alarms")).filter(word -> !word.isEmpty()).toList();
        if (told.isEmpty()) {
            return Quality.UNKNOWN;
        }
        return told.stream().allMatch(word -> word.equals("none")) ? Quality.GOOD : Quality.POOR;
    }

    private static @Nullable String reason(Optional<Leg> leg, Optional<View> view) {
        String told = leg.map(l -> l.records.get("reason")).orElse("");
        return absent(told.isEmpty() ? view.map(v -> v.live.get("reason")).orElse("") : told);
    }

    private static String first(Optional<Leg> leg, String ofLeg, Optional<View> view, String ofView) {
        String told = leg.map(l -> l.records.get(ofLeg)).orElse("");
        return told.isEmpty() ? view.map(v -> v.live.get(ofView)).orElse("") : told;
    }

    private static String first(Optional<View> view, Optional<Leg> leg) {
        String told = view.map(v -> v.live.get("name")).orElse("");
        return told.isEmpty() ? leg.map(l -> l.records.first("displayName", "name")).orElse("") : told;
    }

    private static String text(List<Call> calls, java.util.function.Function<Call, String> of) {
        return calls.stream().map(of).filter(told -> !told.isEmpty()).findFirst().orElse("");
    }

    private static @Nullable String absent(String text) {
        return text.isEmpty() ? null : text;
    }
}
