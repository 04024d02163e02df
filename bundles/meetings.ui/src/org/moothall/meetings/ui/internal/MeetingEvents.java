package org.moothall.meetings.ui.internal;

import java.util.List;
import java.util.concurrent.Executor;

import org.moothall.client.EventData;
import org.moothall.client.EventStream;
import org.moothall.core.ChangeEvent;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.Meetings;
import org.moothall.meetings.Participant;

/** Takes what the server tells to the page's models, on the UI thread. */
record MeetingEvents(List<MeetingList> lists, MeetingCounts counts, MeetingDetails details, Executor ui) implements EventStream.Listener {

    @Override
    public void changed(ChangeEvent event) {
        switch (event.type()) {
            case Meetings.MEETING_CHANGED -> EventData.find(event, "meeting", Meeting.class).ifPresent(meeting -> ui.execute(() -> meeting(meeting)));
            case Meetings.PARTICIPANTS_CHANGED -> {
                List<Participant> people = EventData.list(event, "participants", Participant.class);
                ui.execute(() -> details.changed(event.subject(), people));
            }
            default -> { } // not about meetings
        }
    }

    @Override
    public void reset() {
        ui.execute(() -> {
            lists.forEach(MeetingList::refresh);
            counts.read();
            details.refresh();
        });
    }

    private void meeting(Meeting meeting) {
        details.changed(meeting);
        for (MeetingList list : lists) {
            if (list.changed(meeting)) {
                counts.changed();
            }
        }
    }
}
