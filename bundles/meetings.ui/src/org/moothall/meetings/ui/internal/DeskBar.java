package org.moothall.meetings.ui.internal;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.moothall.meetings.DeskChange;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingDesk;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Forms;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Sheet;
import org.moothall.ui.widgets.TextField;

/** What operators share about the chosen meeting, with buttons to change it; the note stands below them. */
final class DeskBar {
    private static final int LINE = 24;

    private final MeetingDetails details;
    private final String me;
    private final ActionButton pin;
    private final ActionButton care;
    private final Label note;
    private final GridData below;

    /** @param me name of the one who is signed in */
    DeskBar(Composite parent, MeetingDetails details, DeskActions actions, boolean may, String me) {
        this.details = details;
        this.me = me;
        Composite bar = Grids.strip(parent, 3);
        pin = button(bar, Icon.STAR, Texts.of("desk.pin"), meeting -> actions.pin(meeting, !DeskActions.pinned(meeting)));
        care = button(bar, Icon.USER, Texts.of("desk.care"), meeting -> actions.lookAfter(meeting, !DeskActions.keeper(meeting).equals(me)));
        button(bar, Icon.NOTE, Texts.of("desk.note"), meeting -> ask(bar, meeting, actions));
        for (Control button : bar.getChildren()) {
            button.setEnabled(may);
        }
        note = Look.style(new Label(bar, SWT.WRAP), Look.MUTED);
        below = new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1);
        below.widthHint = LINE;
        note.setLayoutData(below);
        details.meeting().watch(meeting -> meeting.ifPresent(this::update));
    }

    private ActionButton button(Composite bar, Icon icon, String name, Consumer<Meeting> action) {
        return new ActionButton(bar, ActionButton.Kind.QUIET, name, icon, false, () -> details.meeting().get().ifPresent(action));
    }

    private void update(Meeting meeting) {
        boolean pinned = DeskActions.pinned(meeting);
        String keeper = DeskActions.keeper(meeting);
        pin.icon(pinned ? Icon.STAR_ON : Icon.STAR);
        pin.text(Texts.of(pinned ? "desk.unpin" : "desk.pin"));
        pin.on(pinned);
        care.text(keeper.isEmpty() ? Texts.of("desk.care") : keeper.equals(me) ? Texts.of("desk.uncare") : Texts.of("desk.cared", keeper));
        care.on(!keeper.isEmpty());
        String words = words(meeting);
        note.setText(words.replace("&", "&&"));
        note.setVisible(!words.isEmpty());
        below.exclude = words.isEmpty();
        note.requestLayout();
    }

    private static String words(Meeting meeting) {
        String text = DeskActions.note(meeting);
        @Nullable MeetingDesk desk = meeting.desk();
        if (text.isEmpty() || desk == null) {
            return "";
        }
        @Nullable Instant at = desk.notedAt();
        String when = at == null ? "" : Formats.local().time(at, Instant.now());
        return Texts.of("desk.noted", text, Objects.requireNonNullElse(desk.notedBy(), ""), when);
    }

    private static void ask(Control over, Meeting meeting, DeskActions actions) {
        Value<String> text = new Value<>(DeskActions.note(meeting));
        Sheet sheet = new Sheet(over, Texts.of("desk.note.title", meeting.name()), Forms.WIDTH);
        TextField first = Forms.text(sheet.body(), Texts.of("desk.note.text"), "", Texts.of("desk.note.help"), text);
        sheet.button(ActionButton.Kind.NORMAL, Texts.of("cancel"), sheet::close);
        ActionButton save = sheet.button(ActionButton.Kind.PRIMARY, Texts.of("desk.note.save"), () -> {
            sheet.close();
            actions.note(meeting, text.get().strip());
        });
        text.watch(typed -> {
            boolean fits = typed.length() <= DeskChange.LONGEST_NOTE;
            first.wrong(!fits);
            save.setEnabled(fits && !typed.strip().equals(DeskActions.note(meeting)));
        });
        sheet.open();
        first.setFocus();
    }
}
