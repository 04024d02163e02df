package org.moothall.mediaengine;

import java.time.Duration;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * The voice that asks who calls over SIP for the passcode of a space. They enter it, unless their address says otherwise: with
 * {@code wrongcode} in it a wrong one, with {@code nocode} none. Guarded by the conference. @spec meeting-server-wire §2.5
 */
final class Ivr {

    private static final Duration ENTERED = Duration.ofSeconds(4);
    private static final Duration GIVES_UP = Duration.ofSeconds(30);

    private final Roll roll;
    private final Spaces spaces;
    private final Agenda agenda;
    private final BiConsumer<CallLeg, EndReason> refuse;

    /** @param refuse ends a leg that is still there */
    Ivr(Roll roll, Spaces spaces, Agenda agenda, BiConsumer<CallLeg, EndReason> refuse) {
        this.roll = roll;
        this.spaces = spaces;
        this.agenda = agenda;
        this.refuse = refuse;
    }

    /** Whether who calls in hears it. */
    boolean asks(Arrival arrival) {
        return arrival.endpoint().kind().sip() && spaces.find(arrival.space()).filter(space -> !space.get("passcode").isEmpty()).isPresent();
    }

    /** Asks, and goes on with who entered the passcode. */
    CallLeg answer(CallLeg leg, Runnable entered) {
        String address = leg.endpoint().remoteParty().toLowerCase(Locale.ROOT);
        if (address.contains("nocode")) {
            agenda.after(GIVES_UP, () -> refuse.accept(leg, EndReason.IVR_TIMEOUT));
        } else if (address.contains("wrongcode")) {
            agenda.after(ENTERED, () -> refuse.accept(leg, EndReason.INCORRECT_PASSCODE));
        } else {
            agenda.after(ENTERED, entered);
        }
        return roll.change(leg, leg.answeredByIvr(roll.now()));
    }
}
