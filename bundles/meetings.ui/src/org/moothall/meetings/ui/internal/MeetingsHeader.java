package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;
import org.moothall.meetings.MeetingState;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Icon;
import org.moothall.ui.widgets.PageHeader;
import org.moothall.ui.widgets.TextField;

/** The top of the page: the lists as tabs with their counts, what is looked for, views, and what can be done. */
final class MeetingsHeader {
    private static final Map<Listing, MeetingState> COUNTED = Map.of(Listing.ACTIVE, MeetingState.ACTIVE, Listing.UPCOMING, MeetingState.UPCOMING,
            Listing.ENDED, MeetingState.ENDED);

    private final PageHeader header;
    private final TextField field;
    private final MeetingViews views;
    private final ListedMeetings listed;
    private final Clock clock;
    private boolean looksBack;

    MeetingsHeader(Composite page, ListedMeetings listed, MeetingCounts counts, MeetingViews views, Clock clock) {
        this.listed = listed;
        this.views = views;
        this.clock = clock;
        header = new PageHeader(page, Texts.of("title"));
        for (Listing each : List.of(Listing.ACTIVE, Listing.UPCOMING, Listing.ENDED)) {
            header.tab(each.key(), Texts.of("tab." + each.key()));
            counts.of(COUNTED.getOrDefault(each, MeetingState.ACTIVE)).watch(count -> header.count(each.key(), count));
        }
        counts.of(MeetingState.UPCOMING).watch(count -> showUpcoming(!count.isEmpty() && !count.equals("0")));
        field = header.filter(Texts.of("find"));
        field.value().onChange(listed::search);
        new ViewMenu(header, views, () -> field.value().get());
        views.chosen().onChange(view -> {
            field.show(view.text());
            listed.active().rows().filter(view.only() == MeetingViews.Only.ALL ? null : view.only()::has);
        });
        listed.then().at().onChange(this::looksAt);
        listed.shown().onChange(which -> header.tab().set(which.key()));
    }

    /** Its control. */
    PageHeader control() {
        return header;
    }

    /** Adds a button. */
    void action(Icon icon, String name, Runnable action) {
        header.action(icon, name, action);
    }

    /** Without what is looked for, and with all meetings. */
    void clearFilter() {
        views.chosen().set(MeetingViews.View.ALL);
        field.show("");
    }

    /** Opens the list of what was. */
    void lookBack() {
        if (!looksBack) {
            looksBack = true;
            header.closable(Listing.THEN.key(), Texts.of("tab.then"), () -> {
                looksBack = false;
                listed.then().clear();
            });
        }
        header.tab().set(Listing.THEN.key());
    }

    private void looksAt(Optional<Instant> at) {
        header.rename(Listing.THEN.key(), at.map(instant -> Formats.local().time(instant, clock.instant())).orElse(Texts.of("tab.then")));
    }

    /** Only where some source tells of scheduled meetings; who looks at them keeps them in sight. */
    private void showUpcoming(boolean any) {
        header.shown(Listing.UPCOMING.key(), any || listed.shown().get() == Listing.UPCOMING);
    }
}
