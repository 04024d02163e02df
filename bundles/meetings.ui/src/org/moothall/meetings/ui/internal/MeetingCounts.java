package org.moothall.meetings.ui.internal;

import java.time.Duration;
import java.util.concurrent.Executor;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.MeetingsClient;
import org.moothall.core.PageRequest;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Later;
import org.moothall.ui.model.Subscription;
import org.moothall.ui.model.Value;

/** How many meetings there are in each state. Asks the server, at most once a second. Confined to the UI thread. */
final class MeetingCounts {

    static final Duration PAUSE = Duration.ofSeconds(1);

    private final MeetingsClient meetings;
    private final Executor ui;
    private final Later later;
    private final Value<String> active = new Value<>("");
    private final Value<String> ended = new Value<>("");
    private @Nullable Subscription waiting;

    MeetingCounts(MeetingsClient meetings, Executor ui, Later later) {
        this.meetings = meetings;
        this.ui = ui;
        this.later = later;
    }

    /** As the tab shows it; empty while unknown. */
    Value<String> of(MeetingState state) {
        return state == MeetingState.ENDED ? ended : active;
    }

    /** They may have changed. */
    void changed() {
        if (waiting == null) {
            waiting = later.in(PAUSE, () -> {
                waiting = null;
                read();
            });
        }
    }

    /** Asks now. */
    void read() {
        count(MeetingState.ACTIVE);
        count(MeetingState.ENDED);
    }

    private void count(MeetingState state) {
        meetings.list(new MeetingQuery(state, "", null, MeetingQuery.Sort.START, true, new PageRequest(1, null))).whenCompleteAsync((page, failure) -> {
            if (page != null) {
                of(state).set(Formats.count(page.total()) + (page.totalExact() ? "" : "+"));
            }
        }, ui);
    }
}
