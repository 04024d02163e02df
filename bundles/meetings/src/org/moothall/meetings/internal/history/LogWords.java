package org.moothall.meetings.internal.history;

import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.LogEntry;
import org.moothall.meetings.ParticipantId;
import org.moothall.meetings.internal.projection.LoggedChange;

/** Says in words what happened. */
final class LogWords {

    private static final Map<String, String> STATES = Map.of("connecting", "is connecting", "ringing", "is being called", "connected", "joined",
            "on-hold", "is on hold", "in-lobby", "waits in the lobby", "gone", "left");
    private static final Map<String, String> PERSON_ON = Map.of("audioMuted", "was muted", "videoMuted", "had the video stopped", "presenting",
            "began to present");
    private static final Map<String, String> PERSON_OFF = Map.of("audioMuted", "was unmuted", "videoMuted", "had the video started", "presenting",
            "stopped presenting");
    private static final Map<String, String> MEETING_ON = Map.of("locked", "The meeting was locked", "recording", "Recording started", "streaming",
            "Streaming started", "newcomersMuted", "Newcomers come muted", "incomplete", "Details may be missing from here on");
    private static final Map<String, String> MEETING_OFF = Map.of("locked", "The meeting was unlocked", "recording", "Recording stopped", "streaming",
            "Streaming stopped", "newcomersMuted", "Newcomers come unmuted", "incomplete", "Details are complete again");

    private LogWords() {}

    static LogEntry entry(LoggedChange change) {
        boolean meeting = change.participant().isEmpty();
        @Nullable ParticipantId participant = meeting ? null : new ParticipantId(change.participant());
        String message = meeting ? ofMeeting(change.what(), change.value()) : change.name() + ' ' + ofPerson(change.what(), change.value());
        return new LogEntry(change.number(), change.at(), change.heard(), participant, meeting ? null : change.name(), change.what(), change.value(), message,
                change.actor().isEmpty() ? null : change.actor());
    }

    private static String ofPerson(String what, String value) {
        return switch (what) {
            case LoggedChange.STATE -> STATES.getOrDefault(value, "is " + value);
            case LoggedChange.ACTION -> "(operator): " + value;
            case "layout" -> value.isEmpty() ? "has no layout of their own" : "sees the layout " + value;
            case "importance" -> value.isEmpty() ? "has no importance any more" : "has the importance " + value;
            case "callBridge" -> "is on " + value;
            default -> (value.isEmpty() ? PERSON_OFF : PERSON_ON).getOrDefault(what, what + ' ' + value);
        };
    }

    private static String ofMeeting(String what, String value) {
        String listed = value.replace("\n", ", ");
        return switch (what) {
            case LoggedChange.STATE -> value.equals("ended") ? "The meeting ended" : "The meeting began";
            case LoggedChange.ACTION -> "(operator): " + value;
            case "callBridges" -> "The meeting is on " + listed;
            case LoggedChange.UNWATCHED -> value.isEmpty() ? "The meeting is watched" : "Nobody watches it on " + listed;
            default -> (value.isEmpty() ? MEETING_OFF : MEETING_ON).getOrDefault(what, what + ' ' + listed);
        };
    }
}
