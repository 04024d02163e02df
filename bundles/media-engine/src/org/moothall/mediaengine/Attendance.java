package org.moothall.mediaengine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Who is in the meetings that this bridge takes part in, wherever they are. Guarded by the conference. */
final class Attendance {

    private final Roll roll;
    private final Peers peers;

    Attendance(Roll roll, Peers peers) {
        this.roll = roll;
        this.peers = peers;
    }

    /** Everybody in the meeting of this call, those on other bridges last. */
    List<Participant> of(UUID call) {
        List<Participant> all = new ArrayList<>();
        roll.findCall(call).ifPresent(own -> {
            roll.each(call, leg -> all.add(new Participant(call, leg, null)));
            all.addAll(peers.participants(own));
        });
        return all;
    }

    /** Some of everybody in all meetings: only the calls that the page falls into are looked at closely. */
    List<Participant> page(int offset, int limit) {
        List<Participant> page = new ArrayList<>();
        int before = 0;
        for (Call call : roll.calls()) {
            int size = count(call);
            if (before + size > offset && page.size() < limit) {
                of(call.id()).stream().skip(Math.max(0, offset - before)).limit(limit - page.size()).forEach(page::add);
            }
            before += size;
        }
        return page;
    }

    /** How many people are in the meeting of this call. */
    int count(Call call) {
        return roll.count(call.id()) + peers.count(call.correlator());
    }

    /** The participant of this id, here or on another bridge, if the meeting has a call here. */
    Optional<Participant> find(UUID id) {
        Optional<Participant> own = roll.findLeg(id).flatMap(leg -> roll.findCall(leg.call()).map(call -> new Participant(call.id(), leg, null)));
        return own.or(() -> peers.findParticipant(id, correlator -> roll.callsOf(correlator).stream().findFirst()));
    }

    /** The legs of a call's meeting on all bridges. */
    Stream<CallLeg> everybody(Call call) {
        return Stream.concat(roll.legsOf(call.id()).stream(), peers.legs(call.correlator()));
    }
}
