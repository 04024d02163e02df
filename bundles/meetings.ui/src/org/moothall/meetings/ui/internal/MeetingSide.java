package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.moothall.client.Client;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.ui.UserSettings;
import org.moothall.ui.widgets.DetailsPane;
import org.moothall.ui.widgets.Look;

/** The lists, and beside them the meeting that is chosen, or several of them. For the UI thread only. */
final class MeetingSide {
    private final DetailsPane pane;
    private final MeetingDetails details;
    private final SeveralMeetings several;
    private final StackLayout layout = new StackLayout();
    private final Composite stack;
    private final MeetingView one;
    private final SeveralView more;

    MeetingSide(Composite parent, Client client, MeetingTools tools, UserSettings settings, Clock clock, Consumer<Meeting> openTab,
            Consumer<Meeting> openWindow) {
        pane = new DetailsPane(parent, "meetings", settings);
        details = new MeetingDetails(client.meetings(), tools.ui());
        several = new SeveralMeetings(client.meetings(), tools.ui());
        stack = Look.style(new Composite(pane.details(), SWT.NONE), Look.SURFACE);
        stack.setLayout(layout);
        boolean may = client.may("meetings.operate");
        one = new MeetingView(stack, details, tools, settings, may, client.session().user(), clock, new MeetingOutlets(this::close, openTab, openWindow));
        more = new SeveralView(stack, several, tools, settings, may, clock, this::close);
        layout.topControl = one.control();
    }

    /** All of it. */
    Composite control() {
        return pane;
    }

    /** Parent of the lists; fills. */
    Composite lists() {
        return pane.list();
    }

    /** What wants to hear of changes. */
    List<MeetingWatcher> watchers() {
        return List.of(details, several);
    }

    /** Shows one. @param known as a list knows it, or null @param at as it was then; empty for now */
    void show(MeetingId id, @Nullable Meeting known, Optional<Instant> at) {
        several.clear();
        details.show(id, known, at);
        front(one.control());
    }

    /** Shows several together. */
    void show(List<Meeting> chosen) {
        details.clear();
        several.show(chosen);
        front(more.control());
    }

    private void front(Composite view) {
        layout.topControl = view;
        stack.layout();
        pane.open().set(true);
    }

    /** Whether this one is shown, opened at this instant. */
    boolean shows(MeetingId id, Optional<Instant> at) {
        return details.shows(id, at);
    }

    /** Points out somebody in the meeting that is shown. */
    void reveal(String person) {
        details.reveal(person);
    }

    /** Shows nothing. */
    void close() {
        pane.open().set(false);
    }

    /** Does this when nothing is shown any more. */
    void onClose(Runnable closed) {
        pane.open().onChange(open -> {
            if (!open) {
                details.clear();
                several.clear();
                closed.run();
            }
        });
    }
}
