package org.moothall.meetings.ui.internal;

import java.util.concurrent.Executor;
import org.moothall.client.MeetingsClient;
import org.moothall.ui.Notices;

/** What a view of a meeting works with. */
record MeetingTools(MeetingsClient client, Notices notices, MeetingActions actions, MeetingCommands commands, MeetingLog log) {
    static MeetingTools of(MeetingsClient client, Notices notices, Executor ui) {
        return new MeetingTools(client, notices, new MeetingActions(client, notices, ui), new MeetingCommands(client, notices, ui), new MeetingLog(client, ui));
    }
}
