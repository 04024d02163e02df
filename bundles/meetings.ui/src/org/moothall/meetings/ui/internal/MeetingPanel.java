package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.moothall.client.Client;
import org.moothall.client.EventData;
import org.moothall.client.EventStream;
import org.moothall.core.ChangeEvent;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.Meetings;
import org.moothall.meetings.Participant;
import org.moothall.ui.Notices;
import org.moothall.ui.UiThread;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Gate;
import org.moothall.ui.widgets.DisplayLater;

/** A meeting that is shown apart from the list: in a tab or a window. It follows the meeting by itself until its parent is gone. */
final class MeetingPanel implements EventStream.Listener {
    private final MeetingDetails details;
    private final Gate ui;

    private MeetingPanel(MeetingDetails details, Gate ui) {
        this.details = details;
        this.ui = ui;
    }

    /** Fills {@code parent}, which has a fill layout. */
    static MeetingDetails fill(Composite parent, Client client, Notices notices, UiThread ui, UserSettings settings, MeetingId id, @Nullable Meeting known,
            MeetingOutlets outlets) {
        Gate gate = new Gate(ui);
        MeetingDetails details = new MeetingDetails(client.meetings(), gate);
        new MeetingView(parent, details, MeetingTools.of(client, notices, gate, new DisplayLater(parent.getDisplay())), settings,
                client.may("meetings.operate"), client.session().user(), Clock.systemUTC(),
                outlets);
        EventStream.Subscription listening = client.events().listen(new MeetingPanel(details, gate));
        parent.addListener(SWT.Dispose, e -> {
            listening.close();
            gate.close();
        });
        details.show(id, known);
        return details;
    }

    @Override
    public void changed(ChangeEvent event) {
        switch (event.type()) {
            case Meetings.MEETING_CHANGED -> EventData.find(event, "meeting", Meeting.class).ifPresent(meeting -> ui.execute(() -> details.changed(meeting)));
            case Meetings.PARTICIPANTS_CHANGED -> {
                List<Participant> people = EventData.list(event, "participants", Participant.class);
                ui.execute(() -> details.changed(event.subject(), people));
            }
            default -> {} // not about meetings
        }
    }

    @Override
    public void reset() {
        ui.execute(details::refresh);
    }
}
