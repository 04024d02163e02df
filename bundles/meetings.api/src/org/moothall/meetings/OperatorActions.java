package org.moothall.meetings;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Meetings.Outcome;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.servers.ClusterId;

/**
 * What operators do in meetings, beyond what {@link Meetings} tells. Service; thread-safe. Actions block until the Call Bridges
 * answered; the change then comes back as an event. What can be undone has an {@code undo} token: it counts once, for 15 minutes,
 * and at most 20,000 are kept.
 *
 * <p>Problems: {@code core.not-found} for an unknown meeting, {@code meetings.over} for one that has ended,
 * {@code core.invalid-input} for what cannot be meant, {@code servers.refused-by-bridge} and those of the network where there is
 * no outcome to tell them.
 *
 * @spec admin-guide §15, wire §1.10, §1.11
 */
public interface OperatorActions {

    /** The same, where what is done is written into the meetings' event logs under this user's name. */
    OperatorActions by(String user);

    /** Changes participants; undoable. */
    Outcomes change(MeetingId meeting, List<ParticipantId> participants, ParticipantChange change);

    /** Drops participants; undone by calling them back. */
    Outcomes drop(MeetingId meeting, List<ParticipantId> participants);

    /** Calls back participants who are gone and have an address; undone by dropping them. */
    Outcomes callBack(MeetingId meeting, List<ParticipantId> participants);

    /**
     * Moves participants to another meeting of the same cluster, where they may let others in; undone by moving them back.
     * Mute, layout and importance begin anew there; a lock does not keep them out.
     */
    Outcomes move(MeetingId meeting, List<ParticipantId> participants, MeetingId target);

    /** What there is to know before these are moved: what will not be done, and what will be different there. Changes nothing. */
    List<MoveWarning> checkMove(MeetingId meeting, List<ParticipantId> participants, MeetingId target);

    /** Calls somebody into the meeting; returns who that is. */
    ParticipantId add(MeetingId meeting, NewParticipant participant);

    /** Changes the meeting on all its bridges; undoable. A recording or stream is started on one bridge and stopped on all. */
    MeetingOutcomes change(MeetingId meeting, MeetingChange change);

    /** Begins a meeting in a space; the one that goes on there where there is one. */
    MeetingId start(NewMeeting meeting);

    /** Undoes an action. Problem: {@code meetings.no-undo}. */
    Undone undo(MeetingId meeting, String undo);

    /** What happened, one for each participant. @param undo token that undoes what was done, or null where nothing can be undone */
    record Outcomes(List<Outcome> outcomes, @Nullable String undo) {
        public Outcomes {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** What happened on a Call Bridge. @param callBridge its name; @param problem what went wrong and what to do, or null when it was done */
    record MeetingOutcome(String callBridge, boolean done, @Nullable String problem) {}

    /** What happened, one for each Call Bridge. @param undo as in {@link Outcomes} */
    record MeetingOutcomes(List<MeetingOutcome> outcomes, @Nullable String undo) {
        public MeetingOutcomes {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** What undoing did: to participants, or on Call Bridges. */
    record Undone(List<Outcome> participants, List<MeetingOutcome> callBridges) {
        public Undone {
            participants = List.copyOf(participants);
            callBridges = List.copyOf(callBridges);
        }
    }

    /**
     * What changes in a meeting; null keeps what was.
     *
     * @param locked whether newcomers have to wait to be let in
     * @param newcomersMuted whether everybody who joins from now on is muted
     * @param message shown to everybody; an empty text takes it away
     * @param newcomersLayout one of {@link ParticipantChange#LAYOUTS} for everybody who joins or comes back from now on; empty takes it away. It is given
     *        once: what people choose themselves afterwards stays, and Microsoft clients keep theirs
     * @param panePlacement who is shown where
     */
    record MeetingChange(@Nullable Boolean locked, @Nullable Boolean recording, @Nullable Boolean streaming, @Nullable Boolean newcomersMuted,
            @Nullable Message message, @Nullable String newcomersLayout, @Nullable PanePlacement panePlacement) {

        /** Without layouts. */
        public MeetingChange(@Nullable Boolean locked, @Nullable Boolean recording, @Nullable Boolean streaming, @Nullable Boolean newcomersMuted,
                @Nullable Message message) {
            this(locked, recording, streaming, newcomersMuted, message, null, null);
        }
    }

    /**
     * Puts people into panes by their importance: who has the highest is shown in the first pane, one less in the second, and so on.
     *
     * @param highestImportance 1 to 2147483647; 0 takes pane placement away; null keeps it
     * @param self what people see in their own pane, or null to keep it
     */
    record PanePlacement(@Nullable Integer highestImportance, @Nullable SelfPane self) {

        /** One's own pane: the next one instead, oneself, or nothing. */
        public enum SelfPane { SKIP, SELF, BLANK }
    }

    /** A text on everybody's screen. @param position in the middle when null; @param seconds how long, until it is taken away when null */
    record Message(String text, @Nullable Position position, @Nullable Integer seconds) {

        /** Where on the screen. */
        public enum Position { TOP, MIDDLE, BOTTOM }
    }

    /**
     * Somebody to be called.
     *
     * @param address SIP address, number or name of a user
     * @param name shown instead of their own, at most 50 bytes, or null
     * @param layout one of {@link ParticipantChange#LAYOUTS}, or null
     * @param importance as in {@link ParticipantChange}, or null
     * @param activator whether they may let others in, or null for what the meeting prescribes
     * @param audioMuted whether they come muted
     * @param confirmation whether they must press 1 to join, or null to let the Meeting Server decide
     * @param dtmf keys to press when they answered: digits, {@code *}, {@code #}, and commas for pauses; or null
     */
    record NewParticipant(String address, @Nullable String name, @Nullable String layout, @Nullable Integer importance, @Nullable Boolean activator,
            @Nullable Boolean audioMuted, @Nullable Boolean confirmation, @Nullable String dtmf) {}

    /** Ends the meeting on all bridges. */
    void end(MeetingId meeting);

    /** Spaces of a cluster whose name, address or number has words that begin like these; at most fifty, by name. */
    List<Space> spaces(ClusterId cluster, String text);

    /** A space in which meetings can be held. @param address the part before the {@code @}, or empty; @param number or empty */
    record Space(String id, String name, String address, String number) {}

    /** A meeting to begin. @param space id of a space, its whole name, address or number, or beginnings of words of those of a single one */
    record NewMeeting(ClusterId cluster, String space) {}
}
