package org.moothall.mediaengine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;

/** A leg while it is being changed: the one place that knows all its parts. */
final class LegDraft {

    private final CallLeg before;
    @Nullable
    UUID call;
    LegState state;
    @Nullable
    Instant connected;
    boolean deactivated;
    boolean admitted;
    Duration activatedBefore;
    @Nullable
    Instant activatedSince;
    Map<String, String> settings;
    Map<String, String> inherited;
    boolean presenting;
    boolean speaking;
    Confirmation confirmation;
    boolean encrypted;
    boolean recordsItself;

    LegDraft(CallLeg before) {
        this.before = before;
        call = before.call();
        state = before.state();
        connected = before.connected();
        deactivated = before.deactivated();
        admitted = before.admitted();
        activatedBefore = before.activatedBefore();
        activatedSince = before.activatedSince();
        settings = before.settings();
        inherited = before.inherited();
        presenting = before.presenting();
        speaking = before.speaking();
        confirmation = before.confirmation();
        encrypted = before.encrypted();
        recordsItself = before.recordsItself();
    }

    CallLeg leg() {
        return new CallLeg(before.id(), call, before.endpoint(), before.outgoing(), state, before.start(), connected, deactivated, admitted, activatedBefore,
                activatedSince, settings, inherited, presenting, speaking, confirmation, before.moved(), before.localAddress(), encrypted, recordsItself,
                before.cdrTag());
    }
}
