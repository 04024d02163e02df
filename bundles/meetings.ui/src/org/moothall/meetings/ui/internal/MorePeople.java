package org.moothall.meetings.ui.internal;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.swt.widgets.Menu;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.Participant;
import org.moothall.ui.widgets.Menus;

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
        Menu layouts = Menus.sub(menu, Texts.of("layout"));
        Menus.item(layouts, Texts.of("layout.none"), () -> actions.layout(people, ""));
        Menus.line(layouts);
        ParticipantChange.LAYOUTS.forEach(layout -> Menus.item(layouts, Texts.of("layout." + layout), () -> actions.layout(people, layout)));
        Menu importance = Menus.sub(menu, Texts.of("importance"));
        Menus.item(importance, Texts.of("importance.first"), () -> actions.importance(people, FIRST));
        Menus.item(importance, Texts.of("importance.second"), () -> actions.importance(people, SECOND));
        Menus.item(importance, Texts.of("importance.none"), () -> actions.importance(people, 0));
        Menus.line(menu);
        if (people.stream().anyMatch(person -> person.state() == Participant.State.IN_LOBBY)) {
            Menus.item(menu, Texts.of("admit"), () -> actions.admit(people));
        }
        Menus.item(menu, Texts.of("to-lobby"), () -> actions.toLobby(people));
        if (people.stream().map(Participant::meeting).distinct().count() == 1) {
            Menus.item(menu, Texts.of("move"), () -> asksToMove.accept(people));
        }
    }
}
