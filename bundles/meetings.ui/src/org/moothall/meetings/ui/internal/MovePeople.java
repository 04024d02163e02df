package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Control;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MoveWarning;
import org.moothall.meetings.Participant;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Later;
import org.moothall.ui.model.LiveRows;
import org.moothall.ui.model.Subscription;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.DisplayLater;
import org.moothall.ui.widgets.EmptyState;
import org.moothall.ui.widgets.Forms;
import org.moothall.ui.widgets.LiveTable;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Sheet;
import org.moothall.ui.widgets.TextField;

/** Asks to which meeting people are moved, and says what that does before it is done. @spec admin-guide §4 */
final class MovePeople {
    private static final Duration TYPING_PAUSE = Duration.ofMillis(250);
    private static final int HEIGHT = 240;

    private final Meeting from;
    private final List<Participant> people;
    private final MeetingCommands commands;
    private final Executor ui;
    private final Later later;
    private final LiveRows<Meeting> rows = new LiveRows<>(meeting -> meeting.id().value());
    private final Sheet sheet;
    private final ActionButton move;
    private final LiveTable<Meeting> table;
    private final MoveWarnings warnings;
    private Subscription typing = () -> {};
    private long reading;
    private long checking;

    private MovePeople(Control over, Meeting from, List<Participant> people, MeetingCommands commands, MeetingActions actions) {
        this.from = from;
        this.people = people;
        this.commands = commands;
        ui = task -> over.getDisplay().asyncExec(task);
        later = new DisplayLater(over.getDisplay());
        sheet = new Sheet(over, Texts.of("move.title", MeetingActions.names(people)), Forms.WIDTH);
        Forms.say(sheet.body(), Texts.of("move.text"), Look.MUTED);
        TextField find = TextField.search(sheet.body(), Texts.of("find"));
        find.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        table = new LiveTable<>(sheet.body(), "meetings.targets", Texts.of("move.targets"), rows,
                MeetingColumns.targets(Clock.systemUTC(), Formats.local()), UserSettings.none()).sortedBy("name", false)
                .whenEmpty(EmptyState.Words.of(Texts.of("move.none"), ""));
        GridData high = new GridData(SWT.FILL, SWT.FILL, true, true);
        high.heightHint = HEIGHT;
        table.control().setLayoutData(high);
        warnings = new MoveWarnings(sheet.body());
        sheet.button(ActionButton.Kind.NORMAL, Texts.of("cancel"), sheet::close);
        move = sheet.button(ActionButton.Kind.PRIMARY, Texts.of("move.button"), () -> go(actions));
        move.setEnabled(false);
        table.selection().onChange(this::check);
        find.value().onChange(this::search);
        read("");
        sheet.open();
        find.setFocus();
    }

    static void open(Control over, Meeting from, List<Participant> people, MeetingCommands commands, MeetingActions actions) {
        new MovePeople(over, from, people, commands, actions);
    }

    private void go(MeetingActions actions) {
        List<Meeting> chosen = table.selection().get();
        sheet.close();
        chosen.stream().findFirst().ifPresent(target -> actions.move(people, target));
    }

    private void search(String text) {
        typing.close();
        typing = later.in(TYPING_PAUSE, () -> read(text));
    }

    private void read(String text) {
        long mine = ++reading;
        commands.targets(from, text.strip()).whenCompleteAsync((found, failure) -> {
            if (mine == reading && found != null) {
                rows.replaceAll(found);
            } else if (mine == reading && failure != null) {
                rows.failed(FailureWords.of(failure));
            }
        }, ui);
    }

    /** Nothing is moved before it is known what that does, or that nobody can tell. */
    private void check(List<Meeting> chosen) {
        long mine = ++checking;
        sheet.problem("");
        move.setEnabled(false);
        if (chosen.size() != 1) {
            tell(List.of());
            return;
        }
        commands.checkMove(from, people, chosen.getFirst()).whenCompleteAsync((told, failure) -> {
            if (mine == checking && !sheet.isClosed()) {
                checked(told, failure);
            }
        }, ui);
    }

    private void checked(@Nullable List<MoveWarning> told, @Nullable Throwable failure) {
        if (told == null) {
            sheet.problem(failure == null ? "" : Texts.of("move.unchecked", FailureWords.of(failure)));
            move.setEnabled(true);
            return;
        }
        tell(MoveWarnings.lines(told, people));
        long stopped = told.stream().filter(MoveWarning::stops).map(MoveWarning::participant).distinct().count();
        move.setEnabled(stopped < people.size());
    }

    private void tell(List<MoveWarnings.Line> lines) {
        warnings.show(lines);
        sheet.fit();
    }
}
