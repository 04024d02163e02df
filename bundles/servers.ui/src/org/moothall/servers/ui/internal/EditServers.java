package org.moothall.servers.ui.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.moothall.client.Client;
import org.moothall.core.PageRequest;
import org.moothall.core.PeerCertificate;
import org.moothall.core.Secret;
import org.moothall.core.Trust;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.servers.CallBridge;
import org.moothall.servers.Cluster;
import org.moothall.servers.Servers.CallBridgeChange;
import org.moothall.servers.Servers.ClusterChange;
import org.moothall.ui.Notices;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Forms;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Sheet;
import org.moothall.ui.widgets.TextField;

/** Changing and removing what is configured. Confined to the UI thread. @spec admin-guide §7.1, §15 */
final class EditServers {

    private final Client client;
    private final Notices notices;
    private final Executor ui;

    EditServers(Client client, Notices notices, Executor ui) {
        this.client = client;
        this.notices = notices;
        this.ui = ui;
    }

    void edit(Control over, CallBridge bridge) {
        Value<String> name = new Value<>(bridge.name());
        Value<String> address = new Value<>(ServerWords.address(bridge));
        Value<String> user = new Value<>(bridge.user());
        Value<String> password = new Value<>("");
        Sheet sheet = new Sheet(over, Texts.of("edit.title", bridge.name()), Forms.WIDTH);
        TextField first = Forms.text(sheet.body(), Texts.of("field.name"), "", "", name);
        Forms.text(sheet.body(), Texts.of("field.address"), "", Texts.of("field.address.help"), address);
        Forms.text(sheet.body(), Texts.of("bridge.user"), "", "", user);
        Forms.password(sheet.body(), Texts.of("field.password"), Texts.of("edit.password.help"), password);
        saving(sheet,
                () -> client.servers().change(bridge.id(), new CallBridgeChange(changed(address, ServerWords.address(bridge)), changed(user, bridge.user()),
                        password.get().isEmpty() ? null : Secret.of(password.get()), changed(name, bridge.name()), null), bridge.version()),
                name);
        sheet.open();
        first.setFocus();
    }

    void edit(Control over, Cluster cluster) {
        Value<String> name = new Value<>(cluster.name());
        Value<String> cdr = new Value<>(cluster.cdrAddress() == null ? "" : String.valueOf(cluster.cdrAddress()));
        Value<Boolean> manage = new Value<>(cluster.manageMeetings());
        Sheet sheet = new Sheet(over, Texts.of("edit.title", cluster.name()), Forms.WIDTH);
        TextField first = Forms.text(sheet.body(), Texts.of("field.cluster-name"), "", Texts.of("edit.cluster-name.help"), name);
        Forms.check(sheet.body(), Texts.of("field.manage"), manage);
        Forms.say(sheet.body(), Texts.of("edit.manage.help"),
                Look.SMALL_MUTED);
        Forms.text(sheet.body(), Texts.of("field.cdr"), Texts.of("field.cdr.example"), Texts.of("field.cdr.help"), cdr);
        saving(sheet, () -> client.servers().change(cluster.id(), new ClusterChange(changed(name, cluster.name()), manage.get(), cdr.get().strip()),
                cluster.version()), name);
        sheet.open();
        first.setFocus();
    }

    /** Shows the certificate that the Call Bridge has now; once it is confirmed, exactly this one is accepted. */
    void certificate(Control over, CallBridge bridge) {
        Sheet sheet = new Sheet(over, Texts.of("certificate.title", ServerWords.name(bridge)), Forms.WIDTH);
        Label told = Forms.say(sheet.body(), Texts.of("certificate.reading", ServerWords.address(bridge)), Look.MUTED);
        ActionButton cancel = sheet.button(ActionButton.Kind.NORMAL, Texts.of("cancel"), sheet::close);
        sheet.open();
        cancel.setFocus();
        client.servers().certificate(ServerWords.address(bridge)).whenCompleteAsync((shown, failure) -> {
            if (!sheet.isClosed()) {
                if (shown == null) {
                    sheet.problem(failure == null ? "" : FailureWords.of(failure));
                } else {
                    confirm(sheet, told, bridge, shown);
                }
            }
        }, ui);
    }

    private void confirm(Sheet sheet, Label told, CallBridge bridge, PeerCertificate shown) {
        boolean same = shown.sha256().equalsIgnoreCase(bridge.trust().sha256());
        told.setText(Texts.of(same ? "certificate.same" : "certificate.compare"));
        AddSheet.facts(sheet.body(), CertificateFacts.of(shown));
        if (!same) {
            ActionButton[] button = new ActionButton[1];
            Trust pinned = new Trust(Trust.Mode.PINNED, shown.sha256(), null);
            button[0] = sheet.button(ActionButton.Kind.PRIMARY, Texts.of("certificate.trust"), () -> run(sheet, button[0],
                    client.servers().change(bridge.id(), new CallBridgeChange(null, null, null, null, pinned), bridge.version()),
                    done -> notices.done(Texts.of("saved", ServerWords.name(bridge)))));
        }
        sheet.fit();
    }

    void remove(Control over, CallBridge bridge, boolean last) {
        Sheet sheet = new Sheet(over, Texts.of("remove.bridge.title", bridge.name()), Forms.WIDTH);
        Forms.say(sheet.body(), Texts.of("remove.bridge.text"),
                Look.SURFACE);
        if (last) {
            Forms.say(sheet.body(), Texts.of("remove.bridge.last"), Look.STRONG);
        }
        removing(sheet, Texts.of("remove.bridge", bridge.name()), Texts.of("removed", bridge.name()), () -> client.servers().remove(bridge.id()));
    }

    void remove(Control over, Cluster cluster, List<CallBridge> bridges) {
        Sheet sheet = new Sheet(over, Texts.of("remove.cluster.title", cluster.name()), Forms.WIDTH);
        Forms.say(sheet.body(), Texts.of("remove.cluster.text", Texts.count("bridges", bridges.size())), Look.SURFACE);
        bridges.forEach(bridge -> Forms.say(sheet.body(), bridge.name() + "  ·  " + ServerWords.address(bridge), Look.STRONG));
        var meetings = Forms.say(sheet.body(), Texts.of("remove.meetings.looking"), Look.MUTED);
        client.meetings().list(underWayOn(cluster)).whenCompleteAsync((page, failure) -> {
            if (!sheet.isClosed()) {
                long count = page == null ? 0 : page.total();
                meetings.setText(count == 0 ? Texts.of("remove.meetings.none") : Texts.count("remove.meetings", count));
                sheet.fit();
            }
        }, ui);
        removing(sheet, Texts.of("remove.cluster"), Texts.of("removed", cluster.name()), () -> client.servers().remove(cluster.id()));
    }

    private static MeetingQuery underWayOn(Cluster cluster) {
        return new MeetingQuery(MeetingState.ACTIVE, "", cluster.id().value(), MeetingQuery.Sort.START, true, new PageRequest(1, null));
    }

    private void saving(Sheet sheet, java.util.function.Supplier<CompletableFuture<?>> save, Value<String> name) {
        sheet.button(ActionButton.Kind.NORMAL, Texts.of("cancel"), sheet::close);
        ActionButton[] button = new ActionButton[1];
        button[0] = sheet.button(ActionButton.Kind.PRIMARY, Texts.of("save"),
                () -> run(sheet, button[0], save.get(), done -> notices.done(Texts.of("saved", name.get()))));
        name.onChange(now -> button[0].setEnabled(!now.isBlank()));
    }

    private void removing(Sheet sheet, String what, String told, java.util.function.Supplier<CompletableFuture<?>> remove) {
        ActionButton keep = sheet.button(ActionButton.Kind.NORMAL, Texts.of("keep"), sheet::close);
        ActionButton[] button = new ActionButton[1];
        button[0] = sheet.button(ActionButton.Kind.DANGER, what, () -> run(sheet, button[0], remove.get(), done -> notices.done(told)));
        sheet.open();
        keep.setFocus();
    }

    private void run(Sheet sheet, ActionButton button, CompletableFuture<?> call, Consumer<Object> done) {
        button.setEnabled(false);
        sheet.problem("");
        sheet.onClose(() -> call.cancel(true));
        call.whenCompleteAsync((result, failure) -> finished(sheet, button, failure, done), ui);
    }

    private static void finished(Sheet sheet, ActionButton button, @Nullable Throwable failure, Consumer<Object> done) {
        if (failure == null) {
            done.accept("");
            sheet.close();
        } else if (!sheet.isClosed()) {
            sheet.problem(FailureWords.of(failure));
            button.setEnabled(true);
        }
    }

    private static @Nullable String changed(Value<String> value, String before) {
        String now = value.get().strip();
        return now.equals(before) ? null : now;
    }
}
