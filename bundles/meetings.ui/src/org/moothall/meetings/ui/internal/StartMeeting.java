package org.moothall.meetings.ui.internal;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Control;
import org.moothall.client.Client;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.OperatorActions.NewMeeting;
import org.moothall.meetings.OperatorActions.Space;
import org.moothall.servers.Cluster;
import org.moothall.ui.Notices;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Cell;
import org.moothall.ui.model.Column;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.Later;
import org.moothall.ui.model.LiveRows;
import org.moothall.ui.model.Subscription;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.DisplayLater;
import org.moothall.ui.widgets.EmptyState;
import org.moothall.ui.widgets.Forms;
import org.moothall.ui.widgets.LiveTable;
import org.moothall.ui.widgets.Menus;
import org.moothall.ui.widgets.Sheet;
import org.moothall.ui.widgets.TextField;

/** Asks in which space a meeting begins. */
final class StartMeeting {
    private static final Duration TYPING_PAUSE = Duration.ofMillis(250);
    private static final int HEIGHT = 240;

    private final Client client;
    private final Notices notices;
    private final Executor ui;
    private final Later later;
    private final LiveRows<Space> rows = new LiveRows<>(Space::id);
    private final Value<Optional<Cluster>> cluster = new Value<>(Optional.empty());
    private final Sheet sheet;
    private final ActionButton where;
    private final ActionButton start;
    private List<Cluster> clusters = List.of();
    private String text = "";
    private Subscription typing = () -> {};
    private long turn;

    private StartMeeting(Control over, Client client, Notices notices, Consumer<MeetingId> shows) {
        this.client = client;
        this.notices = notices;
        ui = task -> over.getDisplay().asyncExec(task);
        later = new DisplayLater(over.getDisplay());
        sheet = new Sheet(over, Texts.of("start.title"), Forms.WIDTH);
        where = new ActionButton(sheet.body(), ActionButton.Kind.NORMAL, Texts.of("start.cluster", ""), null, false, this::choose).opensMenu();
        TextField find = TextField.search(sheet.body(), Texts.of("start.find"));
        find.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        LiveTable<Space> table = new LiveTable<>(sheet.body(), "meetings.spaces", Texts.of("start.spaces"), rows, columns(), UserSettings.none())
                .sortedBy("name", false).remedies(this::read, () -> {}).whenEmpty(EmptyState.Words.of(Texts.of("start.none"), Texts.of("start.none.text")));
        GridData high = new GridData(SWT.FILL, SWT.FILL, true, true);
        high.heightHint = HEIGHT;
        table.control().setLayoutData(high);
        sheet.button(ActionButton.Kind.NORMAL, Texts.of("cancel"), sheet::close);
        start = sheet.button(ActionButton.Kind.PRIMARY, Texts.of("start.button"),
                () -> table.selection().get().stream().findFirst().ifPresent(space -> begin(space, shows)));
        table.selection().watch(chosen -> start.setEnabled(chosen.size() == 1));
        find.value().onChange(this::search);
        cluster.onChange(chosen -> {
            where.text(Texts.of("start.cluster", chosen.map(Cluster::name).orElse("")));
            read();
        });
        sheet.open();
        find.setFocus();
        readClusters();
    }

    /** @param shows what to do with the meeting that has begun */
    static void open(Control over, Client client, Notices notices, Consumer<MeetingId> shows) {
        new StartMeeting(over, client, notices, shows);
    }

    private static List<Column<Space>> columns() {
        return List.of(Column.<Space>of("name", Texts.of("column.name"), 216, space -> Cell.title(space.name())).sorted(Comparator.comparing(Space::name)),
                Column.of("address", Texts.of("person.address"), 136, space -> Cell.muted(space.address())),
                Column.<Space>of("number", Texts.of("start.number"), 88, space -> Cell.muted(space.number())).atRight());
    }

    private void choose() {
        Menus.below(where, menu -> clusters
                .forEach(each -> Menus.choice(menu, each.name(), cluster.get().equals(Optional.of(each)), () -> cluster.set(Optional.of(each)))));
    }

    private void search(String words) {
        typing.close();
        typing = later.in(TYPING_PAUSE, () -> {
            text = words.strip();
            read();
        });
    }

    private void readClusters() {
        client.servers().clusters().whenCompleteAsync((page, failure) -> {
            if (failure != null) {
                rows.failed(FailureWords.of(failure));
                return;
            }
            clusters = page.items().stream().filter(Cluster::manageMeetings).toList();
            cluster.set(clusters.stream().findFirst());
            if (clusters.isEmpty()) {
                rows.replaceAll(List.of());
            }
        }, ui);
    }

    private void read() {
        long mine = ++turn;
        cluster.get().ifPresent(chosen -> client.meetings().spaces(chosen.id(), text).whenCompleteAsync((found, failure) -> {
            if (mine != turn || sheet.isClosed()) {
                return;
            }
            if (failure == null) {
                rows.replaceAll(found);
            } else {
                rows.failed(FailureWords.of(failure));
            }
        }, ui));
    }

    private void begin(Space space, Consumer<MeetingId> shows) {
        start.setEnabled(false);
        sheet.problem("");
        cluster.get().ifPresent(chosen -> client.meetings().start(new NewMeeting(chosen.id(), space.id())).whenCompleteAsync((begun, failure) -> {
            if (failure == null) {
                sheet.close();
                notices.done(Texts.of("start.done", space.name()));
                shows.accept(begun);
            } else if (!sheet.isClosed()) {
                sheet.problem(FailureWords.of(failure));
                start.setEnabled(true);
            }
        }, ui));
    }
}
