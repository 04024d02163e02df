package org.moothall.meetings.internal.macros;

import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.OperatorActions.MeetingChange;
import org.moothall.meetings.OperatorActions.NewParticipant;
import org.moothall.servers.ClusterId;

/** What a step does, in terms of the actions that there are. */
sealed interface Deed {

    /** Something with each participant of a meeting. */
    sealed interface WithPeople extends Deed {}

    /** Something with a meeting. */
    sealed interface WithMeeting extends Deed {}

    record Change(ParticipantChange change) implements WithPeople {}

    record Drop() implements WithPeople {}

    record CallBack() implements WithPeople {}

    /** @param target meeting or space */
    record Move(String target) implements WithPeople {}

    record Add(NewParticipant participant) implements WithMeeting {}

    record ChangeMeeting(MeetingChange change) implements WithMeeting {}

    record End() implements WithMeeting {}

    /** Begins meetings, in spaces rather than in meetings. */
    record Start(ClusterId cluster) implements Deed {}
}
