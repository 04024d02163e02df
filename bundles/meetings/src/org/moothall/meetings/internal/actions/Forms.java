package org.moothall.meetings.internal.actions;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.OperatorActions.MeetingChange;
import org.moothall.meetings.OperatorActions.Message;
import org.moothall.meetings.OperatorActions.NewParticipant;
import org.moothall.meetings.OperatorActions.PanePlacement;

/** What is wanted, in the Meeting Server's words; what cannot be meant is refused by name. @spec wire §1.10, §1.11 */
public final class Forms {

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_NAME_BYTES = 50;
    private static final int LONGEST_SECONDS = 86_400;
    private static final int LONGEST_ADDRESS = 250;

    private Forms() {}

    /** For {@code PUT calls/<id>/participants/*}; without what only single participants take. */
    public static Map<String, String> of(ParticipantChange change) {
        Map<String, String> form = new TreeMap<>();
        // muting somebody stops what the bridge receives from them
        put(form, "rxAudioMute", change.audioMuted());
        put(form, "rxVideoMute", change.videoMuted());
        put(form, "layout", layout("layout", change.layout()));
        put(form, "importance", importance("importance", change.importance()));
        if (form.isEmpty() && change.inLobby() == null) {
            throw invalid("audioMuted", "say what to change: audioMuted, videoMuted, layout, importance or inLobby.");
        }
        return form;
    }

    /** For {@code PUT calls/<id>} on every bridge. */
    public static Map<String, String> everywhere(MeetingChange change) {
        Map<String, String> form = new TreeMap<>();
        put(form, "locked", change.locked());
        put(form, "joinAudioMuteOverride", change.newcomersMuted());
        @Nullable Message message = change.message();
        if (message != null) {
            put(form, message);
        }
        @Nullable PanePlacement panes = change.panePlacement();
        if (panes != null) {
            put(form, panes);
        }
        @Nullable String preset = layout("newcomersLayout", change.newcomersLayout());
        if (form.isEmpty() && change.recording() == null && change.streaming() == null && preset == null) {
            throw invalid("locked", "say what to change: locked, recording, streaming, newcomersMuted, message, newcomersLayout or panePlacement.");
        }
        return form;
    }

    private static void put(Map<String, String> form, PanePlacement panes) {
        PanePlacement.@Nullable SelfPane self = panes.self();
        put(form, "panePlacementHighestImportance", importance("panePlacement.highestImportance", panes.highestImportance()));
        put(form, "panePlacementSelfPaneMode", self == null ? null : self.name().toLowerCase(Locale.ROOT));
        if (self == null && panes.highestImportance() == null) {
            throw invalid("panePlacement", "say what to change: highestImportance or self.");
        }
    }

    private static void put(Map<String, String> form, Message message) {
        String text = message.text();
        if (text.length() > LONGEST_TEXT || text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            throw invalid("message.text", "must be at most " + LONGEST_TEXT + " printable characters.");
        }
        @Nullable Integer seconds = message.seconds();
        if (seconds != null && (seconds < 1 || seconds > LONGEST_SECONDS)) {
            throw invalid("message.seconds", "must be from 1 to " + LONGEST_SECONDS + ".");
        }
        Message.@Nullable Position position = message.position();
        form.put("messageText", text);
        form.put("messagePosition", (position == null ? Message.Position.MIDDLE : position).name().toLowerCase(Locale.ROOT));
        form.put("messageDuration", text.isEmpty() ? "0" : seconds == null ? "permanent" : seconds.toString());
    }

    /** For {@code POST calls/<id>/participants}. */
    public static Map<String, String> of(NewParticipant participant) {
        Map<String, String> form = new TreeMap<>();
        form.put("remoteParty", address(participant.address()));
        @Nullable String name = participant.name();
        if (name != null && !fits(name)) {
            throw invalid("name", "must be at most " + LONGEST_NAME_BYTES + " bytes long.");
        }
        put(form, "nameLabelOverride", name);
        put(form, "chosenLayout", layout("layout", participant.layout()));
        put(form, "importance", importance("importance", participant.importance()));
        @Nullable Boolean activator = participant.activator();
        put(form, "needsActivation", activator == null ? null : Boolean.valueOf(!activator));
        put(form, "rxAudioMute", participant.audioMuted());
        put(form, "confirmation", participant.confirmation());
        @Nullable String dtmf = participant.dtmf();
        if (dtmf != null && !dtmf.matches("[0-9*#,]{1,100}")) {
            throw invalid("dtmf", "must be 1 to 100 digits, *, # or commas.");
        }
        put(form, "dtmfSequence", dtmf);
        return form;
    }

    /** Whether somebody can be called under this name. */
    static boolean fits(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME_BYTES;
    }

    private static String address(String address) {
        String bare = address.strip();
        if (bare.isEmpty() || bare.length() > LONGEST_ADDRESS || bare.chars().anyMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c))) {
            throw invalid("address", "must be an address such as name@example.org, or a number.");
        }
        return bare;
    }

    private static @Nullable String layout(String field, @Nullable String layout) {
        if (layout != null && !layout.isEmpty() && !ParticipantChange.LAYOUTS.contains(layout)) {
            throw invalid(field, "must be empty or one of " + String.join(", ", ParticipantChange.LAYOUTS) + ".");
        }
        return layout;
    }

    private static @Nullable String importance(String field, @Nullable Integer importance) {
        if (importance != null && importance < 0) {
            throw invalid(field, "must be from 1 to 2147483647, or 0 to take it away.");
        }
        return importance == null ? null : importance == 0 ? "" : importance.toString();
    }

    private static void put(Map<String, String> form, String name, @Nullable Object value) {
        if (value != null) {
            form.put(name, value.toString());
        }
    }

    private static ProblemException invalid(String field, String message) {
        return Problem.invalid(field, message).exception();
    }
}
