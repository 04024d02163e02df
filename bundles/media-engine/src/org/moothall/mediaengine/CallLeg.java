package org.moothall.mediaengine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

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
 * @param inherited what the profiles above this leg say, by API parameter name
 * @param moved null when it was not moved
 * @spec meeting-server-wire §1.11
 */
public record CallLeg(UUID id, @Nullable UUID call, Endpoint endpoint, boolean outgoing, LegState state, Instant start, @Nullable Instant connected,
        boolean deactivated, boolean admitted, Duration activatedBefore, @Nullable Instant activatedSince, Map<String, String> settings,
        Map<String, String> inherited, boolean presenting, boolean speaking, Confirmation confirmation, @Nullable Moved moved, String localAddress) {

    public CallLeg {
        settings = Map.copyOf(settings);
        inherited = Map.copyOf(inherited);
    }

    /** The value that counts for this leg, empty when neither it nor a profile has one. */
    public String get(String parameter) {
        String own = settings.get(parameter);
        return own == null ? inherited.getOrDefault(parameter, "") : own;
    }

    /** Whether this parameter is {@code true}. */
    public boolean is(String parameter) {
        return "true".equals(get(parameter));
    }

    /** The override of this parameter, empty when there is none. */
    public String override(String parameter) {
        return settings.getOrDefault(parameter, "");
    }

    /** Whether it may only take part while somebody else does. */
    public boolean needsActivation() {
        return is("needsActivation");
    }

    /** Whether it is connected and not in the lobby. */
    public boolean active() {
        return state == LegState.CONNECTED && !deactivated;
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
        return changed(draft -> {
            draft.call = newCall;
            draft.state = newState;
            draft.connected = newState == LegState.CONNECTED ? now : null;
            draft.activatedSince = newState == LegState.CONNECTED && !deactivated ? now : null;
        });
    }

    CallLeg with(Map<String, String> changes) {
        return changed(draft -> draft.settings = Space.merged(settings, changes));
    }

    CallLeg inheriting(Map<String, String> all) {
        return changed(draft -> draft.inherited = all);
    }

    CallLeg inLobby(boolean waits, boolean letIn, Instant now) {
        return changed(draft -> {
            draft.deactivated = waits;
            draft.admitted = letIn;
            draft.activatedBefore = waits ? activated(now) : activatedBefore;
            draft.activatedSince = waits || state != LegState.CONNECTED ? null : activatedSince == null ? now : activatedSince;
            draft.presenting = presenting && !waits;
            draft.speaking = speaking && !waits;
        });
    }

    CallLeg showing(boolean presents, boolean speaks) {
        return changed(draft -> {
            draft.presenting = presents;
            draft.speaking = speaks;
        });
    }

    CallLeg confirming(Confirmation now) {
        return changed(draft -> draft.confirmation = now);
    }

    private CallLeg changed(Consumer<LegDraft> change) {
        LegDraft draft = new LegDraft(this);
        change.accept(draft);
        return draft.leg();
    }
}
