package org.moothall.servers.ui.internal;

import java.time.Clock;
import java.util.List;
import java.util.function.BiConsumer;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.moothall.client.Client;
import org.moothall.client.EventStream;
import org.moothall.ui.Notices;
import org.moothall.ui.PageSite;
import org.moothall.ui.UiThread;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Gate;
import org.moothall.ui.model.Icon;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.DetailsPane;
import org.moothall.ui.widgets.EmptyState;
import org.moothall.ui.widgets.LiveTable;
import org.moothall.ui.widgets.PageHeader;
import org.moothall.ui.widgets.TextField;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** The Servers page: clusters with their Call Bridges, and the chosen one beside them. @spec admin-guide §5, §7 */
public final class ServersPart {

    private final Client client;
    private final PageSite site;
    private final Gate ui;
    private final UserSettings settings;
    private final ServerList list;
    private final EditServers editing;
    private final Notices notices;
    private final boolean may;
    private final Clock clock = Clock.systemUTC();
    private String chosen = "";
    private EventStream.@Nullable Subscription listening;
    private @Nullable LiveTable<ServerRow> table;
    private @Nullable DetailsPane pane;
    private @Nullable ServerView view;
    private @Nullable AddServers adding;
    /** What an address asks to do with what is not known yet. */
    private String asked = "";

    /** Injected. */
    @Inject
    public ServersPart(Client client, PageSite site, Notices notices, UiThread ui, UserSettings settings) {
        this.client = client;
        this.site = site;
        this.ui = new Gate(ui);
        this.settings = settings;
        this.notices = notices;
        may = client.may("servers.manage");
        list = new ServerList(client.servers(), this.ui);
        editing = new EditServers(client, notices, this.ui);
    }

    /** Builds the page and starts listening, then reading, so that nothing is missed between. */
    @PostConstruct
    public void create(Composite parent) {
        Composite page = PageHeader.page(parent);
        TextField find = header(page);
        DetailsPane side = new DetailsPane(page, "servers", settings);
        side.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        pane = side;
        LiveTable<ServerRow> rows = new LiveTable<>(side.list(), "servers.list", Texts.of("title"), list.rows(), ServerColumns.all(clock, list::loadScale),
                settings)
                .whenEmpty(emptyWords()).remedies(list::refresh, () -> find.show("")).onMenu(this::menu);
        rows.selection().onChange(this::selected);
        rows.control().addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.DEL && may) {
                remove();
            }
        });
        table = rows;
        view = new ServerView(side.details(), clock, () -> side.open().set(false), may ? this::edit : null, may ? this::remove : null, this::offerRest);
        side.open().onChange(open -> {
            if (!open) {
                chosen = "";
                site.replace("");
            }
        });
        list.rows().onChange(this::showChosen);
        listening = client.events().listen(new ServerEvents(list, ui));
        list.refresh();
        site.path().watch(this::go);
    }

    /** The list. */
    @Focus
    public void focus() {
        table().control().setFocus();
    }

    /** Stops listening. */
    @PreDestroy
    void dispose() {
        ui.close();
        EventStream.Subscription subscription = listening;
        if (subscription != null) {
            subscription.close();
        }
    }

    private TextField header(Composite page) {
        PageHeader header = new PageHeader(page, Texts.of("title"));
        header.tab("all", Texts.of("tab.all"));
        list.count().watch(count -> header.count("all", Formats.count(count)));
        TextField field = header.filter(Texts.of("filter"));
        field.value().onChange(list::find);
        if (may) {
            header.action(ActionButton.Kind.PRIMARY, Texts.of("add.title"), Icon.ADD, this::add);
        }
        return field;
    }

    private EmptyState.Words emptyWords() {
        return may ? new EmptyState.Words(Texts.of("empty.admin"), Texts.of("empty.admin.text"), Texts.of("add.title"), this::add)
                : EmptyState.Words.of(Texts.of("empty.operator"), Texts.of("empty.operator.text"));
    }

    private void add() {
        AddServers known = adding;
        AddServers model = known == null ? new AddServers(client.servers(), ui) : known;
        adding = model;
        AddSheet.open(table().control(), model, notices, this::addingEnded);
    }

    /** What was typed is kept until the wizard has done its work. */
    private void addingEnded() {
        adding = null;
    }

    private void offerRest() {
        if (list.rows().get(chosen) instanceof ServerRow.Group group) {
            AddServers model = new AddServers(client.servers(), ui);
            adding = model;
            model.offerRest(group.cluster());
            AddSheet.open(table().control(), model, notices, this::addingEnded);
        }
    }

    private void edit() {
        withChosen((over, row) -> {
            switch (row) {
                case ServerRow.Group group -> editing.edit(over, group.cluster());
                case ServerRow.Bridge bridge -> editing.edit(over, bridge.bridge());
            }
        });
    }

    private void remove() {
        withChosen((over, row) -> {
            switch (row) {
                case ServerRow.Group group -> editing.remove(over, group.cluster(), list.of(group.cluster().id()));
                case ServerRow.Bridge bridge -> editing.remove(over, bridge.bridge(), list.of(bridge.bridge().cluster()).size() == 1);
            }
        });
    }

    private void certificate() {
        if (list.rows().get(chosen) instanceof ServerRow.Bridge bridge) {
            editing.certificate(table().control(), bridge.bridge());
        }
    }

    private void withChosen(BiConsumer<Control, ServerRow> action) {
        @Nullable ServerRow row = list.rows().get(chosen);
        if (row != null) {
            action.accept(table().control(), row);
        }
    }

    private void menu(Menu menu, List<ServerRow> rows) {
        if (may && rows.size() == 1) {
            item(menu, Texts.of("edit"), this::edit);
            if (rows.getFirst() instanceof ServerRow.Group) {
                item(menu, Texts.of("rest"), this::offerRest);
            } else {
                item(menu, Texts.of("certificate.check"), this::certificate);
            }
            item(menu, Texts.of("remove") + "\tDel", this::remove);
        }
    }

    private static void item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addListener(SWT.Selection, e -> action.run());
    }

    private void selected(List<ServerRow> rows) {
        if (rows.size() == 1 && !rows.getFirst().key().equals(chosen)) {
            chosen = rows.getFirst().key();
            open();
            site.moveTo(chosen);
        }
    }

    /** The key of a row, with or without what to do with it; or the wizard. */
    private void go(String path) {
        if (path.equals(ServerAddresses.ADD) && may) {
            ui.execute(this::add);
            return;
        }
        String[] parts = path.split("/", 3);
        String key = parts.length < 2 ? path : parts[0] + "/" + parts[1];
        asked = parts.length < 3 ? "" : "/" + parts[2];
        if (!key.isEmpty() && !key.equals(chosen)) {
            chosen = key;
            table().reveal(key);
            open();
        }
        doAsked();
    }

    private void doAsked() {
        if (asked.isEmpty() || list.rows().get(chosen) == null) {
            return;
        }
        String what = asked;
        asked = "";
        site.replace(chosen);
        if (may) {
            ui.execute(switch (what) {
                case ServerAddresses.EDIT -> this::edit;
                case ServerAddresses.CERTIFICATE -> this::certificate;
                case ServerAddresses.REST -> this::offerRest;
                default -> () -> {};
            });
        }
    }

    private void open() {
        DetailsPane side = pane;
        if (side != null) {
            showChosen();
            side.open().set(true);
        }
    }

    private void showChosen() {
        doAsked();
        ServerView shown = view;
        @Nullable ServerRow row = list.rows().get(chosen);
        if (shown == null || row == null) {
            return;
        }
        switch (row) {
            case ServerRow.Group group -> shown.show(group.cluster(), list.of(group.cluster().id()));
            case ServerRow.Bridge bridge -> shown.show(bridge.bridge(), list.cluster(bridge.bridge().cluster()));
        }
    }

    private LiveTable<ServerRow> table() {
        LiveTable<ServerRow> built = table;
        if (built == null) {
            throw new IllegalStateException("the page is not built yet");
        }
        return built;
    }
}
