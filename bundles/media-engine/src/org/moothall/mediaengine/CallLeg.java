package org.moothall.mediaengine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;

/**
 * One connection between this bridge and an endpoint; for the API also the participant of the same id.
 *
 * @param call null while an incoming leg is not placed yet
 * @param connected null until it is connected
 * @param deactivated waits in the lobby
 * @param admitted let in by an operator: waits for nobody
 * @param activatedBefore time spent activated, without the time since {@code activatedSince}
 * @param settings overrides on this leg by API parameter name
 * @param movedLeg the leg this one replaces after a move, null when it was not moved
 * @spec meeting-server-wire §1.11
 */
public record CallLeg(UUID id, @Nullable UUID call, Endpoint endpoint, boolean outgoing, LegState state, Instant start, @Nullable Instant connected,
        boolean deactivated, boolean admitted, Duration activatedBefore, @Nullable Instant activatedSince, Map<String, String> settings,
        boolean presenting, boolean speaking, @Nullable UUID movedLeg, String localAddress) {

    public CallLeg {
        settings = Map.copyOf(settings);
    }

    /** The value of this override, empty when there is none. */
    public String get(String parameter) {
        return settings.getOrDefault(parameter, "");
    }

    /** Whether this override is {@code true}. */
    public boolean is(String parameter) {
        return "true".equals(get(parameter));
    }

    /** What the others see: the label if there is one. */
    public String shownName() {
        String label = get("nameLabelOverride");
        return label.isEmpty() ? endpoint.displayName() : label;
    }

    /** How the conference is laid out for this leg. */
    public String layout() {
        String chosen = get("chosenLayout");
        String fallback = get("defaultLayout");
        return !chosen.isEmpty() ? chosen : fallback.isEmpty() ? "automatic" : fallback;
    }

    /** SIP Call-ID, or the session of the web app: made from the id, so that it is the same wherever it is shown. */
    public String sipCallId() {
        return new UUID(id.getLeastSignificantBits(), id.getMostSignificantBits() ^ 0x5deece66dL) + "@" + endpoint.remoteAddress();
    }

    /** Time spent activated until now. */
    public Duration activated(Instant now) {
        Instant since = activatedSince;
        return since == null ? activatedBefore : activatedBefore.plus(Duration.between(since, now));
    }

    CallLeg placed(UUID newCall, LegState newState, Instant now) {
        Instant since = newState == LegState.CONNECTED ? now : null;
        return new CallLeg(id, newCall, endpoint, outgoing, newState, start, since, deactivated, admitted, activatedBefore, deactivated ? null : since,
                settings, presenting, speaking, movedLeg, localAddress);
    }

    CallLeg with(Map<String, String> changes) {
        return new CallLeg(id, call, endpoint, outgoing, state, start, connected, deactivated, admitted, activatedBefore, activatedSince, Space.merged(settings,
                changes), presenting, speaking, movedLeg, localAddress);
    }

    CallLeg inLobby(boolean waits, boolean letIn, Instant now) {
        Instant since = waits || state != LegState.CONNECTED ? null : activatedSince == null ? now : activatedSince;
        return new CallLeg(id, call, endpoint, outgoing, state, start, connected, waits, letIn, waits ? activated(now) : activatedBefore, since, settings,
                presenting && !waits, speaking && !waits, movedLeg, localAddress);
    }

    CallLeg showing(boolean presents, boolean speaks) {
        return new CallLeg(id, call, endpoint, outgoing, state, start, connected, deactivated, admitted, activatedBefore, activatedSince, settings, presents,
                speaks, movedLeg, localAddress);
    }
}
