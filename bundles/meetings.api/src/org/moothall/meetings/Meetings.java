package org.moothall.meetings;

import java.util.List;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;

/**
 * Live and past meetings of all managed clusters, and what operators do with them. Service; thread-safe. Actions go to the
 * Call Bridge and return when it accepted them; the change then comes back as an event.
 *
 * @spec admin-guide §15
 */
public interface Meetings {

    /** Change event, also for start and end; data: {@code meeting} → {@link Meeting}. */
    String MEETING_CHANGED = "meetings.meeting-changed";
    /** Change event; subject: the meeting; data: {@code participants} → list of changed {@link Participant}s. */
    String PARTICIPANTS_CHANGED = "meetings.participants-changed";

    /** Change event; the meeting is no longer shown, because meeting management of its cluster was switched off. */
    String MEETING_HIDDEN = "meetings.meeting-hidden";

    /** A page of meetings. */
    Page<Meeting> find(MeetingQuery query);

    /** The meeting of this id, live or ended. */
    Optional<Meeting> find(MeetingId id);

    /** A page of a meeting's participants, those present first, by name; {@code text} filters by name and address. */
    Page<Participant> participants(MeetingId id, String text, PageRequest page);

    /** Changes participants of a meeting; an outcome for each. */
    List<Outcome> change(MeetingId meeting, List<ParticipantId> participants, ParticipantChange change);

    /** Drops participants; an outcome for each. */
    List<Outcome> drop(MeetingId meeting, List<ParticipantId> participants);

    /** Ends the meeting on all bridges. */
    void end(MeetingId meeting);

    /**
     * What changes; null keeps what was.
     *
     * @param layout one of {@link #LAYOUTS}; empty goes back to what the meeting prescribes
     * @param importance who is shown first: the higher the more, 1 to 2147483647; 0 takes it away
     * @param inLobby true sends back to the lobby, false lets in, for which somebody who may do so must be connected
     */
    record ParticipantChange(@Nullable Boolean audioMuted, @Nullable Boolean videoMuted, @Nullable String layout, @Nullable Integer importance,
            @Nullable Boolean inLobby) {

        /** The layouts there are, in the Meeting Server's words. @spec wire §1.12 */
        public static final List<String> LAYOUTS = List.of("automatic", "allEqual", "allEqualQuarters", "allEqualNinths", "allEqualSixteenths",
                "allEqualTwentyFifths", "speakerOnly", "telepresence", "stacked", "onePlusFive", "onePlusSeven", "onePlusNine", "onePlusN");

        /** Only what is heard and seen of somebody. */
        public ParticipantChange(@Nullable Boolean audioMuted, @Nullable Boolean videoMuted) {
            this(audioMuted, videoMuted, null, null, null);
        }
    }

    /**
     * What happened to one participant.
     *
     * @param problem what went wrong and what to do, or null when it was done
     * @param now who the participant is from now on, where it is somebody else (moved, called back), or null
     */
    record Outcome(ParticipantId participant, boolean done, @Nullable String problem, @Nullable ParticipantId now) {

        /** The participant stays who it is. */
        public Outcome(ParticipantId participant, boolean done, @Nullable String problem) {
            this(participant, done, problem, null);
        }
    }
}
