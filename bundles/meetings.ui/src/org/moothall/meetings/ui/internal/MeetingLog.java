package org.moothall.meetings.ui.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.MeetingsClient;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.meetings.LogEntry;
import org.moothall.meetings.MeetingId;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.LiveRows;

/** The event log of one meeting, read when it is shown and again when something has happened. Confined to the UI thread. */
final class MeetingLog {
    /** Between two reads of a log that is watched. */
    static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PAGE = 1_000;
    /** More is not shown; the download has it. */
    private static final int MOST = 10_000;

    private final MeetingsClient meetings;
    private final Executor ui;
    private final LiveRows<LogEntry> rows = new LiveRows<>(entry -> Long.toString(entry.number()));
    private @Nullable MeetingId shown;
    private long turn;

    MeetingLog(MeetingsClient meetings, Executor ui) {
        this.meetings = meetings;
        this.ui = ui;
    }

    LiveRows<LogEntry> rows() {
        return rows;
    }

    /** Shows the log of this meeting; what is there stays while it is read again. */
    void show(MeetingId id) {
        if (!Objects.equals(id, shown)) {
            shown = id;
            rows.loading();
        }
        read(id, ++turn, null, new ArrayList<>());
    }

    private void read(MeetingId id, long mine, @Nullable String cursor, List<LogEntry> before) {
        meetings.log(id, new PageRequest(PAGE, cursor)).whenCompleteAsync((page, failure) -> {
            if (mine == turn) {
                answered(id, mine, page, failure, before);
            }
        }, ui);
    }

    private void answered(MeetingId id, long mine, @Nullable Page<LogEntry> page, @Nullable Throwable failure, List<LogEntry> before) {
        if (page == null) {
            rows.failed(failure == null ? "" : FailureWords.of(failure));
            return;
        }
        before.addAll(page.items());
        rows.replaceAll(before);
        @Nullable String next = page.next();
        if (next != null && before.size() < MOST) {
            read(id, mine, next, before);
        }
    }
}
