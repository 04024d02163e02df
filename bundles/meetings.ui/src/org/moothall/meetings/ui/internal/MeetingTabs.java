package org.moothall.meetings.ui.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.moothall.client.Client;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.ui.Notices;
import org.moothall.ui.UiThread;
import org.moothall.ui.UserSettings;
import org.moothall.ui.widgets.DetailsWindow;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.PageHeader;

/** Meetings in tabs and windows of their own, beside the lists. For the UI thread only. */
final class MeetingTabs {
    private static final String PREFIX = MeetingAddresses.TAB + "/";

    private final Client client;
    private final Notices notices;
    private final UiThread ui;
    private final UserSettings settings;
    private final PageHeader header;
    private final Composite stack;
    private final StackLayout layout = new StackLayout();
    private final DetailsWindow windows;
    private final Map<String, Composite> tabs = new LinkedHashMap<>();

    MeetingTabs(Composite parent, PageHeader header, Client client, Notices notices, UiThread ui, UserSettings settings) {
        this.header = header;
        this.client = client;
        this.notices = notices;
        this.ui = ui;
        this.settings = settings;
        stack = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        stack.setLayout(layout);
        windows = new DetailsWindow(parent.getDisplay(), MeetingAddresses.PAGE, settings);
    }

    /** Parent of the lists, and of the tabs that lie over them. */
    Composite stack() {
        return stack;
    }

    /** Whether this key of the header is that of a meeting's tab. */
    static boolean isTab(String key) {
        return key.startsWith(PREFIX);
    }

    /** Shows a meeting in a tab of its own. */
    void openTab(MeetingId id, @Nullable Meeting known) {
        String key = PREFIX + id.value();
        if (!tabs.containsKey(key)) {
            Composite tab = Look.style(new Composite(stack, SWT.NONE), Look.SURFACE);
            tab.setLayout(new FillLayout());
            tabs.put(key, tab);
            header.closable(key, known == null ? Texts.of("meeting") : known.name(), () -> closed(key));
            MeetingDetails details = MeetingPanel.fill(tab, client, notices, ui, settings, id, known,
                    new MeetingOutlets(() -> header.close(key), null, this::openWindow));
            if (known == null) {
                details.meeting().onChange(meeting -> meeting.ifPresent(told -> header.rename(key, told.name())));
            }
        }
        header.tab().set(key);
    }

    /** Shows a meeting in a window of its own. */
    void openWindow(Meeting meeting) {
        windows.show(meeting.id().value(), meeting.name(), parent -> MeetingPanel.fill(parent, client, notices, ui, settings, meeting.id(), meeting,
                new MeetingOutlets(() -> parent.getShell().close(), null, null)));
    }

    /** Brings the tab of this key to the front, or {@code lists} when it is none. */
    void show(String key, Control lists) {
        @Nullable Composite tab = tabs.get(key);
        layout.topControl = tab == null ? lists : tab;
        stack.layout();
    }

    /** Closes the windows. */
    void close() {
        windows.close();
    }

    private void closed(String key) {
        Composite tab = tabs.remove(key);
        if (tab != null) {
            tab.dispose();
        }
    }
}
