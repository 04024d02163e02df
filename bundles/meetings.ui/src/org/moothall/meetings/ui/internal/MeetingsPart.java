package org.moothall.meetings.ui.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.moothall.client.Client;
import org.moothall.client.EventStream;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingState;
import org.moothall.ui.Notices;
import org.moothall.ui.PageSite;
import org.moothall.ui.UiThread;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Gate;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Later;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.DetailsPane;
import org.moothall.ui.widgets.DisplayLater;
import org.moothall.ui.widgets.LiveTable;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.PageHeader;
import org.moothall.ui.widgets.TextField;

/** The Meetings page: lists of active and ended meetings, and the chosen one beside them. @spec admin-guide §4 */
public final class MeetingsPart {

    private static final List<MeetingState> TABS = List.of(MeetingState.ACTIVE, MeetingState.ENDED);

    private final Client client;
    private final PageSite site;
    private final UserSettings settings;
    private final Notices notices;
    private final MeetingList active;
    private final MeetingList ended;
    private final Value<MeetingState> state = new Value<>(MeetingState.ACTIVE);
    private final MeetingCounts counts;
    private final MeetingDetails details;
    private final SeveralMeetings several;
    private final Value<Boolean> showsSeveral = new Value<>(false);
    private final Later later;
    private final MeetingTools tools;
    private final MeetingActions actions;
    private final MeetingViews views;
    private final UiThread ui;
    private final Gate gate;
    private final Clock clock = Clock.systemUTC();
    private EventStream.@Nullable Subscription listening;
    private @Nullable MeetingLists lists;
    private @Nullable DetailsPane pane;
    private @Nullable TextField filter;
    private @Nullable MeetingTabs tabs;

    /** Injected. */
    @Inject
    public MeetingsPart(Client client, PageSite site, Notices notices, UiThread ui, UserSettings settings, Display display) {
        this.client = client;
        this.site = site;
        this.ui = ui;
        gate = new Gate(ui);
        this.settings = settings;
        this.notices = notices;
        later = new DisplayLater(display);
        active = new MeetingList(MeetingState.ACTIVE, client.meetings(), gate, later);
        ended = new MeetingList(MeetingState.ENDED, client.meetings(), gate, later);
        active.rows().foremost(DeskActions::pinned);
        counts = new MeetingCounts(client.meetings(), gate, later);
        details = new MeetingDetails(client.meetings(), gate);
        several = new SeveralMeetings(client.meetings(), gate);
        tools = MeetingTools.of(client, notices, gate, later);
        actions = tools.actions();
        views = new MeetingViews(settings);
    }

    /** Builds the page and starts listening, then reading, so that nothing is missed between. */
    @PostConstruct
    public void create(Composite parent) {
        Composite page = PageHeader.page(parent);
        PageHeader header = header(page);
        MeetingTabs apart = new MeetingTabs(page, header, client, notices, ui, settings);
        apart.stack().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        tabs = apart;
        DetailsPane side = new DetailsPane(apart.stack(), "meetings", settings);
        pane = side;
        MeetingLists both = new MeetingLists(side.list(), active, ended, state, settings, this::clearFilter);
        MeetingMenu menu = new MeetingMenu(() -> table().control(), client.may("meetings.operate"), tools,
                new MeetingOutlets(() -> {}, this::openTab, this::openWindow),
                this::show);
        lists = both;
        both.each(table -> {
            table.onMenu(menu::fill).onOpen(this::openTab);
            table.selection().onChange(this::selected);
            actions.busy().onChange(table::busy);
            table.onPress(this::pressed);
        });
        detailViews(side, apart);
        side.open().onChange(open -> {
            if (!open) {
                details.clear();
                several.clear();
                site.replace(MeetingAddresses.key(state.get()));
            }
        });
        header.tab().watch(key -> {
            apart.show(key, side);
            choose(key);
        });
        state.onChange(shown -> header.tab().set(MeetingAddresses.key(shown)));
        listening = client.events().listen(new MeetingEvents(List.of(active, ended), counts, List.of(details, several), gate, later));
        active.startOnce();
        counts.read();
        site.path().watch(this::go);
    }

    /** A click on the star pins, and takes the pin away. */
    private boolean pressed(String column, Meeting meeting) {
        boolean star = column.equals(MeetingColumns.STAR) && client.may("meetings.operate");
        if (star) {
            tools.desk().pin(meeting, !DeskActions.pinned(meeting));
        }
        return star;
    }

    /** One meeting or several of them, beside the list. */
    private void detailViews(DetailsPane side, MeetingTabs apart) {
        Composite stack = Look.style(new Composite(side.details(), SWT.NONE), Look.SURFACE);
        StackLayout layout = new StackLayout();
        stack.setLayout(layout);
        boolean may = client.may("meetings.operate");
        Runnable close = () -> side.open().set(false);
        MeetingView one = new MeetingView(stack, details, tools, settings, may, client.session().user(), clock,
                new MeetingOutlets(close, this::openTab, apart::openWindow));
        SeveralView more = new SeveralView(stack, several, tools, settings, may, clock, close);
        showsSeveral.watch(on -> {
            layout.topControl = on ? more.control() : one.control();
            stack.layout();
        });
    }

    /** The list. */
    @Focus
    public void focus() {
        table().control().setFocus();
    }

    /** Stops listening and closes the windows. */
    @PreDestroy
    void dispose() {
        gate.close();
        EventStream.Subscription subscription = listening;
        if (subscription != null) {
            subscription.close();
        }
        MeetingTabs apart = tabs;
        if (apart != null) {
            apart.close();
        }
        active.stop();
        ended.stop();
    }

    private PageHeader header(Composite page) {
        PageHeader header = new PageHeader(page, Texts.of("title"));
        for (MeetingState each : TABS) {
            header.tab(MeetingAddresses.key(each), Texts.of("tab." + MeetingAddresses.key(each)));
            counts.of(each).watch(count -> header.count(MeetingAddresses.key(each), count));
        }
        TextField field = header.filter(Texts.of("find"));
        field.value().onChange(active::search);
        field.value().onChange(ended::search);
        filter = field;
        new ViewMenu(header, views, () -> field.value().get());
        if (client.may("meetings.operate")) {
            header.action(Icon.ADD, Texts.of("start"),
                    () -> StartMeeting.open(page, client, notices, id -> site.moveTo(MeetingAddresses.key(MeetingState.ACTIVE) + "/" + id.value())));
        }
        header.action(Icon.COLUMNS, Texts.of("columns"), () -> table().chooseColumns());
        views.chosen().onChange(view -> {
            field.show(view.text());
            active.rows().filter(view.only() == MeetingViews.Only.ALL ? null : view.only()::has);
        });
        return header;
    }

    private void clearFilter() {
        TextField field = filter;
        if (field != null) {
            views.chosen().set(MeetingViews.View.ALL);
            field.show("");
        }
    }

    private void openTab(Meeting meeting) {
        MeetingTabs apart = tabs;
        if (apart != null) {
            apart.openTab(meeting.id(), meeting);
        }
    }

    private void openWindow(Meeting meeting) {
        MeetingTabs apart = tabs;
        if (apart != null) {
            apart.openWindow(meeting);
        }
    }

    private void selected(List<Meeting> rows) {
        if (rows.size() > 1) {
            details.clear();
            several.show(rows);
            showsSeveral.set(true);
            open();
        } else if (rows.size() == 1 && !details.meeting().get().map(Meeting::id).equals(Optional.of(rows.getFirst().id()))) {
            show(rows.getFirst());
        }
    }

    private void show(Meeting meeting) {
        single();
        details.show(meeting.id(), meeting);
        open();
        site.moveTo(MeetingAddresses.path(meeting));
    }

    private void single() {
        several.clear();
        showsSeveral.set(false);
    }

    private void open() {
        DetailsPane side = pane;
        if (side != null) {
            side.open().set(true);
        }
    }

    /** A tab of the header was chosen. */
    private void choose(String key) {
        if (MeetingTabs.isTab(key)) {
            site.moveTo(key);
        } else if (state.get() != state(key)) {
            list(state(key)).startOnce();
            state.set(state(key));
            site.replace(key);
        }
    }

    /** {@code active} or {@code ended}, with the id of a meeting and of a person in it; or {@code tab} and the id of a meeting. */
    private void go(String path) {
        String[] parts = path.split("/", 3);
        String id = parts.length > 1 ? parts[1] : "";
        MeetingTabs apart = tabs;
        if (parts[0].equals(MeetingAddresses.TAB) && apart != null && !id.isEmpty()) {
            apart.openTab(new MeetingId(id), active.rows().get(id));
            return;
        }
        list(state(parts[0])).startOnce();
        state.set(state(parts[0]));
        if (!id.isEmpty() && details.meeting().get().map(known -> !known.id().value().equals(id)).orElse(true)) {
            single();
            details.show(new MeetingId(id), list(state.get()).rows().get(id));
            table().reveal(id);
            open();
        }
        if (parts.length > 2) {
            details.reveal(parts[2]);
        }
    }

    private MeetingList list(MeetingState of) {
        return of == MeetingState.ENDED ? ended : active;
    }

    private LiveTable<Meeting> table() {
        MeetingLists built = lists;
        if (built == null) {
            throw new IllegalStateException("the page is not built yet");
        }
        return built.shown();
    }

    private static MeetingState state(String key) {
        return "ended".equals(key) ? MeetingState.ENDED : MeetingState.ACTIVE;
    }
}
