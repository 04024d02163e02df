package org.moothall.servers.ui.internal;

import java.time.Duration;
import java.time.Instant;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.servers.CallBridge;
import org.moothall.servers.Health;
import org.moothall.servers.LinkState;
import org.moothall.ui.model.Cell;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Status;
import org.moothall.ui.model.Tone;

/** How the state of servers is written. */
final class ServerWords {

    /** From here on a certificate's end is a warning: time enough to get another one. */
    static final int SOON_DAYS = 30;
    /** From here on a clock is off by so much that times in lists look wrong. */
    static final long CLOCK_OFF_MILLIS = 5_000;
    private static final int DAYS_A_YEAR = 365;

    private ServerWords() {}

    static Status status(Health health) {
        return switch (health) {
            case OK -> Status.OK;
            case UNKNOWN -> Status.UNKNOWN;
            case WARNING -> Status.WARNING;
            case ERROR -> Status.ERROR;
        };
    }

    static Cell health(Health health) {
        return Cell.status(status(health), word(health));
    }

    static String word(Health health) {
        return switch (health) {
            case OK -> Texts.of("health.ok");
            case UNKNOWN -> Texts.of("health.unknown");
            case WARNING -> Texts.of("health.warning");
            case ERROR -> Texts.of("health.error");
        };
    }

    static Cell link(LinkState state) {
        return switch (state) {
            case OFF -> Cell.muted(Texts.of("link.off")).withHint(Texts.of("link.off.hint"));
            case CONNECTING -> Cell.status(Status.UNKNOWN, Texts.of("link.connecting"));
            case CONNECTED -> Cell.status(Status.OK, Texts.of("link.connected"));
            case FAILED -> Cell.status(Status.ERROR, Texts.of("link.failed"));
        };
    }

    /** {@code 12 days}. */
    static String uptime(@Nullable Long seconds) {
        return seconds == null ? "" : Formats.age(Duration.ofSeconds(seconds));
    }

    static Cell certificate(@Nullable Instant expires, Instant now) {
        if (expires == null) {
            return Cell.EMPTY;
        }
        long days = Duration.between(now, expires).toDays();
        String hint = Texts.of("certificate.until", Formats.utc(expires));
        if (expires.isBefore(now)) {
            return Cell.status(Status.ERROR, Texts.of("certificate.over")).withHint(hint);
        }
        return (days < SOON_DAYS ? Cell.status(Status.WARNING, days(days)) : Cell.of(days(days))).withHint(hint);
    }

    private static String days(long days) {
        return days < 2 * DAYS_A_YEAR ? Texts.count("days", days) : Texts.count("years", days / DAYS_A_YEAR);
    }

    static Cell clock(@Nullable Long offsetMillis) {
        if (offsetMillis == null) {
            return Cell.EMPTY;
        }
        String words = Texts.of("clock.offset", String.format(java.util.Locale.UK, "%+.1f", offsetMillis / 1000.0));
        return Math.abs(offsetMillis) < CLOCK_OFF_MILLIS ? Cell.of(Math.abs(offsetMillis) < 100 ? Texts.of("clock.in-step") : words)
                : Cell.of(words).in(Tone.WARNING).withHint(Texts.of("clock.off"));
    }

    /** What people call it: the name given here, or the one it has in its cluster when none was given. */
    static String name(CallBridge bridge) {
        String unique = bridge.uniqueName();
        return unique != null && bridge.name().equals(address(bridge)) ? unique : bridge.name();
    }

    static String address(CallBridge bridge) {
        String host = bridge.host().contains(":") ? "[" + bridge.host() + "]" : bridge.host();
        return bridge.port() == 443 ? host : host + ":" + bridge.port();
    }
}
