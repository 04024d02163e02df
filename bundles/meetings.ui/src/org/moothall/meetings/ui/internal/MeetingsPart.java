package org.moothall.meetings.ui.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.moothall.client.Client;
import org.moothall.client.EventStream;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingAt;
import org.moothall.meetings.MeetingId;
import org.moothall.ui.Notices;
import org.moothall.ui.PageSite;
import org.moothall.ui.UiThread;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Gate;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Later;
import org.moothall.ui.widgets.DisplayLater;
import org.moothall.ui.widgets.PageHeader;

/** The Meetings page: lists of meetings now, to come, over and of the past, and the chosen one beside them. @spec admin-guide §4 */
public final class MeetingsPart {
    private final Client client;
    private final PageSite site;
    private final UserSettings settings;
    private final Notices notices;
    private final UiThread ui;
    private final Gate gate;
    private final Later later;
    private final Clock clock = Clock.systemUTC();
    private final ListedMeetings listed;
    private final MeetingCounts counts;
    private final MeetingTools tools;
    private @Nullable Shown shown;

    /** What is on the screen. */
    private record Shown(MeetingsHeader header, MeetingLists lists, MeetingSide side, MeetingTabs tabs, EventStream.Subscription listening) {}

    /** Injected. */
    @Inject
    public MeetingsPart(Client client, PageSite site, Notices notices, UiThread ui, UserSettings settings, Display display) {
        this.client = client;
        this.site = site;
        this.ui = ui;
        this.settings = settings;
        this.notices = notices;
        gate = new Gate(ui);
        later = new DisplayLater(display);
        listed = new ListedMeetings(client.meetings(), gate, later, clock);
        counts = new MeetingCounts(client.meetings(), gate, later);
        tools = MeetingTools.of(client, notices, gate, later);
    }

    /** Builds the page and starts listening, then reading, so that nothing is missed between. */
    @PostConstruct
    public void create(Composite parent) {
        Composite page = PageHeader.page(parent);
        MeetingsHeader header = new MeetingsHeader(page, listed, counts, new MeetingViews(settings), clock);
        MeetingTabs tabs = new MeetingTabs(page, header.control(), client, notices, ui, settings);
        tabs.stack().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        MeetingSide side = new MeetingSide(tabs.stack(), client, tools, settings, clock, this::openTab, tabs::openWindow);
        MeetingLists lists = new MeetingLists(side.lists(), listed, settings, clock, header::clearFilter);
        actions(page, header, lists);
        listen(lists);
        side.onClose(() -> {
            lists.deselect();
            site.replace(here());
        });
        shown = new Shown(header, lists, side, tabs,
                client.events().listen(new MeetingEvents(listed.living(), counts, side.watchers(), gate, later)));
        header.control().tab().watch(key -> {
            tabs.show(key, side.control());
            choose(key);
        });
        listed.then().at().onChange(at -> lookedAt());
        listed.active().startOnce();
        counts.read();
        counts.follow(listed.of(Listing.UPCOMING));
        site.path().watch(this::go);
    }

    private void actions(Composite page, MeetingsHeader header, MeetingLists lists) {
        if (client.may("meetings.operate")) {
            header.action(Icon.ADD, Texts.of("start"),
                    () -> StartMeeting.open(page, client, notices, id -> site.moveTo(Listing.ACTIVE.key() + "/" + id.value())));
        }
        header.action(Icon.CLOCK, Texts.of("then.open"), () -> site.moveTo(Listing.THEN.key()));
        header.action(Icon.COLUMNS, Texts.of("columns"), lists::chooseColumns);
    }

    private void listen(MeetingLists lists) {
        MeetingMenu menu = new MeetingMenu(lists::shown, client.may("meetings.operate"), tools,
                new MeetingOutlets(() -> {}, this::openTab, meeting -> it().tabs.openWindow(meeting)), this::show);
        lists.eachOperable((which, table) -> {
            table.onMenu(menu::fill).onOpen(this::openTab);
            table.selection().onChange(rows -> selected(which, rows));
            tools.actions().busy().onChange(table::busy);
            table.onPress(this::pressed);
        });
        lists.then().selection().onChange(this::selectedThen);
    }

    /** A click on the star pins, and takes the pin away. */
    private boolean pressed(String column, Meeting meeting) {
        boolean star = column.equals(MeetingColumns.STAR) && client.may("meetings.operate");
        if (star) {
            tools.desk().pin(meeting, !DeskActions.pinned(meeting));
        }
        return star;
    }

    /** The list. */
    @Focus
    public void focus() {
        it().lists.setFocus();
    }

    /** Stops listening and closes the windows. */
    @PreDestroy
    void dispose() {
        gate.close();
        counts.stop();
        listed.stop();
        Shown was = shown;
        if (was != null) {
            was.listening.close();
            was.tabs.close();
        }
    }

    private Shown it() {
        Shown now = shown;
        if (now == null) {
            throw new IllegalStateException("the page is not built yet");
        }
        return now;
    }

    private void openTab(Meeting meeting) {
        it().tabs.openTab(meeting.id(), meeting);
    }

    /** What is selected in a list behind the one in front may change by itself, which nobody wants to see. */
    private void selected(Listing which, List<Meeting> rows) {
        if (which != listed.shown().get()) {
            return;
        }
        if (rows.size() > 1) {
            it().side.show(rows);
        } else if (rows.size() == 1 && !it().side.shows(rows.getFirst().id(), Optional.empty())) {
            show(rows.getFirst());
        }
    }

    private void show(Meeting meeting) {
        it().side.show(meeting.id(), meeting, Optional.empty());
        site.moveTo(MeetingAddresses.path(meeting));
    }

    /** A meeting of the past is shown as it was then. */
    private void selectedThen(List<MeetingAt> rows) {
        Optional<Instant> at = listed.then().at().get();
        if (rows.size() == 1 && at.isPresent() && !it().side.shows(rows.getFirst().id(), at)) {
            it().side.show(rows.getFirst().id(), null, at);
            site.moveTo(here() + "/" + rows.getFirst().id().value());
        }
    }

    /** Another instant, or none. */
    private void lookedAt() {
        it().side.close();
        if (listed.shown().get() == Listing.THEN) {
            site.moveTo(here());
        }
    }

    /** Address of the list in front. */
    private String here() {
        Listing which = listed.shown().get();
        return which == Listing.THEN ? which.key() + listed.then().at().get().map(at -> "/" + at).orElse("") : which.key();
    }

    /** A tab of the header was chosen. */
    private void choose(String key) {
        if (MeetingTabs.isTab(key)) {
            site.moveTo(key);
        } else if (listed.shown().get() != Listing.of(key)) {
            bring(Listing.of(key));
            site.replace(here());
        }
    }

    /** Brings a list to the front; what is shown of the past or of now does not stay beside the other. */
    private void bring(Listing which) {
        boolean otherTime = listed.shown().get() != which && (listed.shown().get() == Listing.THEN || which == Listing.THEN);
        listed.show(which);
        if (otherTime) {
            it().side.close();
        }
    }

    /**
     * {@code active}, {@code upcoming} or {@code ended}, with the id of a meeting and of a person in it; {@code then} with an instant and the id
     * of a meeting; or {@code tab} and the id of a meeting.
     */
    private void go(String path) {
        String[] parts = path.split("/", 3);
        String second = parts.length > 1 ? parts[1] : "";
        String third = parts.length > 2 ? parts[2] : "";
        Listing which = Listing.of(parts[0]);
        if (parts[0].equals(MeetingAddresses.TAB) && !second.isEmpty()) {
            it().tabs.openTab(new MeetingId(second), listed.active().rows().get(second));
        } else if (which == Listing.THEN) {
            goBack(second, third);
        } else {
            bring(which);
            reveal(which, second);
            if (!third.isEmpty()) {
                it().side.reveal(third);
            }
        }
    }

    private void reveal(Listing which, String id) {
        if (!id.isEmpty() && !it().side.shows(new MeetingId(id), Optional.empty())) {
            it().side.show(new MeetingId(id), listed.of(which).rows().get(id), Optional.empty());
            it().lists.of(which).reveal(id);
        }
    }

    private void goBack(String instant, String id) {
        it().header.lookBack();
        Moments.exact(instant).ifPresent(at -> {
            if (!listed.then().at().get().equals(Optional.of(at))) {
                listed.then().look(at);
            }
            if (!id.isEmpty() && !it().side.shows(new MeetingId(id), Optional.of(at))) {
                it().side.show(new MeetingId(id), null, Optional.of(at));
            }
        });
        if (instant.isEmpty()) {
            it().lists.setFocus();
        }
    }
}
