package org.moothall.mediaengine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.mediaengine.ConferenceEvent.CallChanged;
import org.moothall.mediaengine.ConferenceEvent.CallEnded;
import org.moothall.mediaengine.ConferenceEvent.CallStarted;
import org.moothall.mediaengine.ConferenceEvent.LegChanged;
import org.moothall.mediaengine.ConferenceEvent.LegEnded;
import org.moothall.mediaengine.ConferenceEvent.LegStarted;
import org.moothall.mediaengine.ConferenceEvent.MeetingEnded;

/**
 * The conference core of one bridge: its calls and their legs. One writer at a time, immutable values to readers; events
 * reach the listeners in order, on the writer's thread. Thread-safe.
 */
public final class Conference {

    private final Clock clock;
    private final Spaces spaces;
    private final String domain;
    private final Map<UUID, Call> calls = new LinkedHashMap<>();
    private final Map<UUID, CallLeg> legs = new LinkedHashMap<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(Comparator.comparing(Timer::at));
    private final List<Consumer<ConferenceEvent>> listeners = new CopyOnWriteArrayList<>();
    private final Captures captures = new Captures();
    private final Peers peers = new Peers();
    private Counters counters = new Counters(0, 0, 0);

    /** How many legs there are, were at most, and are over. */
    public record Counters(int active, int maxActive, int completed) { }

    private record Timer(Instant at, Runnable action) { }

    /** An empty conference core. @param domain of the spaces' addresses, for example {@code lab.example} */
    public Conference(Clock clock, Spaces spaces, String domain) {
        this.clock = clock;
        this.spaces = spaces;
        this.domain = domain;
    }

    /** Hears every event from now on. A listener must be quick and must not call back into the conference's writing methods. */
    public void listen(Consumer<ConferenceEvent> listener) {
        listeners.add(listener);
    }

    /** The spaces of the cluster. */
    public Spaces spaces() {
        return spaces;
    }

    /** The calls of this bridge, oldest first. */
    public synchronized List<Call> calls() {
        return List.copyOf(calls.values());
    }

    /** The legs of this bridge, oldest first. */
    public synchronized List<CallLeg> legs() {
        return List.copyOf(legs.values());
    }

    /** The call of this id. */
    public synchronized Optional<Call> findCall(UUID id) {
        return Optional.ofNullable(calls.get(id));
    }

    /** The leg of this id on this bridge. */
    public synchronized Optional<CallLeg> findLeg(UUID id) {
        return Optional.ofNullable(legs.get(id));
    }

    /** The legs of a call on this bridge. */
    public synchronized List<CallLeg> legsOf(UUID call) {
        return legs.values().stream().filter(leg -> call.equals(leg.call())).toList();
    }

    /** Everybody in the meeting that this call is a part of, those on other bridges last. */
    public synchronized List<Participant> participants(UUID call) {
        if (!calls.containsKey(call)) {
            return List.of();
        }
        Call own = calls.get(call);
        List<Participant> all = new ArrayList<>();
        legsOf(call).forEach(leg -> all.add(new Participant(call, leg, null)));
        all.addAll(peers.participants(own));
        return all;
    }

    /** Over how many bridges the meeting of this call spreads, this one included. */
    public synchronized int instances(Call call) {
        return 1 + peers.instances(call.correlator());
    }

    /** How many legs there are and were. */
    public synchronized Counters counters() {
        return counters;
    }

    /** The other bridges. */
    public synchronized List<Peer> peers() {
        return peers.all();
    }

    /** Runs what is due: parties that answer, calls that nobody answers. To be called several times a second. */
    public synchronized void advance() {
        for (Timer timer = timers.peek(); timer != null && !timer.at().isAfter(clock.instant()); timer = timers.peek()) {
            timers.poll();
            timer.action().run();
        }
    }

    /** The call in this space, begun if there is none. Problem: {@code coSpaceDoesNotExist}. */
    public synchronized Call open(UUID space, UUID correlator, Map<String, String> settings) {
        for (Call call : calls.values()) {
            if (space.equals(call.space())) {
                return call;
            }
        }
        Space room = spaces.find(space).orElseThrow(() -> refuse(ConferenceProblem.SPACE_DOES_NOT_EXIST, space));
        Optional<Call> elsewhere = peers.callIn(space);
        UUID meeting = elsewhere.map(Call::correlator).orElse(correlator);
        String owner = !room.get("meetingScheduler").isEmpty() ? room.get("meetingScheduler") : room.get("ownerJid");
        Call begun = new Call(UUID.randomUUID(), meeting, space, room.name(), owner, room.get("cdrTag"), clock.instant(),
                elsewhere.map(Call::settings).orElse(settings), elsewhere.map(Call::settingsVersion).orElse(0L), 0, 0, null);
        return begin(begun, elsewhere.isEmpty());
    }

    /** Begins a call without a space. */
    public synchronized Call openAdHoc(String name, UUID correlator, Map<String, String> settings) {
        return begin(new Call(UUID.randomUUID(), correlator, null, name, "", "", clock.instant(), settings, 0, 0, 0, null), true);
    }

    /** Somebody calls in. Problems: {@code coSpaceDoesNotExist}, {@code participantLimitReached}. */
    public synchronized CallLeg join(Arrival arrival) {
        Instant now = clock.instant();
        boolean announced = arrival.endpoint().kind().sip();
        CallLeg leg = newLeg(null, arrival.endpoint(), false, arrival.settings(), null, address(arrival.space()));
        if (announced) {
            store(leg);
            tell(new LegStarted(now, leg));
        }
        Call call = open(arrival.space(), arrival.correlator(), Map.of("activeWhenEmpty", "false"));
        if (announced && isFull(call)) {
            hangUp(leg.id(), EndReason.PARTICIPANT_LIMIT_REACHED);
        }
        refuseWhenFull(call);
        if (!announced) {
            leg = leg.placed(call.id(), LegState.INITIAL, now);
            store(leg);
            tell(new LegStarted(now, leg));
        }
        return connect(leg, call.id());
    }

    /**
     * Calls somebody. The leg rings, then is answered, or ends with a reason that the address tells: parts {@code busy},
     * {@code reject}, {@code noanswer}, {@code unknown} make it fail that way. Problems: {@code callDoesNotExist},
     * {@code participantLimitReached}.
     */
    public synchronized CallLeg dial(UUID call, Endpoint endpoint, Map<String, String> settings) {
        Call target = existingCall(call);
        refuseWhenFull(target);
        CallLeg leg = newLeg(call, endpoint, true, settings, null, address(target));
        store(leg);
        tell(new LegStarted(clock.instant(), leg));
        counted(call);
        Dialling.of(endpoint.remoteParty()).forEach(step -> timers.add(new Timer(clock.instant().plus(step.after()), () -> dialled(leg.id(), step))));
        return leg;
    }

    /** Moves somebody of this bridge into another of its calls. Problems: {@code participantDoesNotExist}, {@code callDoesNotExist}. */
    public synchronized CallLeg move(UUID legId, UUID call, Map<String, String> settings) {
        Call target = existingCall(call);
        CallLeg old = Optional.ofNullable(legs.get(legId)).orElseThrow(() -> refuse(ConferenceProblem.PARTICIPANT_DOES_NOT_EXIST, legId));
        refuseWhenFull(target);
        CallLeg moved = newLeg(call, old.endpoint(), old.outgoing(), Space.merged(old.settings(), settings), legId, address(target));
        store(moved);
        tell(new LegStarted(clock.instant(), moved));
        CallLeg connected = connect(moved, call);
        hangUp(legId, EndReason.CALL_MOVED);
        return connected;
    }

    /** Changes overrides of a leg; {@code deactivated} lets in from or sends back to the lobby. Problem: {@code callLegDoesNotExist}. */
    public synchronized CallLeg change(UUID legId, Map<String, String> changes) {
        CallLeg leg = existingLeg(legId);
        Map<String, String> settings = new LinkedHashMap<>(changes);
        String lobby = settings.remove("deactivated");
        CallLeg changed = leg.with(settings);
        if (lobby != null && !lobby.isEmpty()) {
            boolean waits = "true".equals(lobby);
            changed = changed.inLobby(waits, !waits, clock.instant());
        }
        replace(leg, changed);
        UUID call = changed.call();
        if (call != null) {
            applyLobby(call);
        }
        return changed;
    }

    /** Changes overrides of the legs of a meeting on this bridge: of the named ones, or of all but those. */
    public synchronized void changeMany(UUID correlator, Map<String, String> changes, List<UUID> named, boolean exclude) {
        for (Call call : calls()) {
            if (call.correlator().equals(correlator)) {
                legsOf(call.id()).stream().filter(leg -> named.contains(leg.id()) != exclude).forEach(leg -> change(leg.id(), changes));
            }
        }
    }

    /** Changes settings of a call, on all bridges of the meeting. Problem: {@code callDoesNotExist}. */
    public synchronized Call changeCall(UUID id, Map<String, String> changes) {
        Call before = existingCall(id);
        Call after = before.with(changes, Math.max(before.settingsVersion() + 1, clock.millis()));
        calls.put(id, after);
        tell(new CallChanged(clock.instant(), before, after));
        captures.follow(after, clock.instant(), this::tell);
        admitWhenUnlocked(before, after);
        return after;
    }

    /** A leg begins or stops presenting; only one does in a call. Unknown legs are passed over. */
    public synchronized void present(UUID legId, boolean presents) {
        @Nullable CallLeg leg = legs.get(legId);
        @Nullable Call call = leg == null ? null : calls.get(leg.call());
        if (leg == null || call == null || leg.presenting() == presents || leg.deactivated()) {
            return;
        }
        legsOf(call.id()).stream().filter(CallLeg::presenting).forEach(other -> replace(other, other.showing(false, other.speaking())));
        CallLeg now = existingLeg(legId);
        replace(now, now.showing(presents, now.speaking()));
        Call after = call.withPresenter(presents ? legId : null);
        calls.put(call.id(), after);
        tell(new CallChanged(clock.instant(), call, after));
    }

    /** This leg speaks and no other one of the call; null: nobody here does. */
    public synchronized void speak(UUID call, @Nullable UUID speaker) {
        for (CallLeg leg : legsOf(call)) {
            boolean speaks = leg.id().equals(speaker) && !leg.deactivated() && !leg.is("rxAudioMute");
            if (leg.speaking() != speaks) {
                replace(leg, leg.showing(leg.presenting(), speaks));
            }
        }
    }

    /** Ends a leg. Problem: {@code callLegDoesNotExist}. */
    public synchronized void hangUp(UUID legId, EndReason reason) {
        CallLeg leg = existingLeg(legId);
        present(legId, false);
        CallLeg last = existingLeg(legId);
        legs.remove(legId);
        counters = new Counters(legs.size(), counters.maxActive(), counters.completed() + 1);
        tell(new LegEnded(clock.instant(), last, reason));
        UUID call = leg.call();
        if (call != null) {
            left(call);
        }
    }

    /** Ends a meeting on all its bridges. Problem: {@code callDoesNotExist}. */
    public synchronized void end(UUID callId) {
        UUID correlator = existingCall(callId).correlator();
        endMeeting(correlator, true);
    }

    /** Another bridge ended this meeting. */
    public synchronized void endMeeting(UUID correlator) {
        endMeeting(correlator, false);
    }

    private void endMeeting(UUID correlator, boolean here) {
        tell(new MeetingEnded(clock.instant(), correlator, here));
        for (Call call : calls()) {
            if (call.correlator().equals(correlator)) {
                legsOf(call.id()).forEach(leg -> hangUp(leg.id(), EndReason.CALL_ENDED));
                close(call.id());
            }
        }
    }

    /** Another bridge shows its state, or was lost: its people are gone then. */
    public synchronized void peer(Peer peer) {
        Instant now = clock.instant();
        peers.put(peer, calls()).forEach(correlator -> tell(new ConferenceEvent.RemoteChanged(now, correlator)));
        for (Call call : calls()) {
            peers.newerSettings(call).ifPresent(newer -> adopt(call, newer));
            applyLobby(call.id());
        }
        tell(new ConferenceEvent.PeersChanged(now));
    }

    private void adopt(Call call, Call newer) {
        Call after = call.withSettings(newer.settings(), newer.settingsVersion());
        calls.put(call.id(), after);
        tell(new CallChanged(clock.instant(), call, after));
        admitWhenUnlocked(call, after);
    }

    private Call begin(Call call, boolean firstOfMeeting) {
        calls.put(call.id(), call);
        tell(new CallStarted(clock.instant(), call));
        if (firstOfMeeting) {
            captures.follow(call, clock.instant(), this::tell);
        }
        return call;
    }

    private String address(Call call) {
        UUID space = call.space();
        return space == null ? call.id() + "@" + domain : address(space);
    }

    /** What was dialled to get into this space. */
    private String address(UUID space) {
        return spaces.find(space).map(room -> room.get("uri")).filter(uri -> !uri.isEmpty()).orElse(space.toString()) + "@" + domain;
    }

    private CallLeg newLeg(@Nullable UUID call, Endpoint endpoint, boolean outgoing, Map<String, String> settings, @Nullable UUID movedLeg,
            String localAddress) {
        return new CallLeg(UUID.randomUUID(), call, endpoint, outgoing, LegState.INITIAL, clock.instant(), null, false, false, Duration.ZERO, null,
                settings, false, false, movedLeg, localAddress);
    }

    private CallLeg connect(CallLeg leg, UUID callId) {
        Call call = existingCall(callId);
        boolean waits = call.is("locked") || leg.is("needsActivation") && !activated(callId);
        CallLeg connected = leg.inLobby(waits, false, clock.instant()).placed(callId, LegState.CONNECTED, clock.instant());
        replace(leg, connected);
        counted(callId);
        applyLobby(callId);
        return existingLeg(leg.id());
    }

    private void dialled(UUID legId, Dialling.Step step) {
        @Nullable CallLeg leg = legs.get(legId);
        @Nullable UUID call = leg == null ? null : leg.call();
        EndReason failure = step.failure();
        if (leg == null || call == null) {
            return;
        }
        if (failure != null) {
            hangUp(legId, failure);
        } else if (step.state() == LegState.RINGING) {
            replace(leg, leg.placed(call, LegState.RINGING, clock.instant()));
        } else {
            connect(leg, call);
        }
    }

    private boolean activated(UUID callId) {
        return participants(callId).stream().map(Participant::leg).anyMatch(leg -> leg.state() == LegState.CONNECTED && !leg.deactivated() && !leg.is("needsActivation"));
    }

    private void applyLobby(UUID callId) {
        Call call = existingCall(callId);
        boolean open = activated(callId);
        for (CallLeg leg : legsOf(callId)) {
            if (leg.state() != LegState.CONNECTED || leg.admitted() || !leg.is("needsActivation")) {
                continue;
            }
            boolean waits = open ? leg.deactivated() && call.is("locked") : leg.deactivated() || "deactivate".equals(leg.get("deactivationMode"));
            if (waits != leg.deactivated()) {
                replace(leg, leg.inLobby(waits, false, clock.instant()));
            }
        }
    }

    private void admitWhenUnlocked(Call before, Call after) {
        if (before.is("locked") && !after.is("locked")) {
            legsOf(after.id()).stream().filter(leg -> leg.deactivated() && !leg.is("needsActivation"))
                    .forEach(leg -> replace(leg, leg.inLobby(false, false, clock.instant())));
            applyLobby(after.id());
        }
    }

    private void left(UUID callId) {
        Call before = existingCall(callId);
        Call after = before.withLegs(0, before.legsCompleted() + 1);
        calls.put(callId, after);
        tell(new CallChanged(clock.instant(), before, after));
        if (legsOf(callId).isEmpty() && !after.is("activeWhenEmpty")) {
            close(callId);
        } else {
            applyLobby(callId);
        }
    }

    private void close(UUID callId) {
        @Nullable Call call = calls.get(callId);
        if (call != null) {
            captures.stop(call, clock.instant(), this::tell);
            calls.remove(callId);
            tell(new CallEnded(clock.instant(), call));
        }
    }

    private void counted(UUID callId) {
        Call before = existingCall(callId);
        Call after = before.withLegs(legsOf(callId).size(), before.legsCompleted());
        calls.put(callId, after);
        tell(new CallChanged(clock.instant(), before, after));
    }

    private boolean isFull(Call call) {
        String limit = call.get("participantLimit");
        return !limit.isEmpty() && participants(call.id()).size() >= Integer.parseInt(limit);
    }

    private void refuseWhenFull(Call call) {
        if (isFull(call)) {
            throw refuse(ConferenceProblem.PARTICIPANT_LIMIT_REACHED, call.id());
        }
    }

    private void store(CallLeg leg) {
        legs.put(leg.id(), leg);
        counters = new Counters(legs.size(), Math.max(counters.maxActive(), legs.size()), counters.completed());
    }

    private void replace(CallLeg before, CallLeg after) {
        if (!before.equals(after)) {
            legs.put(after.id(), after);
            tell(new LegChanged(clock.instant(), before, after));
        }
    }

    private Call existingCall(UUID id) {
        return Optional.ofNullable(calls.get(id)).orElseThrow(() -> refuse(ConferenceProblem.CALL_DOES_NOT_EXIST, id));
    }

    private CallLeg existingLeg(UUID id) {
        return Optional.ofNullable(legs.get(id)).orElseThrow(() -> refuse(ConferenceProblem.CALL_LEG_DOES_NOT_EXIST, id));
    }

    private void tell(ConferenceEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }

    private static RuntimeException refuse(ConferenceProblem code, UUID subject) {
        return Problem.about(subject.toString(), code, Objects.requireNonNull(code.reason())).exception();
    }
}
