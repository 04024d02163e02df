package org.moothall.servers.internal.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.notifications.Condition;
import org.moothall.notifications.Severity;
import org.moothall.servers.CallBridge.Alarm;
import org.moothall.servers.CallBridge.Status;
import org.moothall.servers.Health;
import org.moothall.servers.LinkState;
import org.moothall.servers.internal.store.BridgeRow;

/**
 * What the health of a bridge means: its status and the conditions people should know. A pure function of its inputs.
 * Broken links count in the status; their conditions are raised by the domain that keeps the link and knows why it broke.
 *
 * @spec operator-features B.8
 */
public record Judgement(Status status, List<Condition> conditions) {

    static final Duration CLOCK_LIMIT = Duration.ofSeconds(5);
    static final Duration CLOCK_CALM = Duration.ofSeconds(4);
    static final Duration EXPIRY_NOTICE = Duration.ofDays(30);

    public Judgement {
        conditions = List.copyOf(conditions);
    }

    /** @param raised keys of the conditions that are raised now, so that none flickers about its limit */
    public static Judgement of(BridgeRow bridge, BridgeHealth health, Set<String> raised, Instant now) {
        ConditionTexts texts = new ConditionTexts(bridge);
        List<Condition> conditions = conditions(texts, health, raised, now);
        List<Condition> all = health.down() ? conditions : withLinks(texts, health, conditions);
        Reading reading = health.reading();
        ClockOffset clock = reading == null ? ClockOffset.UNKNOWN : reading.clock();
        boolean down = health.down();
        Status status = new Status(health(health, all), message(health, all), reading == null ? null : reading.softwareVersion(),
                reading == null || down ? null : reading.uptimeSeconds(), reading == null || down ? null : reading.load(),
                reading == null || down ? null : reading.callLegsActive(), reading == null || down ? List.of() : reading.alarms(),
                health.cdr().state(), health.events().state(), rounded(clock.provedMillis()), health.certificateExpires(), health.lastSeen());
        return new Judgement(status, conditions);
    }

    private static List<Condition> conditions(ConditionTexts texts, BridgeHealth health, Set<String> raised, Instant now) {
        List<Condition> found = new ArrayList<>();
        Problem problem = health.problem();
        if (problem != null && health.down()) {
            // What the bridge cannot help while it is away would only hide the cause.
            return List.of(texts.unusable(problem));
        }
        Reading reading = health.reading();
        if (reading != null) {
            clock(texts, reading.clock(), raised, found);
            for (Alarm alarm : reading.alarms()) {
                found.add(texts.alarm(alarm));
            }
        }
        Instant expires = health.certificateExpires();
        if (expires != null && now.plus(EXPIRY_NOTICE).isAfter(expires)) {
            found.add(texts.certificateExpires(expires, now));
        }
        return found;
    }

    private static List<Condition> withLinks(ConditionTexts texts, BridgeHealth health, List<Condition> conditions) {
        List<Condition> all = new ArrayList<>(conditions);
        if (health.cdr().state() == LinkState.FAILED) {
            all.add(texts.cdr(health.cdr().detail()));
        }
        if (health.events().state() == LinkState.FAILED) {
            all.add(texts.events(health.events().detail()));
        }
        return all;
    }

    private static void clock(ConditionTexts texts, ClockOffset clock, Set<String> raised, List<Condition> found) {
        Long proved = clock.provedMillis();
        if (proved != null) {
            Condition off = texts.clock(proved);
            if (clock.exceeds(raised.contains(off.key()) ? CLOCK_CALM : CLOCK_LIMIT)) {
                found.add(off);
            }
        }
    }

    private static Health health(BridgeHealth health, List<Condition> conditions) {
        if (health.reading() == null && health.problem() == null) {
            return Health.UNKNOWN;
        }
        Severity worst = conditions.stream().map(Condition::severity).max(Severity::compareTo).orElse(Severity.INFORMATION);
        if (worst == Severity.ERROR) {
            return Health.ERROR;
        }
        if (worst == Severity.WARNING) {
            return Health.WARNING;
        }
        return health.reading() == null ? Health.UNKNOWN : Health.OK;
    }

    private static @Nullable String message(BridgeHealth health, List<Condition> conditions) {
        if (conditions.isEmpty()) {
            return health.reading() == null ? "It has not answered yet." : null;
        }
        Condition worst = conditions.stream().reduce((a, b) -> b.severity().compareTo(a.severity()) > 0 ? b : a).orElseThrow();
        return worst.message() + ". " + worst.remedy();
    }

    /** Tenths of a second: the rest is noise that would look like a change. */
    private static @Nullable Long rounded(@Nullable Long millis) {
        return millis == null ? null : Long.valueOf(Math.round(millis / 100.0) * 100);
    }
}
