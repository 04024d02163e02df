package org.moothall.mediaengine;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.mediaengine.ConferenceEvent.Capture;

/**
 * The conference core of one bridge: its calls and their legs. One writer at a time, immutable values to readers; events
 * reach the listeners in order, on the writer's thread. Thread-safe.
 */
public final class Conference {

    private final Clock clock;
    private final Spaces spaces;
    private final Terms terms;
    private final String domain;
    private final Identities ids;
    private final List<Consumer<ConferenceEvent>> listeners = new CopyOnWriteArrayList<>();
    private final LegMaker legs;
    private final Roll roll;
    private final Attendance attendance;
    private final Agenda agenda;
    private final Peers peers = new Peers();
    private final Lobby lobby;
    private final Floor floor;
    private final Meetings meetings;
    private final Reception reception;

    /** How many legs there are, were at most, and are over. */
    public record Counters(int active, int maxActive, int completed) {}

    /** @param load part of what the platform carries: 1 is all of it */
    public record InUse(double load, int recordings, int streams) {}

    /** An empty conference core. @param domain of the spaces' addresses, for example {@code lab.example} */
    public Conference(Clock clock, Spaces spaces, Terms terms, String domain, Identities ids) {
        this.clock = clock;
        this.spaces = spaces;
        this.terms = terms;
        this.domain = domain;
        this.ids = ids;
        this.legs = new LegMaker(clock, spaces, terms, domain, ids);
        this.roll = new Roll(clock, event -> listeners.forEach(listener -> listener.accept(event)));
        this.attendance = new Attendance(roll, peers);
        this.agenda = new Agenda(clock);
        this.lobby = new Lobby(roll, agenda, this::hangUp, call -> attendance.everybody(roll.call(call)));
        this.floor = new Floor(roll);
        this.meetings = new Meetings(roll, spaces, peers, terms, lobby, ids, this::hangUp);
        this.reception = new Reception(roll, agenda, legs, peers, meetings, lobby, terms, spaces, this::hangUp);
    }

    /** Hears every event from now on. A listener must be quick and must not call back into the conference's writing methods. */
    public void listen(Consumer<ConferenceEvent> listener) {
        listeners.add(listener);
    }

    /** The spaces of the cluster. */
    public Spaces spaces() {
        return spaces;
    }

    /** What it goes by. */
    public Terms terms() {
        return terms;
    }

    /** What is in use on this bridge. */
    public synchronized InUse inUse() {
        return new InUse(terms.capacity().load(roll.traffic()), meetings.captures(Capture.RECORDING), meetings.captures(Capture.STREAMING));
    }

    /** Whether an endpoint in the meeting of this call keeps a recording of its own now. */
    public synchronized boolean endpointRecords(Call call) {
        return attendance.everybody(call).anyMatch(CallLeg::recordsItself);
    }

    /** The domain of the spaces' addresses. */
    public String domain() {
        return domain;
    }

    /** What names everything that begins on this bridge. */
    public Identities ids() {
        return ids;
    }

    /** The calls of this bridge, oldest first. */
    public synchronized List<Call> calls() {
        return roll.calls();
    }

    /** The legs of this bridge, oldest first. */
    public synchronized List<CallLeg> legs() {
        return roll.legs();
    }

    /** The call of this id. */
    public synchronized Optional<Call> findCall(UUID id) {
        return roll.findCall(id);
    }

    /** The call in this space. */
    public synchronized Optional<Call> findCallIn(UUID space) {
        return roll.callIn(space);
    }

    /** The calls here of this meeting. */
    public synchronized List<Call> callsOf(UUID correlator) {
        return roll.callsOf(correlator);
    }

    /** The leg of this id on this bridge. */
    public synchronized Optional<CallLeg> findLeg(UUID id) {
        return roll.findLeg(id);
    }

    /** The legs of a call on this bridge. */
    public synchronized List<CallLeg> legsOf(UUID call) {
        return roll.legsOf(call);
    }

    /** Everybody in the meeting that this call is a part of, those on other bridges last. */
    public synchronized List<Participant> participants(UUID call) {
        return attendance.of(call);
    }

    /** Gives the legs of the meeting that this call is a part of, on all bridges: quick, in no order. */
    public synchronized void each(Call call, Consumer<CallLeg> legs) {
        roll.each(call.id(), legs);
        peers.each(call.correlator(), legs);
    }

    /** Whether somebody else in the meeting of this leg presents. */
    public synchronized boolean presentedTo(CallLeg leg) {
        return roll.findCall(leg.call()).filter(call -> attendance.everybody(call).anyMatch(other -> other.presenting() && !other.id().equals(leg.id())))
                .isPresent();
    }

    /** Some of everybody in all meetings: only the calls that the page falls into are looked at closely. */
    public synchronized List<Participant> participants(int offset, int limit) {
        return attendance.page(offset, limit);
    }

    /** How many people are in all meetings. */
    public synchronized int countAll() {
        return roll.calls().stream().mapToInt(attendance::count).sum();
    }

    /** How many people are in the meeting that this call is a part of. */
    public synchronized int count(Call call) {
        return attendance.count(call);
    }

    /** The participant of this id, here or on another bridge, if the meeting has a call here. */
    public synchronized Optional<Participant> findParticipant(UUID id) {
        return attendance.find(id);
    }

    /** Whether the meeting of this call has as many people as its profile allows. */
    public synchronized boolean isFull(Call call) {
        return meetings.isFull(call);
    }

    /** Over how many bridges the meeting of this call spreads, this one included. */
    public synchronized int instances(Call call) {
        return 1 + peers.instances(call.correlator());
    }

    /** The profiles that apply to this leg, the general ones first. */
    public synchronized List<Profiles.Applied> trace(CallLeg leg) {
        return roll.findCall(leg.call()).map(call -> legs.trace(call, leg)).orElse(List.of());
    }

    /** How many legs there are and were. */
    public synchronized Counters counters() {
        return roll.counters();
    }

    /** Runs what is due: parties that answer, calls that nobody answers. To be called several times a second. */
    public synchronized void advance() {
        agenda.advance();
    }

    /**
     * The call in this space, begun if there is none. Problem: {@code coSpaceDoesNotExist}.
     *
     * @param correlator of a new meeting, null to let the space and the time decide
     */
    public synchronized Call open(UUID space, @Nullable UUID correlator, Map<String, String> settings) {
        return meetings.open(space, correlator, settings);
    }

    /** Begins a call without a space. */
    public synchronized Call openAdHoc(String name, UUID correlator, Map<String, String> settings) {
        return meetings.openAdHoc(name, correlator, settings);
    }

    /** Somebody calls in. Problems: {@code coSpaceDoesNotExist}, {@code participantLimitReached}. */
    public synchronized CallLeg join(Arrival arrival) {
        return reception.join(arrival);
    }

    /**
     * Calls somebody. The leg rings, then is answered, or ends with a reason that the address tells: parts {@code busy},
     * {@code reject}, {@code noanswer}, {@code unknown} make it fail that way, and where a confirmation is asked for,
     * {@code declines} and {@code ignores}. Problems: {@code callDoesNotExist}, {@code participantLimitReached}.
     *
     * @param asks whether the party hears a prompt and has to press a key to join
     */
    public synchronized CallLeg dial(UUID call, Endpoint endpoint, Map<String, String> settings, boolean asks) {
        return reception.dial(ids.next(Identities.Kind.LEG), call, endpoint, settings, asks);
    }

    /** Calls somebody for another bridge of the meeting, which has chosen the leg's id. Problems as with the other {@code dial}. */
    public synchronized CallLeg dial(UUID leg, UUID call, Endpoint endpoint, Map<String, String> settings, boolean asks) {
        return reception.dial(leg, call, endpoint, settings, asks);
    }

    /**
     * Moves somebody into a call of this bridge; a leg that is on another bridge must be ended there by the caller.
     * Problems: {@code participantDoesNotExist}, {@code callDoesNotExist}, {@code participantLimitReached}.
     *
     * @param self what the other bridges call this one, null where there is no cluster
     */
    public synchronized CallLeg move(UUID legId, UUID call, Map<String, String> settings, @Nullable UUID self) {
        return reception.move(legId, call, settings, self);
    }

    /** Changes overrides of a leg; {@code deactivated} lets in from or sends back to the lobby. Problem: {@code callLegDoesNotExist}. */
    public synchronized CallLeg change(UUID legId, Map<String, String> changes) {
        return lobby.change(roll.leg(legId), changes);
    }

    /** Changes overrides of the legs of a meeting on this bridge: of the named ones, or of all but those. */
    public synchronized void changeMany(UUID correlator, Map<String, String> changes, List<UUID> named, boolean exclude) {
        for (Call call : roll.callsOf(correlator)) {
            roll.legsOf(call.id()).stream().filter(leg -> named.contains(leg.id()) != exclude).forEach(leg -> change(leg.id(), changes));
        }
    }

    /** Changes settings of a call, on all bridges of the meeting. Problems: {@code callDoesNotExist}, {@code callRecordingCannotBeModified}. */
    public synchronized Call changeCall(UUID id, Map<String, String> changes) {
        return meetings.change(id, changes);
    }

    /** A leg begins or stops presenting; only one does in a call. Unknown legs are passed over. */
    public synchronized void present(UUID leg, boolean presents) {
        floor.present(leg, presents);
    }

    /** An endpoint begins or stops to keep a recording of its own. Unknown legs are passed over. */
    public synchronized void recordItself(UUID leg, boolean does) {
        floor.recordItself(leg, does);
    }

    /** This leg speaks and no other one of the call; null: nobody here does. */
    public synchronized void speak(UUID call, @Nullable UUID speaker) {
        floor.speak(call, speaker);
    }

    /** Ends a leg. Problem: {@code callLegDoesNotExist}. */
    public synchronized void hangUp(UUID legId, EndReason reason) {
        floor.present(legId, false);
        CallLeg leg = roll.leg(legId);
        roll.end(leg, reason);
        UUID call = leg.call();
        if (call != null) {
            meetings.left(call);
        }
    }

    /** Ends a meeting on all its bridges. Problem: {@code callDoesNotExist}. */
    public synchronized void end(UUID call) {
        meetings.end(roll.call(call).correlator(), true);
    }

    /** Another bridge ended this meeting. */
    public synchronized void endMeeting(UUID correlator) {
        meetings.end(correlator, false);
    }

    /** Another bridge tells of its calls and legs, or was lost: its people are gone then. */
    public synchronized void peer(PeerNews news) {
        meetings.follow(peers.take(news)).forEach(correlator -> roll.tell(new ConferenceEvent.RemoteChanged(clock.instant(), correlator)));
        roll.tell(new ConferenceEvent.PeersChanged(clock.instant()));
    }

    /** The profiles changed: what they say counts at once. */
    public synchronized void profilesChanged() {
        roll.legs().forEach(leg -> roll.findCall(leg.call()).ifPresent(call -> roll.change(leg, legs.inheritingAnew(call, leg))));
        roll.calls().forEach(call -> lobby.apply(call.id()));
    }
}
