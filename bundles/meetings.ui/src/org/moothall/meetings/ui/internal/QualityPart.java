package org.moothall.meetings.ui.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.moothall.client.Client;
import org.moothall.client.EventStream;
import org.moothall.meetings.QualityLeg;
import org.moothall.meetings.ui.internal.QualityGroups.By;
import org.moothall.meetings.ui.internal.QualityGroups.Group;
import org.moothall.ui.Navigation;
import org.moothall.ui.PageSite;
import org.moothall.ui.UiThread;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Gate;
import org.moothall.ui.model.Icon;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.EmptyState;
import org.moothall.ui.widgets.LiveTable;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Menus;
import org.moothall.ui.widgets.PageHeader;
import org.moothall.ui.widgets.TextField;

/** The quality inbox: who is badly connected, why, and what they have in common. */
public final class QualityPart {
    private static final int GROUPS = 248;
    private static final String GROUPED_BY = "quality.grouped-by";

    private final Client client;
    private final PageSite site;
    private final Navigation navigation;
    private final UserSettings settings;
    private final Gate gate;
    private final QualityInbox inbox;
    private final QualityGroups groups;
    private EventStream.@Nullable Subscription listening;
    private @Nullable LiveTable<QualityLeg> table;

    /** Injected. */
    @Inject
    public QualityPart(Client client, PageSite site, Navigation navigation, UiThread ui, UserSettings settings) {
        this.client = client;
        this.site = site;
        this.navigation = navigation;
        this.settings = settings;
        gate = new Gate(ui);
        inbox = new QualityInbox(client.quality(), gate);
        groups = new QualityGroups(inbox.legs());
    }

    /** Builds the page and starts listening, then reading, so that nothing is missed between. */
    @PostConstruct
    public void create(Composite parent) {
        Composite page = PageHeader.page(parent);
        PageHeader header = new PageHeader(page, Texts.of("inbox.title"));
        for (By by : By.values()) {
            header.tab(by.key(), Texts.of("inbox.by." + by.key()));
        }
        TextField find = header.filter(Texts.of("inbox.find"));
        find.value().onChange(groups::find);
        ActionButton open = header.action(ActionButton.Kind.NORMAL, Texts.of("inbox.open"), Icon.MEETING, this::openSelected);
        Composite both = Look.style(new Composite(page, SWT.NONE), Look.SURFACE);
        both.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        GridLayout across = Grids.column();
        across.numColumns = 3;
        across.horizontalSpacing = 0;
        both.setLayout(across);
        LiveTable<Group> where = new LiveTable<>(both, "quality.groups", Texts.of("inbox.groups"), groups.rows(), QualityColumns.groups(), settings)
                .sortedBy("legs", true);
        GridData narrow = new GridData(SWT.LEFT, SWT.FILL, false, true);
        narrow.widthHint = GROUPS;
        where.control().setLayoutData(narrow);
        where.selection().onChange(chosen -> chosen.stream().findFirst().ifPresent(groups::choose));
        GridData line = new GridData(SWT.LEFT, SWT.FILL, false, true);
        line.widthHint = 1;
        Look.style(new Composite(both, SWT.NONE), Look.HAIRLINE).setLayoutData(line);
        LiveTable<QualityLeg> who = legs(both, find);
        table = who;
        who.selection().watch(chosen -> open.setEnabled(chosen.size() == 1));
        settings.find(GROUPED_BY).filter(By.SUBNET.key()::equals).ifPresent(header.tab()::set);
        header.tab().watch(key -> {
            groups.by().set(key.equals(By.SUBNET.key()) ? By.SUBNET : By.BRIDGE);
            settings.put(GROUPED_BY, key);
            site.replace(key);
        });
        limits(page);
        listening = client.events().listen(inbox);
        inbox.read();
        site.shown().watch(shown -> {
            if (shown) {
                inbox.readLimits(); // they may have been changed on the Settings page
            }
        });
    }

    private LiveTable<QualityLeg> legs(Composite parent, TextField find) {
        LiveTable<QualityLeg> who = new LiveTable<>(parent, "quality.legs", Texts.of("inbox.legs.list"), inbox.legs(),
                QualityColumns.legs(Clock.systemUTC(), inbox.limits()::get), settings)
                .sortedBy("for", false).remedies(inbox::read, () -> find.show("")).onOpen(this::open).ticking()
                .onMenu((menu, chosen) -> {
                    if (chosen.size() == 1) {
                        Menus.item(menu, Texts.of("inbox.open"), () -> open(chosen.getFirst()));
                    }
                }).whenEmpty(EmptyState.Words.of(Texts.of("inbox.none"), Texts.of("inbox.none.text")));
        who.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        return who;
    }

    /** The line below: what counts as bad, and the way to change it. */
    private void limits(Composite page) {
        Composite strip = Grids.strip(page, 2);
        Label words = Look.style(new Label(strip, SWT.NONE), Look.SMALL_MUTED);
        words.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        inbox.limits().watch(now -> {
            words.setText(now.map(QualityWords::limits).orElse(""));
            who().redraw();
        });
        if (client.may("settings.manage")) {
            ActionButton.of(strip, ActionButton.Kind.QUIET, Texts.of("inbox.change"), () -> navigation.go(SettingsPart.KEY));
        }
    }

    private Control who() {
        return Objects.requireNonNull(table).control();
    }

    /** The list. */
    @Focus
    public void focus() {
        LiveTable<QualityLeg> who = table;
        if (who != null) {
            who.control().setFocus();
        }
    }

    /** Stops listening. */
    @PreDestroy
    void dispose() {
        gate.close();
        EventStream.Subscription subscription = listening;
        if (subscription != null) {
            subscription.close();
        }
    }

    private void openSelected() {
        LiveTable<QualityLeg> who = table;
        if (who != null) {
            who.selection().get().stream().findFirst().ifPresent(this::open);
        }
    }

    private void open(QualityLeg leg) {
        navigation.go(MeetingAddresses.live(leg.meeting(), leg.participant()));
    }
}
