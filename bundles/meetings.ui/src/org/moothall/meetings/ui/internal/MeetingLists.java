package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingState;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Column;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.EmptyState;
import org.moothall.ui.widgets.LiveTable;
import org.moothall.ui.widgets.Look;

/** The tables of active and of ended meetings, one of them in front, with the line of numbers below. */
final class MeetingLists {
    private final Value<MeetingState> state;
    private final UserSettings settings;
    private final Runnable clearFilter;
    private final LiveTable<Meeting> active;
    private final LiveTable<Meeting> ended;

    MeetingLists(Composite parent, MeetingList live, MeetingList past, Value<MeetingState> state, UserSettings settings, Runnable clearFilter) {
        this.state = state;
        this.settings = settings;
        this.clearFilter = clearFilter;
        Composite column = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        GridLayout rows = new GridLayout(1, false);
        rows.marginWidth = 0;
        rows.marginHeight = 0;
        rows.verticalSpacing = 0;
        column.setLayout(rows);
        Composite stack = Look.style(new Composite(column, SWT.NONE), Look.SURFACE);
        stack.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        StackLayout layout = new StackLayout();
        stack.setLayout(layout);
        Clock clock = Clock.systemUTC();
        active = table(stack, live, "active", MeetingColumns.active(clock, Formats.local()), MeetingColumns.START).ticking();
        ended = table(stack, past, "ended", MeetingColumns.ended(clock, Formats.local()), MeetingColumns.END).onSort(past::sort);
        MeetingFooter footer = new MeetingFooter(column, () -> state.get() == MeetingState.ENDED ? past : live);
        state.watch(now -> {
            layout.topControl = shown().control();
            stack.layout();
            footer.changed();
        });
        for (MeetingList each : List.of(live, past)) {
            each.rows().onChange(footer::changed);
            each.matching().onChange(count -> footer.changed());
        }
        live.text().watch(text -> active.whenEmpty(words(text, "active")));
        past.text().watch(text -> ended.whenEmpty(words(text, "ended")));
    }

    /** The table in front. */
    LiveTable<Meeting> shown() {
        return state.get() == MeetingState.ENDED ? ended : active;
    }

    /** Does this with both. */
    void each(Consumer<LiveTable<Meeting>> action) {
        action.accept(active);
        action.accept(ended);
    }

    private LiveTable<Meeting> table(Composite parent, MeetingList list, String key, List<Column<Meeting>> columns, String sort) {
        LiveTable<Meeting> table = new LiveTable<>(parent, "meetings." + key, Texts.of("list." + key), list.rows(), columns, settings).sortedBy(sort, true)
                .remedies(list::start, clearFilter);
        table.control().addListener(SWT.Paint, e -> moreWhenNearTheEnd(list, table));
        return table;
    }

    private static void moreWhenNearTheEnd(MeetingList list, LiveTable<Meeting> table) {
        int seen = (table.scrolled() + table.control().getSize().y) / Look.ROW;
        if (list.hasMore() && seen > table.shown().size() - MeetingList.PAGE / 4) {
            table.control().getDisplay().asyncExec(list::more);
        }
    }

    private EmptyState.Words words(String text, String key) {
        return text.isEmpty() ? EmptyState.Words.of(Texts.of("empty." + key), Texts.of("empty." + key + ".text"))
                : new EmptyState.Words(Texts.of("empty.search"), Texts.of("empty.search.text", text), Texts.of("empty.search.clear"), clearFilter);
    }
}
