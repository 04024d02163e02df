package org.moothall.meetings.internal.actions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MoveWarning;
import org.moothall.meetings.Participant;
import org.moothall.meetings.Participant.Device;
import org.moothall.meetings.Participant.State;
import org.moothall.meetings.ParticipantId;
import org.moothall.meetings.internal.live.LiveMeeting;

/**
 * What stands in the way of a move, and what is different where one arrives; the same for who asks before and for the move itself.
 *
 * @param dualHomed whether Microsoft's clients share the target
 * @spec admin-guide §15, wire §1.10
 */
record MoveRules(LiveMeeting from, Meeting to, boolean dualHomed) {

    /** A rule that applies. */
    record Rule(String code, String text) {}

    /** Why nobody at all can be moved there. */
    Optional<Rule> target() {
        if (!from.meeting().cluster().equals(to.cluster())) {
            return Optional.of(new Rule("other-cluster", "must be a meeting of the same cluster: nobody is moved between clusters."));
        }
        if (from.meeting().id().equals(to.id())) {
            return Optional.of(new Rule("same-meeting", "must be another meeting: they are in this one."));
        }
        return Optional.empty();
    }

    /** Why this one cannot be moved there, or nothing. */
    Optional<String> refusal(ParticipantId id) {
        return stops(id).map(Rule::text);
    }

    /** All there is to know before this one is moved. */
    List<MoveWarning> warnings(ParticipantId id) {
        List<MoveWarning> warnings = new ArrayList<>();
        target().or(() -> stops(id)).ifPresent(rule -> warnings.add(new MoveWarning(id, rule.code(), rule.text(), true)));
        @Nullable Participant person = from.participant(id.value());
        if (warnings.isEmpty() && person != null) {
            differences(person).forEach(rule -> warnings.add(new MoveWarning(id, rule.code(), rule.text(), false)));
        }
        return warnings;
    }

    private Optional<Rule> stops(ParticipantId id) {
        @Nullable Participant person = from.participant(id.value());
        if (person == null || person.state() == State.GONE) {
            return Optional.of(new Rule("not-connected", "There is no such participant in the meeting now."));
        }
        if (person.state() == State.CONNECTING || person.state() == State.RINGING) {
            return Optional.of(new Rule("not-connected", "This participant has not joined yet."));
        }
        if (!person.canMove()) {
            return Optional.of(new Rule("cannot-move", person.device() == Device.LYNC ? "The Meeting Server cannot move Microsoft clients."
                    : "The Meeting Server cannot move this kind of participant."));
        }
        return dualHomed ? Optional.of(new Rule("dual-homed", "Nobody can be moved into a meeting that Microsoft clients share.")) : Optional.empty();
    }

    private List<Rule> differences(Participant person) {
        List<Rule> rules = new ArrayList<>();
        add(rules, to.locked(), "locked", "The other meeting is locked; that does not keep out who is moved.");
        add(rules, to.inLobby() > 0, "lobby",
                "People wait in the lobby of the other meeting; who is moved becomes an activator there, so that they are let in.");
        add(rules, person.state() == State.IN_LOBBY, "lobby", "Waits in the lobby here, and will be inside there.");
        add(rules, to.recording(), "recording", "The other meeting is recorded.");
        add(rules, to.streaming(), "streaming", "The other meeting is streamed.");
        add(rules, to.newcomersMuted(), "newcomers-muted", "Who joins the other meeting is muted.");
        add(rules, person.presenting(), "presenting", "Is presenting; the presentation may follow into the other meeting.");
        add(rules, person.audioMuted() || person.videoMuted() || person.importance() != null || person.layout() != null, "starts-anew",
                "Mute, layout and importance begin anew as the other meeting prescribes.");
        return rules;
    }

    private static void add(List<Rule> rules, boolean applies, String code, String text) {
        if (applies) {
            rules.add(new Rule(code, text));
        }
    }
}
