package org.moothall.meetings.ui.internal.macros;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.Call;
import org.moothall.core.json.Json;
import org.moothall.meetings.Macro;
import org.moothall.meetings.MacroArguments;
import org.moothall.meetings.MacroCommand;
import org.moothall.meetings.MacroMeetings;
import org.moothall.meetings.MeetingId;

/**
 * What an operator asked the server to do in a meeting, as a macro says it.
 *
 * @param people ids of those it was done to, nothing for everybody or for the meeting as such
 */
record RecordedCall(MeetingId meeting, MacroCommand command, MacroArguments arguments, Optional<List<String>> people) {
    private static final Pattern PATH = Pattern.compile("/meetings/([^/?]+)(/participants)?(/drop|/call-back|/move)?");
    private static final Pattern UNDO = Pattern.compile("/meetings/([^/?]+)/undo");

    /** What this call did; nothing for what macros cannot do. One call can be several commands. */
    static List<RecordedCall> of(Call call) {
        Matcher path = PATH.matcher(call.path());
        if (!path.matches()) {
            return List.of();
        }
        MeetingId meeting = new MeetingId(path.group(1));
        JsonNode body = Json.lenient().valueToTree(call.body());
        boolean people = path.group(2) != null;
        String verb = path.group(3) == null ? "" : path.group(3).substring(1);
        return switch (call.method()) {
            case "PATCH" -> people ? changes(meeting, body) : meetingChanges(meeting, body);
            case "POST" -> people ? deed(meeting, verb, body) : List.of();
            case "DELETE" -> people ? List.of() : List.of(new RecordedCall(meeting, MacroCommand.END, MacroArguments.NONE, Optional.empty()));
            default -> List.of();
        };
    }

    /** The step that begins a meeting, when this call does that. */
    static Optional<Macro.Step> started(Call call) {
        if (!call.method().equals("POST") || !call.path().equals("/meetings")) {
            return Optional.empty();
        }
        JsonNode body = Json.lenient().valueToTree(call.body());
        MacroArguments where = new MacroArguments(null, null, null, null, null, null, null, null, null, null, body.path("cluster").asText());
        return Optional.of(new Macro.Step(new MacroMeetings(null, List.of(body.path("space").asText()), null), MacroCommand.START, where));
    }

    /** The meeting in which this call takes something back; nothing when it does not. */
    static Optional<MeetingId> undone(Call call) {
        Matcher path = UNDO.matcher(call.path());
        return path.matches() ? Optional.of(new MeetingId(path.group(1))) : Optional.empty();
    }

    private static List<RecordedCall> changes(MeetingId meeting, JsonNode body) {
        Optional<List<String>> people = people(body);
        List<RecordedCall> all = new ArrayList<>();
        choice(body, "audioMuted", MacroCommand.MUTE_AUDIO, MacroCommand.UNMUTE_AUDIO)
                .ifPresent(command -> all.add(new RecordedCall(meeting, command, MacroArguments.NONE, people)));
        choice(body, "videoMuted", MacroCommand.MUTE_VIDEO, MacroCommand.UNMUTE_VIDEO)
                .ifPresent(command -> all.add(new RecordedCall(meeting, command, MacroArguments.NONE, people)));
        choice(body, "inLobby", MacroCommand.SEND_TO_LOBBY, MacroCommand.ADMIT)
                .ifPresent(command -> all.add(new RecordedCall(meeting, command, MacroArguments.NONE, people)));
        if (body.hasNonNull("layout")) {
            all.add(new RecordedCall(meeting, MacroCommand.LAYOUT, arguments(body.path("layout").asText(), null, null, null, null, null), people));
        }
        if (body.hasNonNull("importance")) {
            all.add(new RecordedCall(meeting, MacroCommand.IMPORTANCE, arguments(null, body.path("importance").asInt(), null, null, null, null), people));
        }
        return all;
    }

    private static List<RecordedCall> meetingChanges(MeetingId meeting, JsonNode body) {
        List<RecordedCall> all = new ArrayList<>();
        choice(body, "locked", MacroCommand.LOCK, MacroCommand.UNLOCK).ifPresent(command -> all.add(plain(meeting, command)));
        choice(body, "recording", MacroCommand.START_RECORDING, MacroCommand.STOP_RECORDING).ifPresent(command -> all.add(plain(meeting, command)));
        choice(body, "streaming", MacroCommand.START_STREAMING, MacroCommand.STOP_STREAMING).ifPresent(command -> all.add(plain(meeting, command)));
        choice(body, "newcomersMuted", MacroCommand.MUTE_NEWCOMERS, MacroCommand.UNMUTE_NEWCOMERS).ifPresent(command -> all.add(plain(meeting, command)));
        JsonNode message = body.path("message");
        if (message.isObject()) {
            @Nullable Integer seconds = message.hasNonNull("seconds") ? message.path("seconds").asInt() : null;
            all.add(new RecordedCall(meeting, MacroCommand.MESSAGE, arguments(null, null, null, null, message.path("text").asText(), seconds),
                    Optional.empty()));
        }
        return all;
    }

    private static List<RecordedCall> deed(MeetingId meeting, String verb, JsonNode body) {
        return switch (verb) {
            case "drop" -> List.of(new RecordedCall(meeting, MacroCommand.DROP, MacroArguments.NONE, people(body)));
            case "call-back" -> List.of(new RecordedCall(meeting, MacroCommand.CALL_BACK, MacroArguments.NONE, people(body)));
            case "move" ->
                List.of(new RecordedCall(meeting, MacroCommand.MOVE, arguments(null, null, body.path("to").asText(), null, null, null), people(body)));
            default -> List.of(new RecordedCall(meeting, MacroCommand.ADD, arguments(null, null, null, body.path("address").asText(), null, null),
                    Optional.empty()));
        };
    }

    private static RecordedCall plain(MeetingId meeting, MacroCommand command) {
        return new RecordedCall(meeting, command, MacroArguments.NONE, Optional.empty());
    }

    private static Optional<MacroCommand> choice(JsonNode body, String field, MacroCommand on, MacroCommand off) {
        return body.hasNonNull(field) ? Optional.of(body.path(field).asBoolean() ? on : off) : Optional.empty();
    }

    private static Optional<List<String>> people(JsonNode body) {
        JsonNode ids = body.path("participants");
        return ids.isArray() ? Optional.of(StreamSupport.stream(ids.spliterator(), false).map(JsonNode::asText).toList()) : Optional.empty();
    }

    private static MacroArguments arguments(@Nullable String layout, @Nullable Integer importance, @Nullable String to, @Nullable String address,
            @Nullable String text, @Nullable Integer seconds) {
        return new MacroArguments(null, null, layout, importance, to, address, null, text, null, seconds, null);
    }
}
