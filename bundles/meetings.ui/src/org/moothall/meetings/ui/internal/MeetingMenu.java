package org.moothall.meetings.ui.internal;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.moothall.meetings.Meeting;

/** The context menu of the lists of meetings. */
final class MeetingMenu {
    private final Supplier<Control> over;
    private final boolean may;
    private final MeetingActions actions;
    private final MeetingOutlets outlets;
    private final Consumer<Meeting> shows;

    MeetingMenu(Supplier<Control> over, boolean may, MeetingActions actions, MeetingOutlets outlets, Consumer<Meeting> shows) {
        this.over = over;
        this.may = may;
        this.actions = actions;
        this.outlets = outlets;
        this.shows = shows;
    }

    /** Entries for these meetings. */
    void fill(Menu menu, List<Meeting> selected) {
        if (selected.size() == 1) {
            item(menu, "menu.details", selected.getFirst(), shows);
            item(menu, "menu.tab", selected.getFirst(), outlets.tab());
            item(menu, "menu.window", selected.getFirst(), outlets.window());
        }
        List<Meeting> live = selected.stream().filter(MeetingColumns::live).toList();
        if (may && !live.isEmpty()) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(Texts.of(live.size() == 1 ? "end" : "end.several"));
            item.addListener(SWT.Selection, e -> Previews.endSeveral(over.get(), live, () -> actions.end(live)));
        }
    }

    private static void item(Menu menu, String key, Meeting meeting, @Nullable Consumer<Meeting> action) {
        if (action != null) {
            MenuItem item = new MenuItem(menu, SWT.PUSH);
            item.setText(Texts.of(key));
            item.addListener(SWT.Selection, e -> action.accept(meeting));
        }
    }
}
