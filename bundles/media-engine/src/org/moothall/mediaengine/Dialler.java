package org.moothall.mediaengine;

import java.util.UUID;
import java.util.function.BiConsumer;

/** Calls people: they ring, are asked whether they want to join, and answer or not. Guarded by the conference. */
final class Dialler {

    private final Roll roll;
    private final Agenda agenda;
    private final BiConsumer<CallLeg, UUID> connect;
    private final BiConsumer<UUID, EndReason> hangUp;

    Dialler(Roll roll, Agenda agenda, BiConsumer<CallLeg, UUID> connect, BiConsumer<UUID, EndReason> hangUp) {
        this.roll = roll;
        this.agenda = agenda;
        this.connect = connect;
        this.hangUp = hangUp;
    }

    /** Begins to call the party of this leg. */
    void dial(CallLeg leg) {
        Dialling.of(leg.endpoint().remoteParty(), leg.confirmation() == Confirmation.REQUIRED)
                .forEach(step -> agenda.after(step.after(), () -> play(leg.id(), step)));
    }

    private void play(UUID legId, Dialling.Step step) {
        roll.findLeg(legId).ifPresent(leg -> play(leg, step));
    }

    private void play(CallLeg leg, Dialling.Step step) {
        UUID call = leg.call();
        EndReason failure = step.failure();
        CallLeg now = step.confirmation() == Confirmation.NONE ? leg : roll.change(leg, leg.confirming(step.confirmation()));
        if (failure != null) {
            hangUp.accept(leg.id(), failure);
        } else if (call != null && step.state() == LegState.CONNECTED) {
            connect.accept(now, call);
        } else if (call != null) {
            roll.change(now, now.placed(call, step.state(), roll.now()));
        }
    }
}
