package org.moothall.meetings.ui.internal.macros;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Menu;
import org.moothall.client.Client;
import org.moothall.client.EventStream;
import org.moothall.meetings.Macro;
import org.moothall.ui.Navigation;
import org.moothall.ui.Notices;
import org.moothall.ui.Ongoing;
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
import org.moothall.ui.widgets.Menus;
import org.moothall.ui.widgets.PageHeader;
import org.moothall.ui.widgets.TextField;

/** The Macros page: several commands over several meetings as one click. @spec admin-guide §4 */
public final class MacrosPart {
    /** First segment of the page's addresses. */
    static final String KEY = "macros";
    /** After a macro's id: asks whether to run it. */
    static final String RUN = "/run";

    private final Client client;
    private final PageSite site;
    private final UserSettings settings;
    private final Gate gate;
    private final MacroList list;
    private final MacroRuns runs;
    private final StepWords words;
    private final MacroActions actions;
    private final boolean may;
    private final Recording recording;
    private EventStream.@Nullable Subscription listening;
    private EventStream.@Nullable Subscription following;
    private @Nullable LiveTable<Macro> table;
    private String asked = "";

    /** Injected. */
    @Inject
    public MacrosPart(Client client, PageSite site, Notices notices, UiThread ui, UserSettings settings, Navigation navigation, Ongoing ongoing) {
        this.client = client;
        this.site = site;
        this.settings = settings;
        gate = new Gate(ui);
        list = new MacroList(client.macros(), gate);
        runs = new MacroRuns(client, gate);
        words = new StepWords(new MeetingNames(client.meetings(), gate));
        actions = new MacroActions(client, notices, gate, runs, words);
        may = client.may("meetings.operate");
        recording = new Recording(new MacroRecorder(client, gate), ongoing, navigation, notices);
    }

    /** Builds the page and starts listening, then reading, so that nothing is missed between. */
    @PostConstruct
    public void create(Composite parent) {
        Composite page = PageHeader.page(parent);
        PageHeader header = new PageHeader(page, Texts.of("title"));
        TextField find = header.filter(Texts.of("find"));
        find.value().onChange(this::search);
        if (may) {
            ActionButton record = header.action(ActionButton.Kind.NORMAL, Texts.of("record"), Icon.RECORDING,
                    () -> recording.start(steps -> actions.create(page, steps)));
            recording.on().watch(on -> record.setEnabled(!on));
            header.action(ActionButton.Kind.PRIMARY, Texts.of("new"), Icon.ADD, () -> actions.create(page));
        }
        DetailsPane side = new DetailsPane(page, KEY, settings);
        side.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        LiveTable<Macro> macros = new LiveTable<>(side.list(), "macros.list", Texts.of("title"), list.rows(),
                MacroColumns.macros(Clock.systemUTC(), Formats.local()), settings).sortedBy("name", false).remedies(list::read, () -> find.show(""))
                .whenEmpty(empty(page)).onMenu(this::menu);
        table = macros;
        MacroView view = new MacroView(side.details(), actions, runs, words, settings, may, () -> side.open().set(false));
        words.named().onChange(more -> view.named());
        macros.selection().onChange(chosen -> chosen.stream().findFirst().ifPresent(macro -> {
            view.show(macro);
            side.open().set(true);
            site.replace(macro.id().value());
        }));
        side.open().onChange(open -> {
            if (!open) {
                macros.select(Set.of());
                site.replace("");
            }
        });
        listening = client.events().listen(list);
        following = client.events().listen(runs);
        list.rows().onChange(this::reveal);
        list.read();
        site.path().watch(path -> {
            asked = path;
            reveal();
        });
    }

    /** The list. */
    @Focus
    public void focus() {
        LiveTable<Macro> macros = table;
        if (macros != null) {
            macros.control().setFocus();
        }
    }

    /** Stops listening. */
    @PreDestroy
    void dispose() {
        recording.close();
        gate.close();
        close(listening);
        close(following);
    }

    private static void close(EventStream.@Nullable Subscription subscription) {
        if (subscription != null) {
            subscription.close();
        }
    }

    private EmptyState.Words empty(Composite page) {
        return may ? new EmptyState.Words(Texts.of("none"), Texts.of("none.text"), Texts.of("new"), () -> actions.create(page))
                : EmptyState.Words.of(Texts.of("none"), Texts.of("none.text"));
    }

    /** Shows what the address names, once it is known. */
    private void reveal() {
        String id = asked.endsWith(RUN) ? asked.substring(0, asked.length() - RUN.length()) : asked;
        @Nullable Macro macro = list.rows().get(id);
        LiveTable<Macro> macros = table;
        if (macro == null || macros == null) {
            return;
        }
        boolean run = asked.endsWith(RUN) && may;
        asked = "";
        if (macros.selection().get().stream().noneMatch(one -> one.id().equals(macro.id()))) {
            macros.reveal(id);
        }
        if (run) {
            site.replace(id); // so that Back does not ask again
            macros.control().getDisplay().asyncExec(() -> actions.ask(macros.control(), macro));
        }
    }

    private void search(String text) {
        String part = text.strip().toLowerCase(Locale.ROOT);
        list.rows().filter(part.isEmpty() ? null : macro -> macro.name().toLowerCase(Locale.ROOT).contains(part));
    }

    private void menu(Menu menu, List<Macro> chosen) {
        LiveTable<Macro> macros = table;
        if (may && chosen.size() == 1 && macros != null) {
            Macro macro = chosen.getFirst();
            Menus.item(menu, Texts.of("run.button"), () -> actions.run(macros.control(), macro));
            Menus.item(menu, Texts.of("rehearse"), () -> actions.rehearse(macro));
            Menus.item(menu, Texts.of("edit"), () -> actions.edit(macros.control(), macro));
            Menus.line(menu);
            Menus.item(menu, Texts.of("remove"), () -> actions.remove(macros.control(), macro));
        }
    }
}
