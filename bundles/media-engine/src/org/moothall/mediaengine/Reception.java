package org.moothall.mediaengine;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.eclipse.jdt.annotation.Nullable;

/** How people come into calls: they call in, are called, or are moved. Guarded by the conference. */
final class Reception {

    private final Roll roll;
    private final LegMaker legs;
    private final Peers peers;
    private final Meetings meetings;
    private final Lobby lobby;
    private final Dialler dialler;
    private final BiConsumer<UUID, EndReason> hangUp;

    Reception(Roll roll, Agenda agenda, LegMaker legs, Peers peers, Meetings meetings, Lobby lobby, BiConsumer<UUID, EndReason> hangUp) {
        this.roll = roll;
        this.legs = legs;
        this.peers = peers;
        this.meetings = meetings;
        this.lobby = lobby;
        this.hangUp = hangUp;
        this.dialler = new Dialler(roll, agenda, this::connect, hangUp);
    }

    /** A SIP call is there before the call it goes to, a web app's call after it. */
    CallLeg join(Arrival arrival) {
        boolean announced = arrival.endpoint().kind().sip();
        CallLeg leg = legs.incoming(arrival);
        if (announced) {
            roll.begin(leg);
        }
        Call call = meetings.open(arrival.space(), arrival.correlator(), Map.of("activeWhenEmpty", "false"));
        if (announced && meetings.isFull(call)) {
            hangUp.accept(leg.id(), EndReason.PARTICIPANT_LIMIT_REACHED);
        }
        meetings.refuseWhenFull(call);
        if (!announced) {
            leg = leg.placed(call.id(), LegState.INITIAL, roll.now());
            roll.begin(leg);
        }
        return connect(leg, call.id());
    }

    CallLeg dial(UUID id, UUID call, Endpoint endpoint, Map<String, String> settings, boolean asks) {
        Call target = roll.call(call);
        meetings.refuseWhenFull(target);
        CallLeg leg = legs.outgoing(id, target, endpoint, settings, asks);
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
        CallLeg known = leg.inheriting(legs.inherited(call, leg.endpoint(), leg.settings()));
        CallLeg connected = known.inLobby(lobby.keepsOut(known, call), false, roll.now()).placed(callId, LegState.CONNECTED, roll.now());
        String muted = call.get("joinAudioMuteOverride");
        roll.change(leg, muted.isEmpty() ? connected : connected.with(Map.of("rxAudioMute", muted)));
        meetings.came(callId);
        lobby.apply(callId);
        return roll.leg(leg.id());
    }
}
