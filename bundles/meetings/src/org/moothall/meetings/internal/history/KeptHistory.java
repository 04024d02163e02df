package org.moothall.meetings.internal.history;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.Problem;
import org.moothall.meetings.History;
import org.moothall.meetings.LogEntry;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingAt;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantAt;
import org.moothall.meetings.Timeline;
import org.moothall.meetings.internal.find.Order;
import org.moothall.meetings.internal.find.Words;
import org.moothall.meetings.internal.projection.LoggedChange;
import org.moothall.meetings.internal.store.KeptChanges;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was, from what was written down. Thread-safe. */
@Component(service = History.class)
public final class KeptHistory implements History {

    private static final Order<ParticipantAt> BY_NAME = new Order<>(person -> Words.folded(person.name()), person -> person.id().value(), false);
    private static final int SOME = 1_000;

    private final Pictures pictures;
    private final KeptChanges changes;
    private final Clock clock;
    private final PastList list;

    /** From these. */
    @Activate
    public KeptHistory(@Reference Pictures pictures, @Reference Clock clock) {
        this.pictures = pictures;
        this.changes = pictures.changes();
        this.clock = clock;
        list = new PastList(pictures);
    }

    /** Meetings and who was in them as they were last drawn, and where changes are kept. */
    public interface Pictures {
        /** The meeting of this id; a problem when there is none. */
        Meeting meeting(MeetingId id);

        /** Everybody who was ever in it. */
        Collection<Participant> everybody(MeetingId id);

        /** Those in memory that pass the query's filters. */
        List<Meeting> live(MeetingQuery query);

        /** A page of those that had ended by this time. */
        Page<Meeting> endedBy(MeetingQuery query, Instant at);

        /** All that went on at this time and have ended since. */
        List<Meeting> endedSince(MeetingQuery query, Instant at);

        /** What happened. */
        KeptChanges changes();
    }

    @Override
    public MeetingAt meeting(MeetingId id, Instant at) {
        Meeting meeting = running(id, at);
        Then then = new Then(at, changes.until(id, at));
        return then.meeting(meeting, then.people(pictures.everybody(id)));
    }

    @Override
    public Page<MeetingAt> find(MeetingQuery query, Instant at) {
        if (at.isAfter(clock.instant())) {
            throw Problem.invalid("at", "must not be after now.").exception();
        }
        return list.find(query, at);
    }

    @Override
    public Timeline timeline(MeetingId id) {
        return TimeBar.of(pictures.meeting(id), pictures.everybody(id), changes.of(id, LoggedChange.UNWATCHED), clock.instant());
    }

    @Override
    public Page<ParticipantAt> participants(MeetingId id, Instant at, String text, PageRequest page) {
        running(id, at);
        Set<String> beginnings = Words.ofQuery(text);
        List<ParticipantAt> people = new Then(at, changes.until(id, at)).people(pictures.everybody(id)).stream()
                .filter(person -> beginnings.isEmpty() || Words.match(Words.of(List.of(person.name(), person.address())), beginnings)).toList();
        return BY_NAME.page(people, page);
    }

    private Meeting running(MeetingId id, Instant at) {
        Meeting meeting = pictures.meeting(id);
        if (at.isBefore(meeting.startedAt())) {
            throw Problem.invalid("at", "must not be before the meeting began, which was at " + meeting.startedAt() + ".").exception();
        }
        @Nullable Instant ended = meeting.endedAt();
        Instant end = ended == null ? clock.instant() : ended;
        if (at.isAfter(end)) {
            throw Problem.invalid("at", "must not be after " + (ended == null ? "now" : "the meeting ended, which was at " + end) + ".").exception();
        }
        return meeting;
    }

    @Override
    public Page<LogEntry> log(MeetingId id, PageRequest page) {
        pictures.meeting(id);
        @Nullable String cursor = page.cursor();
        List<LoggedChange> found = changes.after(id, cursor == null ? -1 : number(cursor), page.limit() + 1);
        boolean more = found.size() > page.limit();
        List<LogEntry> entries = (more ? found.subList(0, page.limit()) : found).stream().map(LogWords::entry).toList();
        long total = changes.count(id, Page.EXACT_LIMIT + 1);
        String next = more ? Long.toString(entries.get(entries.size() - 1).number()) : null;
        return new Page<>(entries, Math.min(total, Page.EXACT_LIMIT), total <= Page.EXACT_LIMIT, next);
    }

    private static long number(String cursor) {
        if (!cursor.matches("\\d{1,18}")) {
            throw Problem.invalid("cursor", "must be the value of \"next\" of the page before.").exception();
        }
        return Long.parseLong(cursor);
    }

    @Override
    public void wholeLog(MeetingId id, Consumer<List<LogEntry>> each) {
        pictures.meeting(id);
        long after = -1;
        for (List<LoggedChange> some = changes.after(id, after, SOME); !some.isEmpty(); some = changes.after(id, after, SOME)) {
            each.accept(some.stream().map(LogWords::entry).toList());
            after = some.get(some.size() - 1).number();
        }
    }
}
