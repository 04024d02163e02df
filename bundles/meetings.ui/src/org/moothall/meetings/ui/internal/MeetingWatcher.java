package org.moothall.meetings.ui.internal;

import java.util.List;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.Participant;

/** Wants to know what happens in meetings. Confined to the UI thread. */
interface MeetingWatcher {
    /** A meeting changed; what is about another one is passed over. */
    void changed(Meeting meeting);

    /** People of a meeting changed; what is about another one is passed over. */
    void changed(String meeting, List<Participant> people);

    /** Changes may have been missed: read again. */
    void refresh();
}
