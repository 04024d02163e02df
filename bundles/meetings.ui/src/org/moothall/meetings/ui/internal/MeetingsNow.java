package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.EventData;
import org.moothall.client.EventStream;
import org.moothall.client.MeetingsClient;
import org.moothall.core.ChangeEvent;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Meetings;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.Value;

/** All meetings that go on, and those that ended within the last day. Reads once, then follows events. Confined to the UI thread. */
final class MeetingsNow implements EventStream.Listener {
    /** How far back it goes. */
    static final Duration DAY = Duration.ofHours(24);

    private final MeetingsClient meetings;
    private final Executor ui;
    private final Clock clock;
    private final Map<String, Meeting> known = new LinkedHashMap<>();
    private final Value<Optional<List<Meeting>>> all = new Value<>(Optional.empty());
    private final Value<String> failure = new Value<>("");
    private long turn;

    MeetingsNow(MeetingsClient meetings, Executor ui, Clock clock) {
        this.meetings = meetings;
        this.ui = ui;
        this.clock = clock;
    }

    /** They; empty while not read. */
    Value<Optional<List<Meeting>>> all() {
        return all;
    }

    /** Why they cannot be told; empty when they can. */
    Value<String> failure() {
        return failure;
    }

    /** What the clock says. */
    Instant now() {
        return clock.instant();
    }

    /** Reads them anew. */
    void read() {
        turn++;
        known.clear();
        read(MeetingState.ACTIVE, MeetingQuery.Sort.START, null, turn);
        read(MeetingState.ENDED, MeetingQuery.Sort.END, null, turn);
    }

    @Override
    public void changed(ChangeEvent event) {
        if (Meetings.MEETING_CHANGED.equals(event.type())) {
            EventData.find(event, "meeting", Meeting.class).ifPresent(meeting -> ui.execute(() -> {
                keep(meeting);
                publish();
            }));
        }
    }

    @Override
    public void reset() {
        ui.execute(this::read);
    }

    private void read(MeetingState state, MeetingQuery.Sort sort, @Nullable String cursor, long mine) {
        meetings.list(new MeetingQuery(state, "", null, sort, true, new PageRequest(PageRequest.MAX_LIMIT, cursor))).whenCompleteAsync((page, thrown) -> {
            if (page != null && mine == turn) {
                failure.set("");
                take(page, sort, mine);
            } else if (thrown != null && mine == turn) {
                failure.set(FailureWords.of(thrown));
            }
        }, ui);
    }

    private void take(Page<Meeting> page, MeetingQuery.Sort sort, long mine) {
        page.items().forEach(this::keep);
        publish();
        @Nullable String next = page.next();
        boolean enough = page.items().stream().anyMatch(meeting -> endedBefore(meeting.endedAt(), clock.instant().minus(DAY)));
        if (next != null && !enough) {
            read(sort == MeetingQuery.Sort.END ? MeetingState.ENDED : MeetingState.ACTIVE, sort, next, mine);
        }
    }

    private void keep(Meeting meeting) {
        known.merge(meeting.id().value(), meeting, (before, told) -> before.version() > told.version() ? before : told);
    }

    private void publish() {
        Instant oldest = clock.instant().minus(DAY);
        known.values().removeIf(meeting -> endedBefore(meeting.endedAt(), oldest));
        all.set(Optional.of(List.copyOf(known.values())));
    }

    private static boolean endedBefore(@Nullable Instant end, Instant moment) {
        return end != null && end.isBefore(moment);
    }
}
