package org.moothall.servers.internal.health;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.net.NetProblem;
import org.moothall.notifications.Condition;
import org.moothall.notifications.Severity;
import org.moothall.servers.CallBridge.Alarm;
import org.moothall.servers.ServersProblem;
import org.moothall.servers.internal.store.BridgeRow;

/** The conditions of one bridge in words. */
final class ConditionTexts {

    private final BridgeRow bridge;
    private final String name;

    ConditionTexts(BridgeRow bridge) {
        this.bridge = bridge;
        this.name = bridge.name().equals(bridge.address().toString()) || bridge.name().equals(bridge.address().host())
                ? bridge.name() : bridge.name() + " (" + bridge.address() + ")";
    }

    Condition unusable(Problem problem) {
        if (problem.code() == ServersProblem.CREDENTIALS_REFUSED) {
            return condition("credentials-refused", Severity.ERROR, name + " refuses the user name or password",
                    "Its meetings are neither seen nor controlled.", "Enter the credentials of an API user of this Call Bridge under Servers.");
        }
        if (problem.code() == NetProblem.CERTIFICATE_CHANGED) {
            return condition("certificate", Severity.ERROR, name + " shows another certificate than the one that was confirmed",
                    "Nothing is sent to it, because it could be an impostor. Its meetings are neither seen nor controlled.", problem.detail());
        }
        if (problem.code() == NetProblem.CERTIFICATE_NOT_TRUSTED) {
            return condition("certificate", Severity.ERROR, "The certificate of " + name + " is not trusted",
                    "Nothing is sent to it. Its meetings are neither seen nor controlled.", problem.detail());
        }
        if (problem.code() == ServersProblem.REFUSED_BY_BRIDGE || problem.code() == ServersProblem.NOT_A_CALL_BRIDGE
                || problem.code() == NetProblem.NOT_UNDERSTOOD || problem.code() == NetProblem.ANSWER_TOO_LARGE) {
            return condition("bad-answer", Severity.ERROR, name + " does not answer as a Call Bridge does",
                    "What is shown of it and its meetings may be old.", problem.detail());
        }
        return condition("not-responding", Severity.ERROR, name + " is not responding",
                "Meetings on it are neither seen nor controlled; meetings on other Call Bridges go on.", problem.detail());
    }

    Condition clock(long millis) {
        String amount = String.format(Locale.ROOT, "%.1f", Math.abs(millis) / 1000.0);
        return condition("clock", Severity.WARNING,
                "The clock of " + name + " is " + amount + " seconds " + (millis > 0 ? "ahead of" : "behind") + " this server's",
                "Start and end times of meetings are wrong by that much, and secure connections may fail.",
                "Set the same NTP servers on the Call Bridge and on this server's machine.");
    }

    Condition certificateExpires(Instant expires, Instant now) {
        long days = Math.max(0, Duration.between(now, expires).toDays());
        String date = expires.atZone(ZoneOffset.UTC).toLocalDate().toString();
        String when = expires.isBefore(now) ? "expired on " + date : "expires on " + date + " (in " + days + (days == 1 ? " day)" : " days)");
        return condition("certificate-expiry", Severity.WARNING, "The certificate of " + name + " " + when,
                "After that day connections that check certificates fail, and its meetings are no longer seen.",
                "Renew the Web Admin certificate on the Call Bridge" + (bridge.trust().sha256() == null ? "." : ", then confirm its new fingerprint here."));
    }

    Condition alarm(Alarm alarm) {
        String detail = alarm.detail();
        return condition("alarm-" + alarm.type(), Severity.WARNING, name + " reports: " + words(alarm.type()) + (detail == null ? "" : " (" + detail + ")"),
                "The Call Bridge itself raised this alarm; what it affects depends on it.",
                "Look at the alarm on the Call Bridge's own status page; it clears here when it clears there.");
    }

    Condition cdr(@Nullable String detail) {
        return condition("cdr", Severity.WARNING, "Call detail records of " + name + " do not arrive",
                "Its meetings are still read from its API, but late and incompletely.",
                detail == null ? "Check the CDR receiver address in the settings and that the Call Bridge can reach it." : detail);
    }

    Condition events(@Nullable String detail) {
        return condition("events", Severity.WARNING, "Live events of " + name + " are disrupted",
                "Changes in its meetings show late until the connection is back; it is tried again by itself.",
                detail == null ? "If it stays, check that nothing between closes long-lived connections." : detail);
    }

    private Condition condition(String what, Severity severity, String message, String explanation, String remedy) {
        return new Condition("servers." + what + ":" + bridge.id().value(), severity, message, explanation, remedy, bridge.cluster().value(),
                bridge.id().value());
    }

    private static String words(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT).replace("call bridge", "Call Bridge").replace("cdr", "CDR");
    }
}
