package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.Participant;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.Formats;
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
    private final MeetingCommands commands;
    private final Display display;
    private final LiveRows<Meeting> rows = new LiveRows<>(meeting -> meeting.id().value());
    private Subscription typing = () -> {};
    private long turn;

    private MovePeople(Meeting from, MeetingCommands commands, Display display) {
        this.from = from;
        this.commands = commands;
        this.display = display;
    }

    static void open(Control over, Meeting from, List<Participant> people, MeetingCommands commands, MeetingActions actions) {
        MovePeople form = new MovePeople(from, commands, over.getDisplay());
        Sheet sheet = new Sheet(over, Texts.of("move.title", MeetingActions.names(people)), Forms.WIDTH);
        long fixed = people.stream().filter(person -> !person.canMove()).count();
        Forms.say(sheet.body(), Texts.of("move.text"), Look.MUTED);
        if (fixed > 0) {
            Forms.say(sheet.body(), Texts.count("move.fixed", fixed), Look.ERROR);
        }
        TextField find = TextField.search(sheet.body(), Texts.of("find"));
        find.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        LiveTable<Meeting> table = new LiveTable<>(sheet.body(), "meetings.targets", Texts.of("move.targets"), form.rows,
                MeetingColumns.active(Clock.systemUTC(), Formats.local()).subList(0, 4), UserSettings.none()).sortedBy("name", false)
                .whenEmpty(EmptyState.Words.of(Texts.of("move.none"), ""));
        GridData high = new GridData(SWT.FILL, SWT.FILL, true, true);
        high.heightHint = HEIGHT;
        table.control().setLayoutData(high);
        sheet.button(ActionButton.Kind.NORMAL, Texts.of("cancel"), sheet::close);
        ActionButton move = sheet.button(ActionButton.Kind.PRIMARY, Texts.of("move.button"), () -> {
            List<Meeting> chosen = table.selection().get();
            sheet.close();
            chosen.stream().findFirst().ifPresent(target -> actions.move(people, target));
        });
        table.selection().watch(chosen -> move.setEnabled(chosen.size() == 1));
        find.value().onChange(form::search);
        form.read("");
        sheet.open();
        find.setFocus();
    }

    private void search(String text) {
        typing.close();
        typing = new DisplayLater(display).in(TYPING_PAUSE, () -> read(text));
    }

    private void read(String text) {
        long mine = ++turn;
        commands.targets(from, text.strip()).whenComplete((found, failure) -> display.asyncExec(() -> {
            if (mine == turn && found != null) {
                rows.replaceAll(found);
            } else if (mine == turn && failure != null) {
                rows.failed(FailureWords.of(failure));
            }
        }));
    }
}
