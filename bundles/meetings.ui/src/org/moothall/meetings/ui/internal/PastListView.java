package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.moothall.meetings.MeetingAt;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Cell;
import org.moothall.ui.model.Column;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.EmptyState.Words;
import org.moothall.ui.widgets.LiveTable;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Pen;
import org.moothall.ui.widgets.TextSize;

/** The meetings that went on at an instant, which is typed above them. */
final class PastListView {
    private static final int LINE = 28;

    private final PastMeetings then;
    private final Clock clock;
    private final Formats formats = Formats.local();
    private final Composite body;
    private final TimeField field;
    private final LiveTable<MeetingAt> table;

    PastListView(Composite parent, PastMeetings then, UserSettings settings, Clock clock, Runnable clearFilter) {
        this.then = then;
        this.clock = clock;
        body = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        body.setLayout(Grids.column());
        Composite strip = Grids.strip(body, 2);
        ((GridLayout) Objects.requireNonNull(strip.getLayout())).marginWidth = Look.MARGIN;
        field = new TimeField(strip, Texts.of("then.field"), Texts.of("then.example"), then.at(), then::type, clock);
        Drawn facts = new Drawn(strip, Tone.SURFACE, 200, LINE, this::paint).named(Texts.of("then.facts"));
        facts.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        field.problems(then.problem(), 2);
        then.at().onChange(at -> facts.redraw());
        table = new LiveTable<>(body, "meetings.then", Texts.of("list.then"), then.rows(), columns(), settings).sortedBy("name", false)
                .remedies(then::read, clearFilter).onSort(then::sort);
        table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        then.rows().onChange(() -> table.whenEmpty(words(clearFilter)));
        table.whenEmpty(words(clearFilter));
    }

    /** All of it. */
    Composite control() {
        return body;
    }

    LiveTable<MeetingAt> table() {
        return table;
    }

    /** To type a time. */
    void setFocus() {
        field.setFocus();
    }

    private void paint(Pen pen, Rectangle area) {
        String words = then.at().get().map(at -> Texts.of("past.as-it-was", formats.second(at, clock.instant()))).orElse(Texts.of("past.field.hint"));
        pen.text(words, area, then.at().get().isPresent() ? Tone.TEXT : Tone.MUTED, TextSize.BODY, SWT.LEFT);
    }

    private Words words(Runnable clearFilter) {
        if (then.at().get().isEmpty()) {
            return Words.of(Texts.of("empty.then"), Texts.of("empty.then.text"));
        }
        return then.text().isEmpty() ? Words.of(Texts.of("then.none"), Texts.of("then.none.text"))
                : new Words(Texts.of("empty.search"), Texts.of("then.none.search", then.text()), Texts.of("empty.search.clear"), clearFilter);
    }

    private List<Column<MeetingAt>> columns() {
        return List.of(
                Column.<MeetingAt>of("name", Texts.of("column.name"), 240, meeting -> Cell.title(meeting.name()))
                        .sorted(Comparator.comparing(MeetingAt::name, String.CASE_INSENSITIVE_ORDER)),
                Column.<MeetingAt>of(MeetingColumns.START, Texts.of("column.start"), 104,
                        meeting -> Cell.of(formats.time(meeting.startedAt(), clock.instant())).withHint(Formats.utc(meeting.startedAt())))
                        .sorted(Comparator.comparing(MeetingAt::startedAt)).atRight(),
                Column.<MeetingAt>of("people", Texts.of("column.people"), 72, meeting -> Cell.of(Formats.count(meeting.participants())))
                        .sorted(Comparator.comparing(MeetingAt::participants)).atRight(),
                Column.icons("recording", Texts.of("column.recording"), meeting -> flag(meeting.recording(), Icon.RECORDING, Tone.ERROR, "recording.hint")),
                Column.icons("locked", Texts.of("column.locked"), meeting -> flag(meeting.locked(), Icon.LOCKED, Tone.MUTED, "column.locked")),
                Column.of("bridges", Texts.of("column.bridges"), 136, meeting -> Cell.muted(String.join(", ", meeting.callBridges()))),
                Column.of("cluster", Texts.of("column.cluster"), 104, meeting -> Cell.muted(meeting.clusterName())));
    }

    private static Cell flag(@Nullable Boolean on, Icon icon, Tone tone, String key) {
        return on == null ? PastColumns.unknown() : on ? Cell.icon(icon, tone, Texts.of(key)) : Cell.EMPTY;
    }
}
