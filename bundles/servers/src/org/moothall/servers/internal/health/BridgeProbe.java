package org.moothall.servers.internal.health;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.servers.CallBridge.Alarm;
import org.moothall.servers.ServersProblem;
import org.moothall.servers.spi.ApiElement;
import org.moothall.servers.spi.CallBridgeConnection;

/** Asks a Call Bridge how it is (wire reference §1.6, §1.8). */
public final class BridgeProbe {

    private final Clock clock;

    /** Measures bridges' clocks against this one. */
    public BridgeProbe(Clock clock) {
        this.clock = clock;
    }

    /** Status, load and alarms. */
    public Reading read(CallBridgeConnection bridge) {
        Instant asked = clock.instant();
        ApiElement status = bridge.get("system/status", Map.of());
        Instant received = clock.instant();
        if (!status.name().equals("status") || status.text("softwareVersion").isEmpty()) {
            throw Problem.of(ServersProblem.NOT_A_CALL_BRIDGE, "It answers, but not with the status of a Call Bridge. Check address and port.").exception();
        }
        return new Reading(status.text("softwareVersion"), number(status.text("uptimeSeconds")), integer(status.text("callLegsActive")), load(bridge),
                alarms(bridge), empty(status.text("clusterId")), offset(status.text("cdrTime"), asked, received));
    }

    /** Who it is in its cluster. */
    public Membership membership(CallBridgeConnection bridge) {
        List<Member> members = new ArrayList<>();
        for (ApiElement row : bridge.list("callBridges", Map.of())) {
            ApiElement whole = row.text("address").isEmpty() ? bridge.get("callBridges/" + row.id(), Map.of()) : row;
            members.add(new Member(row.id(), whole.text("name").isEmpty() ? row.text("name") : whole.text("name"), whole.text("address")));
        }
        String uniqueName = members.isEmpty() ? null : empty(bridge.get("system/configuration/cluster", Map.of()).text("uniqueName"));
        return new Membership(uniqueName, guid(members, uniqueName), members);
    }

    private static @Nullable String guid(List<Member> members, @Nullable String uniqueName) {
        for (Member member : members) {
            if (member.name().equals(uniqueName)) {
                return member.guid();
            }
        }
        return null;
    }

    private static @Nullable Integer load(CallBridgeConnection bridge) {
        try {
            return integer(bridge.get("system/load", Map.of()).text("mediaProcessingLoad"));
        } catch (ProblemException e) {
            return optional(e, null);
        }
    }

    private static List<Alarm> alarms(CallBridgeConnection bridge) {
        try {
            return bridge.get("system/alarms", Map.of()).all("alarm").stream().map(BridgeProbe::alarm).toList();
        } catch (ProblemException e) {
            return optional(e, List.of());
        }
    }

    /** Old versions do not know every object; anything else that is wrong counts. */
    private static <T> T optional(ProblemException e, T missing) {
        if (e.problem().code() == ServersProblem.REFUSED_BY_BRIDGE && !e.problem().violations().isEmpty()) {
            return missing;
        }
        throw e;
    }

    private static Alarm alarm(ApiElement element) {
        Long seconds = number(element.text("activeTimeSeconds"));
        StringBuilder detail = new StringBuilder();
        for (ApiElement child : element.children()) {
            if (!child.name().equals("type") && !child.name().equals("activeTimeSeconds") && !child.text().isEmpty()) {
                detail.append(detail.isEmpty() ? "" : ", ").append(child.name()).append(": ").append(child.text());
            }
        }
        return new Alarm(element.text("type"), seconds == null ? 0 : seconds, detail.isEmpty() ? null : detail.toString());
    }

    private static ClockOffset offset(String told, Instant asked, Instant received) {
        try {
            return ClockOffset.measured(Instant.parse(told), asked, received);
        } catch (DateTimeException e) {
            return ClockOffset.UNKNOWN;
        }
    }

    private static @Nullable Long number(String text) {
        return text.matches("\\d{1,15}") ? Long.valueOf(text) : null;
    }

    private static @Nullable Integer integer(String text) {
        return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }

    private static @Nullable String empty(String text) {
        return text.isEmpty() ? null : text;
    }
}
