package org.moothall.meetings.ui.internal.macros;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.moothall.ui.widgets.ListAndDetails;
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
    private @Nullable ListAndDetails<Macro> both;
    private String asked = "";

    /** Injected. */
    @Inject
    public MacrosPart(Client client, PageSite site, Notices notices, UiThread ui, UserSettings settings, Navigation navigation, Ongoing ongoing) {
        this.client = client;
        this.site = site;
        this.settings = settings;
        gate = new Gate(ui);
        list = new MacroList(client.macros(), gate);
        runs = new MacroRuns(client, notices, gate);
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
                .whenEmpty(empty(page)).onMenu((menu, chosen) -> menu(page, menu, chosen));
        MacroView view = new MacroView(side.details(), actions, runs, words, settings, may, () -> side.open().set(false));
        words.named().onChange(more -> view.named());
        both = new ListAndDetails<>(side, macros, list.rows(), site, view::show);
        listening = client.events().listen(list);
        following = client.events().listen(runs);
        list.rows().onChange(() -> reveal(page));
        list.read();
        site.path().watch(path -> {
            asked = path;
            reveal(page);
        });
    }

    /** The list. */
    @Focus
    public void focus() {
        ListAndDetails<Macro> shown = both;
        if (shown != null) {
            shown.focus();
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
    private void reveal(Composite page) {
        boolean run = asked.endsWith(RUN);
        String id = run ? asked.substring(0, asked.length() - RUN.length()) : asked;
        ListAndDetails<Macro> shown = both;
        Optional<Macro> found = shown == null ? Optional.empty() : shown.reveal(id);
        found.ifPresent(macro -> {
            asked = "";
            if (run && may) {
                site.replace(id); // so that Back does not ask again
                page.getDisplay().asyncExec(() -> actions.ask(page, macro));
            }
        });
    }

    private void search(String text) {
        String part = text.strip().toLowerCase(Locale.ROOT);
        list.rows().filter(part.isEmpty() ? null : macro -> macro.name().toLowerCase(Locale.ROOT).contains(part));
    }

    private void menu(Composite page, Menu menu, List<Macro> chosen) {
        if (may && chosen.size() == 1) {
            Macro macro = chosen.getFirst();
            Menus.item(menu, Texts.of("run.button"), () -> actions.run(page, macro));
            Menus.item(menu, Texts.of("rehearse"), () -> actions.rehearse(macro));
            Menus.item(menu, Texts.of("edit"), () -> actions.edit(page, macro));
            Menus.line(menu);
            Menus.item(menu, Texts.of("remove"), () -> actions.remove(page, macro));
        }
    }
}
