package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingAt;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Column;
import org.moothall.ui.model.Formats;
import org.moothall.ui.widgets.EmptyState.Words;
import org.moothall.ui.widgets.LiveTable;
import org.moothall.ui.widgets.Look;

/** The tables of the lists, one of them in front, with the line of numbers below. */
final class MeetingLists {
    private final ListedMeetings listed;
    private final UserSettings settings;
    private final Runnable clearFilter;
    private final Map<Listing, LiveTable<Meeting>> tables = new EnumMap<>(Listing.class);
    private final PastListView then;

    MeetingLists(Composite parent, ListedMeetings listed, UserSettings settings, Clock clock, Runnable clearFilter) {
        this.listed = listed;
        this.settings = settings;
        this.clearFilter = clearFilter;
        Composite column = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        column.setLayout(Grids.column());
        Composite stack = Look.style(new Composite(column, SWT.NONE), Look.SURFACE);
        stack.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        StackLayout layout = new StackLayout();
        stack.setLayout(layout);
        Formats formats = Formats.local();
        table(stack, Listing.ACTIVE, MeetingColumns.active(clock, formats)).sortedBy(MeetingColumns.START, true).ticking();
        table(stack, Listing.UPCOMING, MeetingColumns.upcoming(clock, formats)).sortedBy(MeetingColumns.START, false);
        table(stack, Listing.ENDED, MeetingColumns.ended(clock, formats)).sortedBy(MeetingColumns.END, true).onSort(listed.of(Listing.ENDED)::sort);
        then = new PastListView(stack, listed.then(), settings, clock, clearFilter);
        then.table().control().addListener(SWT.Paint,
                e -> moreWhenNearTheEnd(then.table(), listed.then().hasMore(), listed.then()::more));
        MeetingFooter footer = new MeetingFooter(column, this::words, () -> listed.shown().get() != Listing.THEN);
        listed.shown().watch(which -> {
            layout.topControl = which == Listing.THEN ? then.control() : of(which).control();
            stack.layout();
            footer.changed();
        });
        listed.living().forEach(list -> {
            list.rows().onChange(footer::changed);
            list.matching().onChange(count -> footer.changed());
        });
        listed.then().rows().onChange(footer::changed);
    }

    private LiveTable<Meeting> table(Composite parent, Listing which, List<Column<Meeting>> columns) {
        MeetingList list = listed.of(which);
        LiveTable<Meeting> table = new LiveTable<>(parent, "meetings." + which.key(), Texts.of("list." + which.key()), list.rows(), columns, settings)
                .remedies(list::start, clearFilter);
        table.control().addListener(SWT.Paint, e -> moreWhenNearTheEnd(table, list.hasMore(), list::more));
        list.text().watch(text -> table.whenEmpty(words(text, which.key())));
        tables.put(which, table);
        return table;
    }

    private static void moreWhenNearTheEnd(LiveTable<?> table, boolean hasMore, Runnable more) {
        int seen = (table.scrolled() + table.control().getSize().y) / Look.ROW;
        if (hasMore && seen > table.shown().size() - MeetingList.PAGE / 4) {
            table.control().getDisplay().asyncExec(more);
        }
    }

    private Words words(String text, String key) {
        return text.isEmpty() ? Words.of(Texts.of("empty." + key), Texts.of("empty." + key + ".text"))
                : new Words(Texts.of("empty.search"), Texts.of("empty.search.text", text), Texts.of("empty.search.clear"), clearFilter);
    }

    private String words() {
        Listing which = listed.shown().get();
        return which == Listing.THEN ? MeetingFooter.words(listed.then()) : MeetingFooter.words(listed.of(which));
    }

    /** The table of a list that lives. */
    LiveTable<Meeting> of(Listing which) {
        return Objects.requireNonNull(tables.get(which), which::name);
    }

    /** The table of what was. */
    LiveTable<MeetingAt> then() {
        return then.table();
    }

    /** Does this with those of meetings that go on or went on, with which operators do something. */
    void eachOperable(BiConsumer<Listing, LiveTable<Meeting>> action) {
        List.of(Listing.ACTIVE, Listing.ENDED).forEach(which -> action.accept(which, of(which)));
    }

    /** Nothing is selected any more, so that what happens to what was does not bring it back. */
    void deselect() {
        tables.values().forEach(table -> table.select(List.of()));
        then().select(List.of());
    }

    /** The control of the table in front. */
    Control shown() {
        return listed.shown().get() == Listing.THEN ? then().control() : of(listed.shown().get()).control();
    }

    /** Lets the user choose the columns of the table in front. */
    void chooseColumns() {
        if (listed.shown().get() == Listing.THEN) {
            then().chooseColumns();
        } else {
            of(listed.shown().get()).chooseColumns();
        }
    }

    /** The table in front gets the keys; where a time has to be typed first, its field does. */
    void setFocus() {
        if (listed.shown().get() == Listing.THEN && listed.then().at().get().isEmpty()) {
            then.setFocus();
        } else {
            shown().setFocus();
        }
    }
}
