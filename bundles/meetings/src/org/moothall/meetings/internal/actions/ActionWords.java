package org.moothall.meetings.internal.actions;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.OperatorActions.MeetingChange;
import org.moothall.meetings.OperatorActions.Message;

/** What operators did, in the words of the event log. */
final class ActionWords {

    private ActionWords() {}

    static String of(ParticipantChange change) {
        List<String> words = new ArrayList<>();
        flag(words, change.audioMuted(), "mute", "unmute");
        flag(words, change.videoMuted(), "stop video", "start video");
        @Nullable String layout = change.layout();
        if (layout != null) {
            words.add(layout.isEmpty() ? "take the layout away" : "layout " + layout);
        }
        @Nullable Integer importance = change.importance();
        if (importance != null) {
            words.add(importance == 0 ? "take the importance away" : "importance " + importance);
        }
        flag(words, change.inLobby(), "send to the lobby", "let in");
        return String.join(", ", words);
    }

    static String of(MeetingChange change) {
        List<String> words = new ArrayList<>();
        flag(words, change.locked(), "lock", "unlock");
        flag(words, change.recording(), "start recording", "stop recording");
        flag(words, change.streaming(), "start streaming", "stop streaming");
        flag(words, change.newcomersMuted(), "mute newcomers", "do not mute newcomers");
        @Nullable Message message = change.message();
        if (message != null) {
            words.add(message.text().isEmpty() ? "take the message away" : "show the message \"" + message.text() + '"');
        }
        @Nullable String layout = change.newcomersLayout();
        if (layout != null) {
            words.add(layout.isEmpty() ? "take the layout of newcomers away" : "newcomers get layout " + layout);
        }
        if (change.panePlacement() != null) {
            words.add("place people in panes");
        }
        return String.join(", ", words);
    }

    private static void flag(List<String> words, @Nullable Boolean value, String on, String off) {
        if (value != null) {
            words.add(value ? on : off);
        }
    }
}
