package org.moothall.workbench.internal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.moothall.client.Client;
import org.moothall.notifications.Notification;
import org.moothall.notifications.Severity;
import org.moothall.ui.Navigation;
import org.moothall.ui.Notices;
import org.moothall.ui.PageSite;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.LiveRows;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.DetailsPane;
import org.moothall.ui.widgets.EmptyState;
import org.moothall.ui.widgets.ListAndDetails;
import org.moothall.ui.widgets.LiveTable;
import org.moothall.ui.widgets.Menus;
import org.moothall.ui.widgets.PageHeader;
import org.moothall.ui.widgets.TextField;
import org.moothall.ui.widgets.Tiles;

/** The page of all open notifications: what is the case, what it means, what to do. @spec admin-guide §19 */
public final class NotificationsPart {
    private static final String ALL = "all";

    private final Pulse pulse;
    private final PageSite site;
    private final Navigation navigation;
    private final UserSettings settings;
    private final Acknowledging acknowledging;
    private final Links links = new Links();
    private final Clock clock = Clock.systemUTC();
    private final LiveRows<Notification> rows = new LiveRows<>(notification -> notification.id().value());
    private String words = "";
    private @Nullable ListAndDetails<Notification> both;

    /** Injected. */
    @Inject
    public NotificationsPart(Pulse pulse, Client client, PageSite site, Navigation navigation, Notices notices, UserSettings settings) {
        this.pulse = pulse;
        this.site = site;
        this.navigation = navigation;
        this.settings = settings;
        acknowledging = new Acknowledging(client, notices);
    }

    /** Builds it. */
    @PostConstruct
    public void create(Composite parent) {
        Composite page = PageHeader.page(parent);
        PageHeader header = new PageHeader(page, Texts.of("notifications.title"));
        header.tab(ALL, Texts.of("notifications.all"));
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFORMATION)) {
            header.tab(key(severity), Texts.of("notifications.tab." + key(severity)));
        }
        TextField find = header.filter(Texts.of("notifications.filter"));
        ActionButton acknowledge = header.action(ActionButton.Kind.NORMAL, Texts.of("notifications.acknowledge"), Icon.CHECK,
                () -> acknowledging.acknowledge(selected()));
        DetailsPane side = new DetailsPane(page, "notifications", settings);
        side.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        LiveTable<Notification> list = new LiveTable<>(side.list(), "notifications.list", Texts.of("notifications.title"), rows, NotificationColumns.all(clock),
                settings)
                .sortedBy("severity", true).remedies(pulse::read, () -> {
                    header.tab().set(ALL);
                    find.show("");
                }).whenEmpty(EmptyState.Words.of(Texts.of("notifications.none"), Texts.of("notifications.none.text"))).onMenu(this::menu).ticking();
        NotificationView view = new NotificationView(side.details(), links, navigation, acknowledging, clock, () -> side.open().set(false));
        header.tab().onChange(tab -> filter(tab, words));
        find.value().onChange(text -> filter(header.tab().get(), text));
        list.selection().watch(chosen -> acknowledge.setEnabled(chosen.stream().anyMatch(acknowledging::possible)));
        both = new ListAndDetails<>(side, list, rows, site, view::show);
        Tiles.follow(page, pulse.notifications(), () -> read(header));
        Tiles.follow(page, pulse.failure(), () -> read(header));
        site.path().watch(this::reveal);
    }

    /** The list. */
    @Focus
    public void focus() {
        ListAndDetails<Notification> shown = both;
        if (shown != null) {
            shown.focus();
        }
    }

    /** Ends what it began. */
    @PreDestroy
    void dispose() {
        links.close();
    }

    private void read(PageHeader header) {
        pulse.notifications().get().ifPresent(now -> {
            rows.replaceAll(now);
            reveal(site.path().get());
            header.count(ALL, Formats.count(now.size()));
            for (Severity severity : Severity.values()) {
                header.count(key(severity), Formats.count(now.stream().filter(n -> n.condition().severity() == severity).count()));
            }
        });
        if (!pulse.failure().get().isEmpty()) {
            rows.failed(pulse.failure().get());
        }
    }

    private void reveal(String path) {
        ListAndDetails<Notification> shown = both;
        if (shown != null) {
            shown.reveal(path);
        }
    }

    private void filter(String tab, String text) {
        words = text;
        String part = text.strip().toLowerCase(Locale.ROOT);
        Predicate<Notification> severe = n -> tab.equals(ALL) || tab.equals(key(n.condition().severity()));
        Predicate<Notification> said = n -> n.condition().message().toLowerCase(Locale.ROOT).contains(part);
        rows.filter(tab.equals(ALL) && part.isEmpty() ? null : severe.and(said));
    }

    private List<Notification> selected() {
        ListAndDetails<Notification> shown = both;
        return shown == null ? List.of() : shown.selected();
    }

    private void menu(Menu menu, List<Notification> chosen) {
        if (chosen.stream().anyMatch(acknowledging::possible)) {
            Menus.item(menu, Texts.of("notifications.acknowledge"), () -> acknowledging.acknowledge(chosen));
        }
        if (chosen.size() == 1) {
            links.remedies(chosen.getFirst().condition()).forEach(link -> Menus.item(menu, link.label(), () -> navigation.go(link.address())));
            links.subject(chosen.getFirst().condition()).ifPresent(link -> Menus.item(menu, link.label(), () -> navigation.go(link.address())));
        }
    }

    private static String key(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
