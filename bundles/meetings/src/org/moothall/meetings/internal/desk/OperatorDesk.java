package org.moothall.meetings.internal.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.meetings.DeskChange;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingDesk;
import org.moothall.meetings.internal.store.KeptDesk;
import org.moothall.meetings.internal.store.KeptDesk.Row;

/**
 * Pins, notes and who looks after what. In memory is what lists of live meetings and change events need, the rest is read when it
 * is asked for. Thread-safe.
 */
public final class OperatorDesk {

    private static final String PIN = "pin:";
    private static final String CARE = "care:";
    private static final int MOST_PINS = 500;
    private static final int MOST_CARES = 20_000;
    /** What another server on this store wrote at the same time by its own clock. */
    private static final long OVERLAP_MILLIS = 10_000;

    private final KeptDesk kept;
    private final Clock clock;
    private final Map<String, Pin> pins = new ConcurrentHashMap<>();
    private final Map<String, Care> cares = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<String, Care> eldest) {
            return size() > MOST_CARES;
        }
    });
    private volatile long read;

    /** What is known from before. */
    public OperatorDesk(KeptDesk kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
        kept.beginning(PIN).forEach(this::show);
        List<Row> newest = new ArrayList<>(kept.newest(MOST_CARES));
        Collections.reverse(newest);
        newest.forEach(this::show);
        read = clock.millis();
    }

    /** Takes up what other servers on this store changed meanwhile. */
    public void readAgain() {
        long now = clock.millis();
        kept.since(read - OVERLAP_MILLIS).forEach(this::show);
        read = now;
    }

    private void show(Row row) {
        if (row.subject().startsWith(PIN)) {
            put(pins, row.subject().substring(PIN.length()), Pin.of(row.content()));
        } else {
            put(cares, row.subject().substring(CARE.length()), Care.of(row.content()));
        }
    }

    private static <T> void put(Map<String, T> all, String key, @Nullable T value) {
        if (value == null) {
            all.remove(key);
        } else {
            all.put(key, value);
        }
    }

    /** What is pinned: spaces, and meetings without one. */
    public Set<String> pins() {
        return Set.copyOf(pins.keySet());
    }

    /** Whether a meeting is pinned. */
    public boolean pinned(Meeting meeting) {
        return pins.containsKey(pinOf(meeting));
    }

    /** The meeting with what is shared about it, as far as that is in memory. */
    public Meeting dressed(Meeting meeting) {
        return meeting.with(desk(pins.get(pinOf(meeting)), cares.get(meeting.id().value())));
    }

    /** These meetings with all that is shared about them. */
    public List<Meeting> dressed(Collection<Meeting> meetings) {
        Map<String, Care> about = new HashMap<>();
        kept.of(meetings.stream().map(meeting -> CARE + meeting.id().value()).collect(Collectors.toSet()))
                .forEach(row -> put(about, row.subject().substring(CARE.length()), Care.of(row.content())));
        return meetings.stream().map(meeting -> meeting.with(desk(pins.get(pinOf(meeting)), about.get(meeting.id().value())))).toList();
    }

    /** Changes what is shared about a meeting; on disk when it returns. */
    public MeetingDesk change(Meeting meeting, DeskChange change, String user) {
        checked(meeting, change);
        Instant now = clock.instant();
        @Nullable Boolean pinned = change.pinned();
        if (pinned != null) {
            show(kept.change(PIN + pinOf(meeting), now.toEpochMilli(), before -> !pinned ? "" : before.isEmpty() ? new Pin(user, now).text() : before));
        }
        if (change.lookedAfter() != null || change.note() != null) {
            show(kept.change(CARE + meeting.id().value(), now.toEpochMilli(), before -> Care.after(Care.of(before), change, user, now)));
        }
        @Nullable MeetingDesk after = dressed(List.of(meeting)).get(0).desk();
        return after == null ? new MeetingDesk(false, null, null, null, null, null) : after;
    }

    private void checked(Meeting meeting, DeskChange change) {
        @Nullable String note = change.note();
        if (note != null && (note.length() > DeskChange.LONGEST_NOTE || note.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n'))) {
            throw Problem.invalid("note", "must be at most " + DeskChange.LONGEST_NOTE + " printable characters.").exception();
        }
        if (Boolean.TRUE.equals(change.pinned()) && pins.size() >= MOST_PINS && !pinned(meeting)) {
            throw Problem.invalid("pinned", MOST_PINS + " spaces are pinned: take a pin away first.").exception();
        }
    }

    /** A pin belongs to the space; a meeting outside of any space is pinned itself. */
    private static String pinOf(Meeting meeting) {
        @Nullable String space = meeting.space();
        return space == null ? meeting.id().value() : space;
    }

    private static @Nullable MeetingDesk desk(@Nullable Pin pin, @Nullable Care care) {
        if (pin == null && care == null) {
            return null;
        }
        return new MeetingDesk(pin != null, pin == null ? null : pin.by(), care == null ? null : care.lookedAfterBy(), care == null ? null : care.note(),
                care == null ? null : care.notedBy(), care == null ? null : care.notedAt());
    }
}
