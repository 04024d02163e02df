package org.moothall.meetings.ui.internal.macros;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.moothall.client.MeetingsClient;
import org.moothall.core.PageRequest;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Cell;
import org.moothall.ui.model.Column;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.LiveRows;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.LiveTable;
import org.moothall.ui.widgets.Look;

/** The live meetings, to select those that a step is about. For the UI thread only. */
final class ChosenMeetings {
    private static final int HEIGHT = 200;

    private final Composite area;
    private boolean reading = true;

    ChosenMeetings(Composite parent, MeetingsClient meetings, Executor ui, Function<Meeting, String> key, Value<List<String>> chosen) {
        area = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        area.setLayout(new FillLayout());
        GridData high = new GridData(SWT.FILL, SWT.FILL, true, true);
        high.heightHint = HEIGHT;
        area.setLayoutData(high);
        LiveRows<Meeting> rows = new LiveRows<>(meeting -> meeting.id().value());
        LiveTable<Meeting> table = new LiveTable<>(area, "macros.meetings", Texts.of("field.where.chosen"), rows, columns(), UserSettings.none());
        table.selection().onChange(now -> {
            if (!reading) {
                List<String> here = rows.visible().stream().map(key).toList();
                Stream<String> elsewhere = chosen.get().stream().filter(one -> !here.contains(one)); // not going on now, and meant all the same
                chosen.set(Stream.concat(elsewhere, now.stream().map(key)).filter(one -> !one.isEmpty()).distinct().toList());
            }
        });
        meetings.list(new MeetingQuery(MeetingState.ACTIVE, "", null, MeetingQuery.Sort.NAME, false, new PageRequest(PageRequest.MAX_LIMIT, null)))
                .whenCompleteAsync((page, failure) -> {
                    if (area.isDisposed()) {
                        return;
                    }
                    if (page == null) {
                        rows.failed(failure == null ? "" : FailureWords.of(failure));
                    } else {
                        rows.replaceAll(page.items());
                        table.select(page.items().stream().filter(meeting -> chosen.get().contains(key.apply(meeting))).map(rows::id).toList());
                    }
                    reading = false;
                }, ui);
    }

    Composite area() {
        return area;
    }

    private static List<Column<Meeting>> columns() {
        return List.of(Column.of("name", Texts.of("column.name"), 240, meeting -> Cell.title(meeting.name())),
                Column.<Meeting>of("people", Texts.of("column.people"), 72, meeting -> Cell.of(Formats.count(meeting.participants()))).atRight(),
                Column.of("start", Texts.of("column.start"), 88,
                        meeting -> Cell.muted(Formats.local().time(meeting.startedAt(), Clock.systemUTC().instant()))));
    }
}
