package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.MeetingsClient;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.meetings.MeetingAt;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.Later;
import org.moothall.ui.model.LiveRows;
import org.moothall.ui.model.Subscription;
import org.moothall.ui.model.Value;

/** The list of meetings as it stood at an instant, read page by page in the server's order. Confined to the UI thread. */
final class PastMeetings {
    private final MeetingsClient meetings;
    private final Executor ui;
    private final Later later;
    private final Clock clock;
    private final Value<Optional<Instant>> at = new Value<>(Optional.empty());
    private final Value<String> problem = new Value<>("");
    private final Value<Long> matching = new Value<>(-1L);
    private final LiveRows<MeetingAt> rows = new LiveRows<>(meeting -> meeting.id().value());
    private MeetingQuery.Sort sort = MeetingQuery.Sort.NAME;
    private boolean descending;
    private String text = "";
    private @Nullable String next;
    private boolean reading;
    private Subscription typing = () -> {};
    private long turn;

    PastMeetings(MeetingsClient meetings, Executor ui, Later later, Clock clock) {
        this.meetings = meetings;
        this.ui = ui;
        this.later = later;
        this.clock = clock;
        rows.replaceAll(List.of());
    }

    /** The instant that is looked at; empty while none was chosen. */
    Value<Optional<Instant>> at() {
        return at;
    }

    /** Why what was typed cannot be shown; empty when it can. */
    Value<String> problem() {
        return problem;
    }

    /** The meetings that went on then, as far as they were read. */
    LiveRows<MeetingAt> rows() {
        return rows;
    }

    /** How many match on the server; negative while unknown. */
    Value<Long> matching() {
        return matching;
    }

    /** Looks at what was typed. */
    void type(String typed, ZoneId zone) {
        Optional<Instant> meant = Moments.read(typed, clock.instant(), zone);
        if (typed.isBlank()) {
            clear();
        } else if (meant.isEmpty()) {
            problem.set(Texts.of("past.not-a-time"));
        } else if (meant.get().isAfter(clock.instant())) {
            problem.set(Texts.of("past.future"));
        } else {
            look(meant.get());
        }
    }

    /** Looks at this instant. */
    void look(Instant instant) {
        problem.set("");
        at.set(Optional.of(instant.truncatedTo(ChronoUnit.MILLIS)));
        read();
    }

    /** Looks at none. */
    void clear() {
        turn++;
        next = null;
        problem.set("");
        at.set(Optional.empty());
        matching.set(-1L);
        rows.replaceAll(List.of());
    }

    /** Shows what matches, once typing pauses. */
    void search(String words) {
        typing.close();
        typing = later.in(MeetingList.TYPING_PAUSE, () -> {
            if (!text.equals(words.strip())) {
                text = words.strip();
                read();
            }
        });
    }

    /** What is looked for. */
    String text() {
        return text;
    }

    /** Reads in the order of this column: the server sorts, because not all is read. */
    void sort(String column, boolean down) {
        sort = column.equals("people") ? MeetingQuery.Sort.PARTICIPANTS : MeetingColumns.sort(column);
        descending = down;
        read();
    }

    /** Reads from the beginning, when there is an instant to look at. */
    void read() {
        if (at.get().isPresent()) {
            rows.loading();
            matching.set(-1L);
            ask(null);
        }
    }

    /** Whether there are more than were read. */
    boolean hasMore() {
        return next != null;
    }

    /** Reads the next page, when there is one and nothing is under way. */
    void more() {
        @Nullable String cursor = next;
        if (cursor != null && !reading) {
            ask(cursor);
        }
    }

    /** Drops what is under way. */
    void stop() {
        turn++;
        typing.close();
    }

    private void ask(@Nullable String cursor) {
        long mine = ++turn;
        reading = true;
        MeetingQuery query = new MeetingQuery(MeetingState.ACTIVE, text, null, sort, descending, new PageRequest(MeetingList.PAGE, cursor));
        meetings.listAt(query, at.get().orElseThrow()).whenCompleteAsync((page, failure) -> {
            if (mine == turn) {
                reading = false;
                answered(cursor, page, failure);
            }
        }, ui);
    }

    private void answered(@Nullable String cursor, @Nullable Page<MeetingAt> page, @Nullable Throwable failure) {
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
    }
}
