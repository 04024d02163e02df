package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.util.concurrent.Executor;
import org.moothall.client.MeetingsClient;
import org.moothall.ui.Notices;
import org.moothall.ui.model.Later;

/** What a view of a meeting works with. */
record MeetingTools(MeetingsClient client, Notices notices, MeetingActions actions, MeetingCommands commands, MeetingLog log, DeskActions desk, Executor ui,
        Later later) {

    static MeetingTools of(MeetingsClient client, Notices notices, Executor ui, Later later) {
        return new MeetingTools(client, notices, new MeetingActions(client, notices, ui), new MeetingCommands(client, notices, ui), new MeetingLog(client, ui),
                new DeskActions(client, notices, ui), ui,
                later);
    }

    /** Looks at what was. */
    PastMeeting past(Clock clock) {
        return new PastMeeting(client, ui, later, clock);
    }
}
