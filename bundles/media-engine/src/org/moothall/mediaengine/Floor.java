package org.moothall.mediaengine;

import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;

/** Who presents and who speaks. Guarded by the conference. */
final class Floor {

    private final Roll roll;

    Floor(Roll roll) {
        this.roll = roll;
    }

    /** A leg begins or stops presenting; only one does in a call. Unknown legs are passed over. */
    void present(UUID legId, boolean presents) {
        roll.findLeg(legId).filter(leg -> leg.presenting() != presents && !leg.deactivated())
                .flatMap(leg -> roll.findCall(leg.call())).ifPresent(call -> present(call, legId, presents));
    }

    private void present(Call call, UUID legId, boolean presents) {
        roll.legsOf(call.id()).stream().filter(CallLeg::presenting).forEach(other -> roll.change(other, other.showing(false, other.speaking())));
        CallLeg now = roll.leg(legId);
        roll.change(now, now.showing(presents, now.speaking()));
        roll.change(call, call.withPresenter(presents ? legId : null));
    }

    /** An endpoint begins or stops to keep a recording of its own. Unknown legs are passed over. */
    void recordItself(UUID legId, boolean does) {
        roll.findLeg(legId).ifPresent(leg -> {
            roll.change(leg, leg.recordingItself(does));
            roll.findCall(leg.call()).filter(call -> does).ifPresent(call -> roll.change(call, call.withEndpointRecorded()));
        });
    }

    /** This leg speaks and no other one of the call; null: nobody here does. */
    void speak(UUID call, @Nullable UUID speaker) {
        for (CallLeg leg : roll.legsOf(call)) {
            boolean speaks = leg.id().equals(speaker) && !leg.deactivated() && !leg.is("rxAudioMute");
            if (leg.speaking() != speaks) {
                roll.change(leg, leg.showing(leg.presenting(), speaks));
            }
        }
    }
}
