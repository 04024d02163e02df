package org.moothall.meetings.ui.internal;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.Participant;

/** What else is done with people: layout, importance, lobby, another meeting; as menu entries. */
final class MorePeople {
    private static final int FIRST = 1_000;
    private static final int SECOND = 100;

    private final MeetingActions actions;
    private final Consumer<List<Participant>> asksToMove;

    /** @param asksToMove shows where people can be moved to */
    MorePeople(MeetingActions actions, Consumer<List<Participant>> asksToMove) {
        this.actions = actions;
        this.asksToMove = asksToMove;
    }

    /** Entries for these people, who are in a meeting. */
    void fill(Menu menu, List<Participant> people) {
        Menu layouts = sub(menu, Texts.of("layout"));
        item(layouts, Texts.of("layout.none"), () -> actions.layout(people, ""));
        new MenuItem(layouts, SWT.SEPARATOR);
        ParticipantChange.LAYOUTS.forEach(layout -> item(layouts, Texts.of("layout." + layout), () -> actions.layout(people, layout)));
        Menu importance = sub(menu, Texts.of("importance"));
        item(importance, Texts.of("importance.first"), () -> actions.importance(people, FIRST));
        item(importance, Texts.of("importance.second"), () -> actions.importance(people, SECOND));
        item(importance, Texts.of("importance.none"), () -> actions.importance(people, 0));
        new MenuItem(menu, SWT.SEPARATOR);
        if (people.stream().anyMatch(person -> person.state() == Participant.State.IN_LOBBY)) {
            item(menu, Texts.of("admit"), () -> actions.admit(people));
        }
        item(menu, Texts.of("to-lobby"), () -> actions.toLobby(people));
        if (people.stream().map(Participant::meeting).distinct().count() == 1) {
            item(menu, Texts.of("move"), () -> asksToMove.accept(people));
        }
    }

    private static Menu sub(Menu menu, String text) {
        MenuItem item = new MenuItem(menu, SWT.CASCADE);
        item.setText(text);
        Menu inner = new Menu(menu);
        item.setMenu(inner);
        return inner;
    }

    private static void item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, e -> action.run());
    }
}
