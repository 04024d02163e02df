package org.moothall.mediaengine;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who waits and who is let in. Guarded by the conference. @spec meeting-server-wire §1.11, §1.12 */
final class Lobby {

    private final Roll roll;
    private final Agenda agenda;
    private final BiConsumer<UUID, EndReason> hangUp;
    private final Set<UUID> leftAlone = new HashSet<>();
    private final Set<UUID> sentBack = new HashSet<>();
    private final Function<UUID, Stream<CallLeg>> everybody;

    /** @param everybody the legs of a call's meeting on all bridges */
    Lobby(Roll roll, Agenda agenda, BiConsumer<UUID, EndReason> hangUp, Function<UUID, Stream<CallLeg>> everybody) {
        this.roll = roll;
        this.agenda = agenda;
        this.hangUp = hangUp;
        this.everybody = everybody;
    }

    /** Whether somebody who comes now has to wait. */
    boolean keepsOut(CallLeg leg, Call call) {
        return lockedFor(leg, call) || leg.needsActivation() && !activated(call.id());
    }

    /** Changes overrides of a leg; {@code deactivated} lets in or sends back. */
    CallLeg change(CallLeg leg, Map<String, String> changes) {
        Map<String, String> settings = new LinkedHashMap<>(changes);
        String waits = settings.remove("deactivated");
        CallLeg changed = leg.with(settings);
        changed = waits == null || waits.isEmpty() ? changed : moved(changed, "true".equals(waits));
        roll.change(leg, changed);
        UUID call = changed.call();
        if (call != null) {
            apply(call);
        }
        return changed;
    }

    /** Lets in, or sends back, as an operator wishes; who was sent back waits until an operator lets them in. */
    private CallLeg moved(CallLeg leg, boolean waits) {
        sentBack.removeIf(id -> id.equals(leg.id()) || roll.findLeg(id).isEmpty());
        if (waits) {
            sentBack.add(leg.id());
        }
        return leg.inLobby(waits, !waits, roll.now());
    }

    /** Somebody came or went: those who need company come in, or are on their own. */
    void apply(UUID callId) {
        Call call = roll.call(callId);
        if (!roll.anyNeedsActivation(callId)) {
            return;
        }
        boolean open = activated(callId);
        for (CallLeg leg : roll.legsOf(callId)) {
            if (leg.state() != LegState.CONNECTED || leg.admitted() || !leg.needsActivation()) {
                continue;
            }
            if (open && leg.deactivated() && !lockedFor(leg, call) && !sentBack.contains(leg.id())) {
                roll.change(leg, leg.inLobby(false, false, roll.now()));
            } else if (!open && !leg.deactivated()) {
                leaveAlone(leg);
            }
        }
    }

    /** The last one who activates has left: what becomes of this leg is in its profile, after a time that is there as well. */
    private void leaveAlone(CallLeg leg) {
        String mode = leg.get("deactivationMode");
        String seconds = leg.get("deactivationModeTime");
        if (("deactivate".equals(mode) || "disconnect".equals(mode)) && leftAlone.add(leg.id())) {
            agenda.after(Duration.ofSeconds(seconds.isEmpty() ? 0 : Long.parseLong(seconds)), () -> endOfPatience(leg.id()));
        }
    }

    private void endOfPatience(UUID id) {
        leftAlone.remove(id);
        roll.findLeg(id).filter(leg -> leg.active() && leg.needsActivation() && !leg.admitted()).ifPresent(leg -> {
            UUID call = leg.call();
            if (call == null || activated(call)) {
                return;
            }
            if ("disconnect".equals(leg.get("deactivationMode"))) {
                hangUp.accept(id, EndReason.CALL_DEACTIVATED);
            } else {
                roll.change(leg, leg.inLobby(true, false, roll.now()));
            }
        });
    }

    /** A lock was opened: those it kept out come in. */
    void unlocked(Call before, Call after) {
        if (before.is("locked") && !after.is("locked")) {
            roll.legsOf(after.id()).stream().filter(leg -> leg.deactivated() && !leg.needsActivation() && !sentBack.contains(leg.id()))
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
