package org.moothall.meetings.ui.internal;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.moothall.meetings.Meeting;
import org.moothall.ui.model.Icon;
import org.moothall.ui.widgets.ActionButton;

/** What is done with a meeting as a whole. */
final class MeetingBar {
    private final MeetingDetails details;
    private final boolean may;
    private final Composite bar;
    private final ActionButton add;
    private final ActionButton lock;
    private final ActionButton record;
    private final ActionButton stream;
    private final ActionButton newcomers;
    private final ActionButton message;
    private final ActionButton end;

    MeetingBar(Composite parent, MeetingDetails details, MeetingCommands commands, boolean may, Consumer<Meeting> asksToEnd) {
        this.details = details;
        this.may = may;
        bar = Grids.strip(parent, 0);
        add = button(Icon.ADD, "add", false, meeting -> AddPerson.open(parent, meeting, commands));
        lock = button(Icon.LOCKED, "lock", true, meeting -> commands.lock(meeting, !meeting.locked()));
        record = button(Icon.RECORDING, "record", true, meeting -> commands.record(meeting, !meeting.recording()));
        stream = button(Icon.STREAMING, "stream", true, meeting -> commands.stream(meeting, !meeting.streaming()));
        newcomers = button(Icon.MICROPHONE_OFF, "newcomers", true, meeting -> commands.muteNewcomers(meeting, !meeting.newcomersMuted()));
        message = button(Icon.MEETING, "message", true, meeting -> ShowMessage.open(parent, meeting, commands));
        end = button(Icon.END, "end", false, asksToEnd);
        details.meeting().watch(meeting -> update());
        bar.setVisible(may);
        if (bar.getLayoutData() instanceof GridData data) {
            data.exclude = !may;
        }
    }

    private ActionButton button(Icon icon, String key, boolean iconOnly, Consumer<Meeting> action) {
        if (bar.getLayout() instanceof GridLayout layout) {
            layout.numColumns++;
        }
        return new ActionButton(bar, ActionButton.Kind.NORMAL, Texts.of(key), icon, iconOnly, () -> details.meeting().get().ifPresent(action));
    }

    private void update() {
        Optional<Meeting> now = details.meeting().get();
        boolean live = may && now.map(MeetingColumns::live).orElse(false);
        for (ActionButton each : new ActionButton[] {add, lock, record, stream, newcomers, message, end}) {
            each.setEnabled(live);
        }
        switches(lock, "lock", live && now.map(Meeting::locked).orElse(false));
        switches(record, "record", live && now.map(Meeting::recording).orElse(false));
        switches(stream, "stream", live && now.map(Meeting::streaming).orElse(false));
        switches(newcomers, "newcomers", live && now.map(Meeting::newcomersMuted).orElse(false));
    }

    private static void switches(ActionButton button, String key, boolean on) {
        button.on(on);
        button.name(on ? Texts.of("off." + key) : Texts.of(key));
    }
}
