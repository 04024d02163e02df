package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ui.internal.MeetingDetails.Whom;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Icon;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.EmptyState;
import org.moothall.ui.widgets.LiveTable;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.TextField;

/** One meeting beside the list: what it is, who is in it, and what an operator does with them. */
final class MeetingView {

    private static final int EDGE = 16;

    private final MeetingDetails details;
    private final MeetingActions actions;
    private final boolean may;
    private final LiveTable<Participant> table;
    private final Composite bar;
    private final ActionButton mute;
    private final ActionButton unmute;
    private final ActionButton video;
    private final ActionButton drop;
    private final ActionButton end;

    MeetingView(Composite parent, MeetingDetails details, MeetingActions actions, UserSettings settings, boolean may, Clock clock, MeetingOutlets outlets) {
        this.details = details;
        this.actions = actions;
        this.may = may;
        Composite body = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        body.setLayout(grid(0));
        new MeetingHead(body, details, clock, outlets);
        bar = strip(body);
        ((GridLayout) java.util.Objects.requireNonNull(bar.getLayout())).numColumns = 0;
        mute = button(Icon.MICROPHONE_OFF, Texts.of("mute.all"), () -> actions.muteAudio(id(), chosen(), true));
        unmute = button(Icon.MICROPHONE, Texts.of("unmute.all"), () -> actions.muteAudio(id(), chosen(), false));
        video = small(Icon.CAMERA, Texts.of("video.selected"), this::video);
        drop = small(Icon.HANG_UP, Texts.of("drop.selected"), this::drop);
        end = button(Icon.END, Texts.of("end"), this::end);
        Composite finding = strip(body);
        PeopleTabs tabs = new PeopleTabs(finding, details);
        tabs.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        TextField find = TextField.search(finding, Texts.of("find.participant"));
        GridData narrow = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
        narrow.widthHint = 168;
        find.setLayoutData(narrow);
        find.value().onChange(details::find);
        table = new LiveTable<>(body, "meetings.people", Texts.of("participants"), details.people(), PersonColumns.all(clock, Formats.local()), settings)
                .sortedBy("name", false).remedies(details::refresh, () -> find.show("")).onMenu(this::menu);
        table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table.control().addListener(SWT.KeyDown, e -> key(e.keyCode));
        actions.busy().onChange(table::busy);
        table.selection().onChange(rows -> enable());
        details.meeting().watch(meeting -> enable());
        details.present().onChange(count -> enable());
        details.whom().watch(this::emptyWords);
        details.revealed().onChange(person -> person.ifPresent(table::reveal));
        bar.setVisible(may);
        ((GridData) bar.getLayoutData()).exclude = !may;
    }

    private void emptyWords(Whom whom) {
        table.whenEmpty(whom == Whom.PRESENT ? EmptyState.Words.of(Texts.of("empty.present"), Texts.of("empty.present.text"))
                : EmptyState.Words.of(Texts.of("empty.left"), Texts.of("empty.left.text")));
    }

    private ActionButton button(Icon icon, String text, Runnable action) {
        ActionButton button = new ActionButton(bar, ActionButton.Kind.NORMAL, text, icon, false, action);
        ((GridLayout) java.util.Objects.requireNonNull(bar.getLayout())).numColumns++;
        return button;
    }

    private ActionButton small(Icon icon, String name, Runnable action) {
        ((GridLayout) java.util.Objects.requireNonNull(bar.getLayout())).numColumns++;
        return new ActionButton(bar, ActionButton.Kind.NORMAL, name, icon, true, action);
    }

    private void enable() {
        boolean live = details.meeting().get().map(MeetingColumns::live).orElse(false);
        List<Participant> selected = selectedPresent();
        int count = selected.size();
        boolean some = live && !details.inMeeting().isEmpty();
        mute.text(count == 0 ? Texts.of("mute.all") : Texts.of("action.mute", count));
        unmute.text(count == 0 ? Texts.of("unmute.all") : Texts.of("action.unmute", count));
        video.icon(count > 0 && selected.stream().allMatch(Participant::videoMuted) ? Icon.CAMERA : Icon.CAMERA_OFF);
        mute.setEnabled(some);
        unmute.setEnabled(some);
        video.setEnabled(live && count > 0);
        drop.setEnabled(live && count > 0);
        end.setEnabled(live);
        bar.layout(true);
    }

    private List<Participant> selectedPresent() {
        return table.selection().get().stream().filter(MeetingDetails::isPresent).toList();
    }

    /** The selected ones, or all who are in the meeting. */
    private List<Participant> chosen() {
        List<Participant> selected = selectedPresent();
        return selected.isEmpty() ? details.inMeeting() : selected;
    }

    private MeetingId id() {
        return details.meeting().get().map(Meeting::id).orElseThrow();
    }

    private void video() {
        List<Participant> selected = selectedPresent();
        if (!selected.isEmpty()) {
            actions.muteVideo(id(), selected, !selected.stream().allMatch(Participant::videoMuted));
        }
    }

    private void drop() {
        List<Participant> selected = selectedPresent();
        Optional<Meeting> meeting = details.meeting().get();
        if (!selected.isEmpty() && meeting.isPresent()) {
            Previews.drop(table.control(), meeting.get(), selected, () -> actions.drop(meeting.get().id(), selected));
        }
    }

    private void end() {
        details.meeting().get().ifPresent(meeting -> Previews.end(table.control(), meeting, details.inMeeting(), () -> actions.end(meeting)));
    }

    private void key(int code) {
        if (may && details.meeting().get().map(MeetingColumns::live).orElse(false)) {
            switch (code) {
                case 'm' -> actions.muteAudio(id(), selectedPresent(), true);
                case 'u' -> actions.muteAudio(id(), selectedPresent(), false);
                case SWT.DEL -> drop();
                default -> { } // the table's own keys
            }
        }
    }

    private void menu(Menu menu, List<Participant> rows) {
        if (!may || selectedPresent().isEmpty()) {
            return;
        }
        String whom = MeetingActions.names(selectedPresent());
        item(menu, Texts.of("action.mute", whom) + "\tM", () -> actions.muteAudio(id(), selectedPresent(), true));
        item(menu, Texts.of("action.unmute", whom) + "\tU", () -> actions.muteAudio(id(), selectedPresent(), false));
        item(menu, Texts.of("action.stop-video", whom), () -> actions.muteVideo(id(), selectedPresent(), true));
        item(menu, Texts.of("action.start-video", whom), () -> actions.muteVideo(id(), selectedPresent(), false));
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, Texts.of("action.drop", whom) + "…\tDel", this::drop);
    }

    private static void item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, e -> action.run());
    }

    private static Composite strip(Composite parent) {
        Composite strip = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        GridLayout layout = grid(8);
        layout.numColumns = 2;
        layout.marginWidth = EDGE;
        strip.setLayout(layout);
        strip.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return strip;
    }

    private static GridLayout grid(int spacing) {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = 0;
        layout.marginHeight = 4;
        layout.verticalSpacing = 0;
        layout.horizontalSpacing = spacing;
        return layout;
    }
}
