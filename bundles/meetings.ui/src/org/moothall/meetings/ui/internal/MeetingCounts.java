package org.moothall.meetings.ui.internal;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/**
 * How many meetings there are in each state. Asks the server: at most once a second when something changed, and now and then for
 * what is scheduled, which nobody tells of. Confined to the UI thread.
 */
final class MeetingCounts {

    static final Duration PAUSE = Duration.ofSeconds(1);
    /** Between two questions for what is scheduled. */
    static final Duration SCHEDULE_PAUSE = Duration.ofSeconds(30);

    private final MeetingsClient meetings;
    private final Executor ui;
    private final Later later;
    private final Map<MeetingState, Value<String>> counts = new EnumMap<>(MeetingState.class);
    private @Nullable Subscription waiting;
    private Subscription following = () -> {};

    MeetingCounts(MeetingsClient meetings, Executor ui, Later later) {
        this.meetings = meetings;
        this.ui = ui;
        this.later = later;
        List.of(MeetingState.values()).forEach(state -> counts.put(state, new Value<>("")));
    }

    /** As the tab shows it; empty while unknown. */
    Value<String> of(MeetingState state) {
        return Objects.requireNonNull(counts.get(state));
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

    /** Asks for what is scheduled, the list of it too, now and again and again. */
    void follow(MeetingList upcoming) {
        count(MeetingState.UPCOMING);
        upcoming.refresh();
        following = later.in(SCHEDULE_PAUSE, () -> follow(upcoming));
    }

    /** Asks no more. */
    void stop() {
        following.close();
    }

    private void count(MeetingState state) {
        meetings.list(new MeetingQuery(state, "", null, MeetingQuery.Sort.START, true, new PageRequest(1, null))).whenCompleteAsync((page, failure) -> {
            if (page != null) {
                of(state).set(Formats.count(page.total()) + (page.totalExact() ? "" : "+"));
            }
        }, ui);
    }
}
