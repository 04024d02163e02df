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
 * @param encrypted whether its media are
 * @param recordsItself whether its endpoint keeps a recording of its own
 * @param cdrTag what records say beside who is at the other end, empty for nothing
 * @spec meeting-server-wire §1.11
 */
public record CallLeg(UUID id, @Nullable UUID call, Endpoint endpoint, boolean outgoing, LegState state, Instant start, @Nullable Instant connected,
        boolean deactivated, boolean admitted, Duration activatedBefore, @Nullable Instant activatedSince, Map<String, String> settings,
        Map<String, String> inherited, boolean presenting, boolean speaking, Confirmation confirmation, @Nullable Moved moved, String localAddress,
        boolean encrypted, boolean recordsItself, String cdrTag) {

    static final String ENCRYPTION = "sipMediaEncryption";

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

    /** Whether it can only be an encrypted one. */
    boolean needsEncryption() {
        return needsEncryption(endpoint, get(ENCRYPTION));
    }

    /** Web browsers know nothing else; of SIP calls the profile decides. */
    static boolean needsEncryption(Endpoint endpoint, String mode) {
        return !endpoint.kind().sip() || "required".equals(mode);
    }

    /** Whether its profile lets it be encrypted. */
    boolean mayEncrypt() {
        return !endpoint.kind().sip() || !"prohibited".equals(get(ENCRYPTION));
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

    /** Whether it listens to a voice that asks for a passcode: connected, but not in a call. */
    public boolean atIvr() {
        return state == LegState.CONNECTED && call == null;
    }

    /** SIP Call-ID, or the session of the web app: made from the id, so that it is the same wherever it is shown. */
    public String sipCallId() {
        return sipCallId(id);
    }

    /** SIP Call-ID of the leg that this one took the place of, empty when there is none. */
    public String replacedSipCallId() {
        Moved from = moved;
        return from == null || !endpoint.kind().sip() ? "" : sipCallId(from.leg());
    }

    private String sipCallId(UUID leg) {
        return new UUID(leg.getLeastSignificantBits(), leg.getMostSignificantBits() ^ 0x5deece66dL) + "@" + endpoint.remoteAddress();
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
            draft.connected = newState != LegState.CONNECTED ? null : connected == null ? now : connected;
            draft.activatedSince = newState == LegState.CONNECTED && !deactivated ? now : null;
        });
    }

    /** Hears the voice that asks for a passcode. */
    CallLeg answeredByIvr(Instant now) {
        return changed(draft -> {
            draft.state = LegState.CONNECTED;
            draft.connected = now;
        });
    }

    CallLeg encrypting(boolean does) {
        return changed(draft -> draft.encrypted = does);
    }

    CallLeg recordingItself(boolean does) {
        return changed(draft -> draft.recordsItself = does);
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
