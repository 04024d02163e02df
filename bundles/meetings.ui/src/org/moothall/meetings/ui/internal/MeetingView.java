package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ui.internal.MeetingDetails.Whom;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Formats;
import org.moothall.ui.widgets.EmptyState;
import org.moothall.ui.widgets.LiveTable;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Menus;
import org.moothall.ui.widgets.TextField;

/** One meeting: what it is, who is in it, and what an operator does with them. */
final class MeetingView {
    private final MeetingDetails details;
    private final MeetingActions actions;
    private final MeetingCommands commands;
    private final MeetingTools tools;
    private boolean readingLog;
    private final boolean may;
    private final Composite body;
    private final LiveTable<Participant> table;
    private final PeopleBar bar;

    MeetingView(Composite parent, MeetingDetails details, MeetingTools tools, UserSettings settings, boolean may, String me, Clock clock,
            MeetingOutlets outlets) {
        this.details = details;
        this.tools = tools;
        this.actions = tools.actions();
        this.commands = tools.commands();
        this.may = may;
        body = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        body.setLayout(Grids.column());
        new MeetingHead(body, details, clock, outlets);
        new DeskBar(body, details, tools.desk(), may, me);
        Composite present = present(clock, settings);
        new MeetingBar(present, details, commands, may, this::end);
        Composite finding = Grids.strip(present, 2);
        PeopleTabs tabs = new PeopleTabs(finding, details);
        tabs.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        TextField find = TextField.search(finding, Texts.of("find.participant"));
        GridData narrow = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
        narrow.widthHint = 168;
        find.setLayoutData(narrow);
        find.value().onChange(details::find);
        Composite stack = Look.style(new Composite(present, SWT.NONE), Look.SURFACE);
        stack.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        StackLayout front = new StackLayout();
        stack.setLayout(front);
        Composite people = Look.style(new Composite(stack, SWT.NONE), Look.SURFACE);
        people.setLayout(Grids.column());
        LogView log = new LogView(stack, details, tools.log(), tools.client(), tools.notices(), settings);
        details.whom().watch(whom -> {
            front.topControl = whom == Whom.LOG ? log.control() : people;
            stack.layout();
        });
        bar = new PeopleBar(people, actions, details::inMeeting, this::selected, this::live, this::askToDrop, this::askToMove);
        table = new LiveTable<>(people, "meetings.people", Texts.of("participants"), details.people(), PersonColumns.all(clock, Formats.local()), settings)
                .sortedBy("name", false).remedies(details::refresh, () -> find.show("")).onMenu((menu, rows) -> menu(menu));
        table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table.control().addListener(SWT.KeyDown, e -> bar.key(e.keyCode));
        actions.busy().onChange(table::busy);
        charts(people);
        table.selection().onChange(rows -> update());
        details.meeting().watch(meeting -> update());
        details.present().onChange(count -> update());
        details.whom().watch(whom -> emptyWords(whom));
        details.whom().watch(whom -> readLog());
        details.meeting().onChange(meeting -> readLog());
        details.people().onChange(this::readLog);
        details.revealed().onChange(person -> person.ifPresent(table::reveal));
        bar.visible(may);
    }

    /** Below the time bar: what is now, or what was at the time that is looked at. Returns the parent of what is now. */
    private Composite present(Clock clock, UserSettings settings) {
        PastMeeting past = tools.past(clock);
        new TimeBar(body, past, clock);
        Composite times = Look.style(new Composite(body, SWT.NONE), Look.SURFACE);
        times.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        StackLayout time = new StackLayout();
        times.setLayout(time);
        Composite present = Look.style(new Composite(times, SWT.NONE), Look.SURFACE);
        present.setLayout(Grids.column());
        PastView then = new PastView(times, past, clock, settings);
        details.meeting().watch(meeting -> past.show(meeting, details.opensAt()));
        past.at().watch(at -> {
            time.topControl = at.isPresent() ? then.control() : present;
            times.layout();
        });
        return present;
    }

    /** How well the selected one is connected, below the list. */
    private void charts(Composite people) {
        ConnectionView connection = new ConnectionView(people, tools.connection());
        bar.connection(connection::toggle);
        table.selection().onChange(connection::choose);
    }

    /** All of it. */
    Composite control() {
        return body;
    }

    /** Something may have been written into the log that is shown; asks at most once a second. */
    private void readLog() {
        if (details.whom().get() == Whom.LOG && !readingLog && !body.isDisposed()) {
            readingLog = true;
            details.meeting().get().map(Meeting::id).ifPresent(tools.log()::show);
            body.getDisplay().timerExec((int) MeetingLog.PAUSE.toMillis(), () -> readingLog = false);
        }
    }

    private void emptyWords(Whom whom) {
        table.whenEmpty(whom != Whom.LEFT ? EmptyState.Words.of(Texts.of("empty.present"), Texts.of("empty.present.text"))
                : EmptyState.Words.of(Texts.of("empty.left"), Texts.of("empty.left.text")));
    }

    private void update() {
        bar.update();
    }

    private boolean live() {
        return may && details.meeting().get().map(MeetingColumns::live).orElse(false);
    }

    private List<Participant> selected() {
        return table.selection().get().stream().filter(MeetingDetails::isPresent).toList();
    }

    private void askToDrop(List<Participant> people) {
        Previews.drop(table.control(), details.meeting().get().map(Meeting::name).orElse(""), people, () -> actions.drop(people));
    }

    private void askToMove(List<Participant> people) {
        details.meeting().get().ifPresent(meeting -> MovePeople.open(table.control(), meeting, people, commands, actions));
    }

    private void end(Meeting meeting) {
        Previews.end(table.control(), meeting, details.inMeeting(), () -> actions.end(List.of(meeting)));
    }

    private void menu(Menu menu) {
        List<Participant> gone = table.selection().get().stream().filter(person -> !MeetingDetails.isPresent(person) && !person.address().isEmpty()).toList();
        if (live() && !gone.isEmpty()) {
            Menus.item(menu, Texts.of("action.call-back", MeetingActions.names(gone)), () -> actions.callBack(gone));
        }
        bar.menu(menu);
    }
}
