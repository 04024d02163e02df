package org.moothall.mediaengine;

import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who waits and who is let in. Guarded by the conference. @spec meeting-server-wire §1.11, §1.12 */
final class Lobby {

    private final Roll roll;
    private final Function<UUID, Stream<CallLeg>> everybody;

    /** @param everybody the legs of a call's meeting on all bridges */
    Lobby(Roll roll, Function<UUID, Stream<CallLeg>> everybody) {
        this.roll = roll;
        this.everybody = everybody;
    }

    /** Whether somebody who comes now has to wait. */
    boolean keepsOut(CallLeg leg, Call call) {
        return lockedFor(leg, call) || leg.needsActivation() && !activated(call.id());
    }

    /** Lets in, or sends back, as an operator wishes. */
    CallLeg moved(CallLeg leg, boolean waits) {
        return leg.inLobby(waits, !waits, roll.now());
    }

    /** Somebody came or went: those who need company wait or not. */
    void apply(UUID callId) {
        Call call = roll.call(callId);
        boolean open = activated(callId);
        for (CallLeg leg : roll.legsOf(callId)) {
            if (leg.state() != LegState.CONNECTED || leg.admitted() || !leg.needsActivation()) {
                continue;
            }
            boolean waits = open ? leg.deactivated() && lockedFor(leg, call) : leg.deactivated() || "deactivate".equals(leg.get("deactivationMode"));
            if (waits != leg.deactivated()) {
                roll.change(leg, leg.inLobby(waits, false, roll.now()));
            }
        }
    }

    /** A lock was opened: those it kept out come in. */
    void unlocked(Call before, Call after) {
        if (before.is("locked") && !after.is("locked")) {
            roll.legsOf(after.id()).stream().filter(leg -> leg.deactivated() && !leg.needsActivation())
                    .forEach(leg -> roll.change(leg, leg.inLobby(false, false, roll.now())));
            apply(after.id());
        }
    }

    private boolean activated(UUID callId) {
        return everybody.apply(callId).anyMatch(leg -> leg.active() && !leg.needsActivation());
    }

    /** A lock keeps out everybody, or, where the profile says so, only those who need activation. */
    private static boolean lockedFor(CallLeg leg, Call call) {
        return call.is("locked") && (leg.needsActivation() || !"needsActivation".equals(call.get("lockMode")));
    }
}
