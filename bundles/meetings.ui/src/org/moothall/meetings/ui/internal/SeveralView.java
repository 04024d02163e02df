package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ui.internal.SeveralMeetings.Placed;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Cell;
import org.moothall.ui.model.Column;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.EmptyState;
import org.moothall.ui.widgets.LiveTable;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Pen;
import org.moothall.ui.widgets.TextField;
import org.moothall.ui.widgets.TextSize;

/** Several meetings that were selected together: all their people, and what is done with all of them or with some. */
final class SeveralView {
    private static final int LINE = 24;

    private final SeveralMeetings model;
    private final MeetingTools tools;
    private final boolean may;
    private final Composite body;
    private final PeopleBar bar;
    private final ActionButton end;
    private final LiveTable<Placed> table;

    SeveralView(Composite parent, SeveralMeetings model, MeetingTools tools, UserSettings settings, boolean may, Clock clock, Runnable close) {
        this.model = model;
        this.tools = tools;
        this.may = may;
        body = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        body.setLayout(Grids.column());
        head(close);
        Composite finding = Grids.strip(body, 2);
        end = new ActionButton(finding, ActionButton.Kind.NORMAL, Texts.of("end.several"), Icon.END, false, this::end);
        end.setVisible(may);
        TextField find = TextField.search(finding, Texts.of("find.participant"));
        find.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        find.value().onChange(model::find);
        bar = new PeopleBar(body, tools.actions(), model::inMeetings, this::selected, () -> may, this::askToDrop, this::askToMove);
        table = new LiveTable<>(body, "meetings.several", Texts.of("several.people"), model.rows(), columns(clock), settings).sortedBy("name", false)
                .remedies(model::refresh, () -> find.show("")).onMenu((menu, rows) -> bar.menu(menu))
                .whenEmpty(EmptyState.Words.of(Texts.of("empty.several"), Texts.of("empty.present.text")));
        table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table.control().addListener(SWT.KeyDown, e -> bar.key(e.keyCode));
        tools.actions().busy().onChange(table::busy);
        table.selection().onChange(rows -> update());
        model.rows().onChange(this::update);
        bar.visible(may);
    }

    /** All of it. */
    Composite control() {
        return body;
    }

    private void head(Runnable close) {
        Composite head = Grids.strip(body, 2);
        Drawn drawn = new Drawn(head, Tone.SURFACE, 280, 32 + 2 * LINE, this::paint);
        drawn.named(Texts.of("several.people"));
        drawn.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        ActionButton closer = ActionButton.icon(head, Icon.CLOSE, Texts.of("details.close"), close);
        closer.setLayoutData(new GridData(SWT.RIGHT, SWT.TOP, false, false));
        model.meetings().onChange(now -> {
            if (!drawn.isDisposed()) {
                drawn.redraw();
            }
        });
    }

    private void paint(Pen pen, Rectangle area) {
        List<Meeting> now = model.meetings().get();
        pen.text(Texts.count("several", now.size()), new Rectangle(0, 0, area.width, 32), Tone.TEXT, TextSize.TITLE, SWT.LEFT);
        String names = String.join(", ", now.stream().map(Meeting::name).toList());
        pen.text(names, new Rectangle(0, 32, area.width, LINE), Tone.MUTED, TextSize.BODY, SWT.LEFT);
        pen.icon(Icon.PEOPLE, new Rectangle(0, 32 + LINE, 16, LINE), Tone.MUTED, 16);
        pen.text(Texts.count("people", model.inMeetings().size()), new Rectangle(22, 32 + LINE, area.width - 22, LINE), Tone.TEXT, TextSize.BODY, SWT.LEFT);
    }

    private static List<Column<Placed>> columns(Clock clock) {
        List<Column<Placed>> all = new ArrayList<>();
        PersonColumns.all(clock, Formats.local()).forEach(column -> all.add(column.in(Placed::person)));
        all.add(3, Column.<Placed>of("meeting", Texts.of("meeting"), 136, placed -> Cell.muted(placed.meeting().name()))
                .sorted(Comparator.comparing((Placed placed) -> placed.meeting().name(), String.CASE_INSENSITIVE_ORDER)));
        return all;
    }

    private void update() {
        bar.update();
        end.setEnabled(may && model.meetings().get().stream().anyMatch(MeetingColumns::live));
    }

    private List<Participant> selected() {
        return table.selection().get().stream().map(Placed::person).filter(MeetingDetails::isPresent).toList();
    }

    private void askToDrop(List<Participant> people) {
        Previews.drop(table.control(), Texts.of("several.theirs"), people, () -> tools.actions().drop(people));
    }

    /** Offered for people of one meeting only. */
    private void askToMove(List<Participant> people) {
        model.meetings().get().stream().filter(meeting -> meeting.id().equals(people.getFirst().meeting())).findFirst()
                .ifPresent(meeting -> MovePeople.open(table.control(), meeting, people, tools.commands(), tools.actions()));
    }

    private void end() {
        List<Meeting> live = model.meetings().get().stream().filter(MeetingColumns::live).toList();
        Previews.endSeveral(table.control(), live, () -> tools.actions().end(live));
    }
}
