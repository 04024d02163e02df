package org.moothall.mediaengine;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.eclipse.jdt.annotation.Nullable;

/** How the party behind an address behaves when it is called: made from the address alone. */
final class Dialling {

    private static final Step RINGS = new Step(Duration.ofMillis(300), LegState.RINGING, Confirmation.NONE, null);
    private static final Step ANSWERS = new Step(Duration.ofMillis(1_800), LegState.CONNECTED, Confirmation.NONE, null);
    private static final Step CONFIRMS = new Step(Duration.ofMillis(4_000), LegState.CONNECTED, Confirmation.CONFIRMED, null);

    /** @param confirmation what becomes of the question, NONE: nothing; @param failure how it ends, null when it goes on to {@code state} */
    record Step(Duration after, LegState state, Confirmation confirmation, @Nullable EndReason failure) {}

    private Dialling() {}

    /** @param asked whether the party hears a prompt and has to press a key */
    static List<Step> of(String address, boolean asked) {
        String text = address.toLowerCase(Locale.ROOT);
        if (text.contains("unknown")) {
            return List.of(fails(200, EndReason.UNKNOWN_DESTINATION));
        }
        if (text.contains("nodns")) {
            return List.of(fails(200, EndReason.DNS_FAILURE));
        }
        if (text.contains("busy")) {
            return List.of(RINGS, fails(900, EndReason.REMOTE_BUSY));
        }
        if (text.contains("reject")) {
            return List.of(RINGS, fails(2_500, EndReason.REMOTE_REJECTED));
        }
        if (text.contains("noanswer")) {
            return List.of(RINGS, fails(30_000, EndReason.RINGING_TIMEOUT));
        }
        return !asked ? List.of(RINGS, ANSWERS) : text.contains("declines") ? List.of(RINGS, declines(4_000, EndReason.LOCAL_TEARDOWN))
                : text.contains("ignores") ? List.of(RINGS, declines(30_000, EndReason.CONFIRMATION_TIME_OUT)) : List.of(RINGS, CONFIRMS);
    }

    private static Step fails(long millis, EndReason reason) {
        return new Step(Duration.ofMillis(millis), LegState.INITIAL, Confirmation.NONE, reason);
    }

    private static Step declines(long millis, EndReason reason) {
        return new Step(Duration.ofMillis(millis), LegState.INITIAL, Confirmation.REJECTED, reason);
    }
}
