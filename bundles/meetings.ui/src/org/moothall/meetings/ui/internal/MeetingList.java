package org.moothall.meetings.ui.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.MeetingsClient;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.Later;
import org.moothall.ui.model.LiveRows;
import org.moothall.ui.model.Subscription;
import org.moothall.ui.model.Value;

/**
 * The meetings of one state that match a text, as far as they were asked for, kept up to date by what the server tells. Confined
 * to the UI thread.
 */
final class MeetingList {

    static final Duration TYPING_PAUSE = Duration.ofMillis(250);
    static final Duration CATCH_UP_PAUSE = Duration.ofSeconds(1);
    static final int PAGE = 200;

    private final MeetingsClient meetings;
    private final Executor ui;
    private final Later later;
    private final LiveRows<Meeting> rows = new LiveRows<>(meeting -> meeting.id().value());
    private final MeetingState state;
    private final Value<String> text = new Value<>("");
    private final Value<Long> matching = new Value<>(-1L);
    /** Rows told of while a page is under way: it may be older than they are. */
    private final Map<String, Meeting> meanwhile = new LinkedHashMap<>();
    private @Nullable CompletableFuture<?> reading;
    private @Nullable String next;
    private boolean started;
    private MeetingQuery.Sort sort;
    private boolean descending;
    private long turn;
    private Subscription typing = () -> {};
    private @Nullable Subscription catchingUp;

    MeetingList(MeetingState state, MeetingsClient meetings, Executor ui, Later later) {
        this.state = state;
        this.meetings = meetings;
        this.ui = ui;
        this.later = later;
        descending = state != MeetingState.UPCOMING;
        sort = state == MeetingState.ENDED ? MeetingQuery.Sort.END : MeetingQuery.Sort.START;
    }

    LiveRows<Meeting> rows() {
        return rows;
    }

    Value<String> text() {
        return text;
    }

    /** How many match on the server; negative while unknown. */
    Value<Long> matching() {
        return matching;
    }

    /** Whether there are more than were read. */
    boolean hasMore() {
        return next != null;
    }

    /** Shows what matches, once typing pauses. */
    void search(String words) {
        typing.close();
        typing = later.in(TYPING_PAUSE, () -> {
            if (!text.get().equals(words.strip())) {
                text.set(words.strip());
                if (started) {
                    start();
                }
            }
        });
    }

    /** Reads in the order of this column of {@link MeetingColumns}: the server sorts, because not all is read. */
    void sort(String column, boolean down) {
        MeetingQuery.Sort wanted = MeetingColumns.sort(column);
        if (wanted != sort || down != descending) {
            sort = wanted;
            descending = down;
            if (started) {
                start();
            }
        }
    }

    /** Reads from the beginning, unless that was done. */
    void startOnce() {
        if (!started) {
            start();
        }
    }

    /** Reads from the beginning; nothing is shown meanwhile. */
    void start() {
        started = true;
        rows.loading();
        matching.set(-1L);
        refresh();
    }

    /** Reads again what is shown; the rows stay meanwhile. */
    void refresh() {
        if (started) {
            ask(null);
        }
    }

    /** Reads the next page, when there is one and nothing is under way. */
    void more() {
        @Nullable String cursor = next;
        if (cursor != null && reading == null) {
            ask(cursor);
        }
    }

    /** A meeting changed, began or ended. Returns whether it came to or went from a list. */
    boolean changed(Meeting meeting) {
        String id = meeting.id().value();
        if (reading != null) {
            meanwhile.merge(id, meeting, MeetingList::newer);
        }
        return apply(meeting);
    }

    /** Drops what is under way. */
    void stop() {
        turn++;
        typing.close();
        CompletableFuture<?> call = reading;
        if (call != null) {
            call.cancel(true);
        }
    }

    private boolean apply(Meeting meeting) {
        String id = meeting.id().value();
        @Nullable Meeting known = rows.get(id);
        if (known != null && known.version() > meeting.version()) {
            return false;
        }
        if (meeting.state() != state) {
            rows.remove(List.of(id));
            return known != null;
        }
        if (known != null) {
            rows.put(List.of(meeting));
            return false;
        }
        if (started && !text.get().isEmpty()) {
            catchUp();
        } else if (rows.state() instanceof LiveRows.State.Ready && withinWhatWasRead(meeting)) {
            rows.put(List.of(meeting));
        }
        return true;
    }

    /** Beyond the last row that was read a new one would leave a gap; it comes with its page. */
    private boolean withinWhatWasRead(Meeting meeting) {
        return next == null || rows.visible().stream().anyMatch(row -> order().compare(meeting, row) <= 0);
    }

    /** Whether a new meeting matches the text only the server can tell. */
    private void catchUp() {
        if (catchingUp == null) {
            catchingUp = later.in(CATCH_UP_PAUSE, () -> {
                catchingUp = null;
                refresh();
            });
        }
    }

    private void ask(@Nullable String cursor) {
        CompletableFuture<?> old = reading;
        if (old != null) {
            old.cancel(true);
        }
        long mine = ++turn;
        meanwhile.clear();
        CompletableFuture<Page<Meeting>> call = meetings.list(query(cursor));
        reading = call;
        call.whenCompleteAsync((page, failure) -> {
            if (mine == turn) {
                reading = null;
                answered(cursor, page, failure);
            }
        }, ui);
    }

    private MeetingQuery query(@Nullable String cursor) {
        return new MeetingQuery(state, text.get(), null, sort, descending, new PageRequest(PAGE, cursor));
    }

    private void answered(@Nullable String cursor, @Nullable Page<Meeting> page, @Nullable Throwable failure) {
        if (page == null) {
            rows.failed(failure == null ? "" : FailureWords.of(failure));
            return;
        }
        next = page.next();
        matching.set(page.total());
        if (cursor == null) {
            rows.replaceAll(page.items());
        } else {
            rows.put(page.items());
        }
        new ArrayList<>(meanwhile.values()).forEach(this::apply);
        meanwhile.clear();
        if (state != MeetingState.ENDED) {
            more(); // these are all shown, so that a new one finds its place in any order
        }
    }

    private static Meeting newer(Meeting one, Meeting other) {
        return one.version() > other.version() ? one : other;
    }

    /** As the server sorts. */
    private Comparator<Meeting> order() {
        Comparator<Meeting> up = MeetingColumns.order(sort);
        return descending ? up.reversed() : up;
    }
}
