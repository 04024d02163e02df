package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.util.concurrent.Executor;
import org.moothall.client.Client;
import org.moothall.client.MeetingsClient;
import org.moothall.client.QualityClient;
import org.moothall.ui.Notices;
import org.moothall.ui.model.Later;

/** What a view of a meeting works with. */
record MeetingTools(MeetingsClient client, QualityClient quality, Notices notices, MeetingActions actions, MeetingCommands commands, MeetingLog log,
        DeskActions desk, Executor ui, Later later) {
    static MeetingTools of(Client client, Notices notices, Executor ui, Later later) {
        MeetingsClient meetings = client.meetings();
        return new MeetingTools(meetings, client.quality(), notices, new MeetingActions(meetings, notices, ui), new MeetingCommands(meetings, notices, ui),
                new MeetingLog(meetings, ui), new DeskActions(meetings, notices, ui), ui, later);
    }

    /** Looks at what was. */
    PastMeeting past(Clock clock) {
        return new PastMeeting(client, ui, later, clock);
    }

    /** Follows how well somebody is connected. */
    Connection connection() {
        return new Connection(quality, ui, later);
    }
}
