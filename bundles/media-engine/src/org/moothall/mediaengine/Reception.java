package org.moothall.mediaengine;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.ProblemException;

/** How people come into calls: they call in, are called, or are moved. Guarded by the conference. */
final class Reception {

    /** The shares of as many legs as a platform carries do not add up to 1 exactly. */
    private static final double FULL = 1 + 1e-9;

    private final Roll roll;
    private final LegMaker legs;
    private final Peers peers;
    private final Meetings meetings;
    private final Ivr ivr;
    private final Terms terms;
    private final Lobby lobby;
    private final Dialler dialler;
    private final BiConsumer<UUID, EndReason> hangUp;

    Reception(Roll roll, Agenda agenda, LegMaker legs, Peers peers, Meetings meetings, Lobby lobby, Terms terms, Spaces spaces,
            BiConsumer<UUID, EndReason> hangUp) {
        this.roll = roll;
        this.legs = legs;
        this.peers = peers;
        this.meetings = meetings;
        this.lobby = lobby;
        this.terms = terms;
        this.ivr = new Ivr(roll, spaces, agenda, this::end);
        this.hangUp = hangUp;
        this.dialler = new Dialler(roll, agenda, this::connect, hangUp);
    }

    /** A SIP call is there before the call it goes to, a web app's call after it. */
    CallLeg join(Arrival arrival) {
        CallLeg leg = legs.incoming(arrival);
        if (!leg.endpoint().kind().sip()) {
            return enter(leg, arrival);
        }
        roll.begin(leg);
        return ivr.asks(arrival) ? ivr.answer(leg, () -> roll.findLeg(leg.id()).ifPresent(asked -> enterOrEnd(asked, arrival, false)))
                : enterOrEnd(leg, arrival, true);
    }

    /** @param told whether who sent them here hears of a refusal, too */
    private CallLeg enterOrEnd(CallLeg leg, Arrival arrival, boolean told) {
        try {
            return enter(leg, arrival);
        } catch (ProblemException e) {
            end(leg, e.problem().code() == ConferenceProblem.PARTICIPANT_LIMIT_REACHED ? EndReason.PARTICIPANT_LIMIT_REACHED
                    : e.problem().code() == ConferenceProblem.ENCRYPTION_NOT_LICENSED ? EndReason.ENCRYPTION_REQUIRED : EndReason.UNKNOWN_DESTINATION);
            if (told) {
                throw e;
            }
            return leg;
        }
    }

    private void end(CallLeg leg, EndReason reason) {
        roll.findLeg(leg.id()).ifPresent(left -> hangUp.accept(left.id(), reason));
    }

    private CallLeg enter(CallLeg arrived, Arrival arrival) {
        refuseOverload(arrived);
        if (legs.needsEncryption(arrival) && !terms.licences().encryption()) {
            throw Roll.refuse(ConferenceProblem.ENCRYPTION_NOT_LICENSED, arrived.id());
        }
        Call call = meetings.open(arrival.space(), arrival.correlator(), Map.of("activeWhenEmpty", "false"));
        meetings.refuseWhenFull(call);
        if (arrived.endpoint().kind().sip()) {
            return connect(arrived, call.id());
        }
        CallLeg leg = arrived.placed(call.id(), LegState.INITIAL, roll.now());
        roll.begin(leg);
        return connect(leg, call.id());
    }

    /** A bridge carries as much as its platform does. @param leg which may or may not be counted already */
    private void refuseOverload(CallLeg leg) {
        Capacity capacity = terms.capacity();
        double more = roll.findLeg(leg.id()).isPresent() ? 0 : capacity.share(Traffic.of(leg));
        if (capacity.limitsCalls() && capacity.load(roll.traffic()) + more > FULL) {
            throw Roll.refuse(ConferenceProblem.PARTICIPANT_LIMIT_REACHED, leg.id());
        }
    }

    CallLeg dial(UUID id, UUID call, Endpoint endpoint, Map<String, String> settings, boolean asks) {
        Call target = roll.call(call);
        CallLeg leg = legs.outgoing(id, target, endpoint, settings, asks);
        meetings.refuseWhenFull(target);
        refuseOverload(leg);
        roll.begin(leg);
        meetings.came(call);
        dialler.dial(leg);
        return leg;
    }

    CallLeg move(UUID legId, UUID call, Map<String, String> settings, @Nullable UUID self) {
        Call target = roll.call(call);
        Optional<CallLeg> own = roll.findLeg(legId);
        Optional<Map.Entry<UUID, CallLeg>> elsewhere = peers.findLeg(legId);
        CallLeg old = own.or(() -> elsewhere.map(Map.Entry::getValue)).orElseThrow(() -> Roll.refuse(ConferenceProblem.PARTICIPANT_DOES_NOT_EXIST, legId));
        @Nullable UUID from = own.isPresent() || elsewhere.isEmpty() ? self : elsewhere.get().getKey();
        meetings.refuseWhenFull(target);
        CallLeg leg = legs.moved(target, old, settings, new Moved(legId, from));
        roll.begin(leg);
        CallLeg connected = connect(leg, call);
        own.ifPresent(here -> hangUp.accept(legId, EndReason.CALL_MOVED));
        return connected;
    }

    private CallLeg connect(CallLeg leg, UUID callId) {
        Call call = roll.call(callId);
        CallLeg known = legs.inheritingAnew(call, leg);
        boolean licensed = terms.licences().encryption() || leg.moved() != null;
        if (!licensed && known.needsEncryption()) {
            hangUp.accept(leg.id(), EndReason.ENCRYPTION_REQUIRED);
            return leg;
        }
        known = known.encrypting(licensed && known.mayEncrypt());
        CallLeg connected = known.inLobby(lobby.keepsOut(known, call), false, roll.now()).placed(callId, LegState.CONNECTED, roll.now());
        String muted = call.get("joinAudioMuteOverride");
        roll.change(leg, muted.isEmpty() ? connected : connected.with(Map.of("rxAudioMute", muted)));
        meetings.came(callId);
        lobby.apply(callId);
        return roll.leg(leg.id());
    }
}
