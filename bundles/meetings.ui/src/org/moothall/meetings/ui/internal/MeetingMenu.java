package org.moothall.meetings.ui.internal;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.moothall.meetings.Meeting;
import org.moothall.ui.widgets.Menus;

/** The context menu of the lists of meetings. */
final class MeetingMenu {
    private final Supplier<Control> over;
    private final boolean may;
    private final MeetingTools tools;
    private final MeetingOutlets outlets;
    private final Consumer<Meeting> shows;

    MeetingMenu(Supplier<Control> over, boolean may, MeetingTools tools, MeetingOutlets outlets, Consumer<Meeting> shows) {
        this.over = over;
        this.may = may;
        this.tools = tools;
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
        if (may && selected.size() == 1) {
            Meeting meeting = selected.getFirst();
            boolean pinned = DeskActions.pinned(meeting);
            boolean cared = !DeskActions.keeper(meeting).isEmpty();
            Menus.item(menu, Texts.of(pinned ? "desk.unpin" : "desk.pin"), () -> tools.desk().pin(meeting, !pinned));
            Menus.item(menu, Texts.of(cared ? "desk.uncare" : "desk.care"), () -> tools.desk().lookAfter(meeting, !cared));
        }
        List<Meeting> live = selected.stream().filter(MeetingColumns::live).toList();
        if (may && !live.isEmpty()) {
            Menus.item(menu, Texts.of(live.size() == 1 ? "end" : "end.several"), () -> Previews.endSeveral(over.get(), live, () -> tools.actions().end(live)));
        }
    }

    private static void item(Menu menu, String key, Meeting meeting, @Nullable Consumer<Meeting> action) {
        if (action != null) {
            Menus.item(menu, Texts.of(key), () -> action.accept(meeting));
        }
    }
}
