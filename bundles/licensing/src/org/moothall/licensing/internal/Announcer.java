package org.moothall.licensing.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.PageRequest;
import org.moothall.licensing.Enforcement;
import org.moothall.licensing.Feature;
import org.moothall.licensing.FeatureStatus;
import org.moothall.licensing.LicenceStatus;
import org.moothall.licensing.internal.collect.Findings;
import org.moothall.notifications.Condition;
import org.moothall.notifications.Notifications;
import org.moothall.notifications.Severity;
import org.moothall.servers.CallBridge;
import org.moothall.servers.CallBridgeId;

/** Tells people what they should know of licences. */
final class Announcer {

    private static final String PREFIX = "licensing.";

    private final Notifications notifications;
    private Set<String> raised = Set.of();

    Announcer(Notifications notifications) {
        this.notifications = notifications;
    }

    /** This is how it stands now. @param warn whether licences are looked after here */
    synchronized void tell(List<FeatureStatus> features, Findings findings, boolean warn) {
        Set<String> now = new HashSet<>();
        if (warn) {
            features.forEach(feature -> feature(feature, now));
            findings.clones().forEach((host, bridges) -> raise(clones(host, bridges), now));
            findings.ill().forEach((bridge, problem) -> raise(unread(bridge, problem), now));
        }
        raised.stream().filter(key -> !now.contains(key)).forEach(notifications::clear);
        raised = now;
    }

    /** Takes over what was raised before a restart or by another instance, so that it keeps its time or is cleared. */
    synchronized void begin() {
        raised = notifications.open(new PageRequest(PageRequest.MAX_LIMIT, null)).items().stream().map(notification -> notification.condition().key())
                .filter(key -> key.startsWith(PREFIX)).collect(Collectors.toSet());
    }

    private void feature(FeatureStatus feature, Set<String> now) {
        String key = feature.feature().name().toLowerCase(Locale.ROOT).replace('_', '-');
        @Nullable Severity status = severity(feature.status(), feature.feature());
        if (status != null) {
            raise(new Condition(PREFIX + "status:" + key, status, name(feature.feature()) + ": " + words(feature.status()), feature.rule().text(),
                    "See on the Licences page which days were over, and allocate more licences.", null, key), now);
        }
        Enforcement enforcement = feature.enforcement();
        boolean wanted = feature.feature() == Feature.MEETINGS || feature.status() != LicenceStatus.UNLICENSED;
        @Nullable Severity severity = severity(enforcement.level());
        if (severity != null && wanted) {
            raise(new Condition(PREFIX + "enforcement:" + key, severity, name(feature.feature()) + ": " + enforcement.text(), meaning(enforcement.level()),
                    "Allocate more licences, or see to it that every cluster can be reached.", null, key), now);
        }
    }

    private void raise(Condition condition, Set<String> now) {
        notifications.raise(condition);
        now.add(condition.key());
    }

    private static Condition unread(CallBridgeId bridge, String problem) {
        return new Condition(PREFIX + "unread:" + bridge.value(), Severity.WARNING, "Not all of what a Call Bridge uses is counted",
                "Its reports are missing in the utilisation of licences; they are marked there.", problem, null, bridge.value());
    }

    private static Condition clones(String host, List<CallBridge> bridges) {
        String names = bridges.stream().map(CallBridge::name).sorted().collect(Collectors.joining(", "));
        return new Condition(PREFIX + "clones:" + host, Severity.ERROR, "Call Bridges are copies of each other: " + names,
                "They report their usage under the same host id " + host
                        + ", as copied virtual machines do. Here they are told apart; others may count one of them.",
                "Install all but one of them anew instead of copying them.", null, host);
    }

    private static @Nullable Severity severity(LicenceStatus status, Feature feature) {
        return switch (status) {
            case IN_COMPLIANCE, LICENSED -> null;
            case UNLICENSED -> feature == Feature.MEETINGS ? Severity.WARNING : null;
            case OVER_80_PERCENT -> Severity.INFORMATION;
            case INSUFFICIENT_LICENCES -> Severity.WARNING;
            case OUT_OF_COMPLIANCE -> Severity.ERROR;
        };
    }

    private static @Nullable Severity severity(Enforcement.Level level) {
        return switch (level) {
            case NONE -> null;
            case ALARM_1, AVAILABLE_FOR -> Severity.WARNING;
            case ALARM_2, ALARM_3, NOT_AVAILABLE -> Severity.ERROR;
        };
    }

    private static String meaning(Enforcement.Level level) {
        return switch (level) {
            case NONE -> "";
            case ALARM_1 -> "After that, participants see and hear a warning when they join.";
            case AVAILABLE_FOR -> "After that, it is switched off on the servers.";
            case ALARM_2 -> "Participants see a text for 30 seconds and hear a prompt when they join. After that, the text stays.";
            case ALARM_3 -> "Participants hear a prompt when they join and see a large text during the whole meeting.";
            case NOT_AVAILABLE -> "It is switched off on the servers.";
        };
    }

    private static String name(Feature feature) {
        return switch (feature) {
            case MEETINGS -> "Licences for meetings";
            case RECORDING_OR_STREAMING -> "Licences for recording or streaming";
            case CUSTOMIZATION -> "Licence for customization";
        };
    }

    private static String words(LicenceStatus status) {
        return switch (status) {
            case IN_COMPLIANCE -> "in compliance";
            case LICENSED -> "licensed";
            case UNLICENSED -> "unlicensed";
            case OVER_80_PERCENT -> "over 80 % threshold";
            case INSUFFICIENT_LICENCES -> "insufficient licences";
            case OUT_OF_COMPLIANCE -> "out of compliance";
        };
    }
}
