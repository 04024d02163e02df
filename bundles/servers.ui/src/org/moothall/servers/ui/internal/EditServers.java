package org.moothall.servers.ui.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.widgets.Control;
import org.moothall.client.Client;
import org.moothall.core.PageRequest;
import org.moothall.core.Secret;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.servers.CallBridge;
import org.moothall.servers.Cluster;
import org.moothall.servers.Servers.CallBridgeChange;
import org.moothall.servers.Servers.ClusterChange;
import org.moothall.ui.Notices;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.ActionButton;
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
        Sheet sheet = new Sheet(over, "Edit " + bridge.name(), Forms.WIDTH);
        TextField first = Forms.text(sheet.body(), "Display name", "", "", name);
        Forms.text(sheet.body(), "Server address", "", "Of its Web Admin interface. IPv6 in square brackets; port 443 unless you say another.", address);
        Forms.text(sheet.body(), "User", "", "", user);
        Forms.password(sheet.body(), "Password", "Leave it empty to keep the present one. What you change is tested before it is saved.", password);
        saving(sheet, () -> client.servers().change(bridge.id(), new CallBridgeChange(changed(address, ServerWords.address(bridge)), changed(user, bridge.user()),
                password.get().isEmpty() ? null : Secret.of(password.get()), changed(name, bridge.name()), null), bridge.version()), name);
        sheet.open();
        first.setFocus();
    }

    void edit(Control over, Cluster cluster) {
        Value<String> name = new Value<>(cluster.name());
        Value<String> cdr = new Value<>(cluster.cdrAddress() == null ? "" : String.valueOf(cluster.cdrAddress()));
        Value<Boolean> manage = new Value<>(cluster.manageMeetings());
        Sheet sheet = new Sheet(over, "Edit " + cluster.name(), Forms.WIDTH);
        TextField first = Forms.text(sheet.body(), "Cluster name", "", "As operators see it beside each meeting.", name);
        Forms.check(sheet.body(), "See and run this cluster's meetings here", manage);
        Forms.say(sheet.body(), "When this is off, the server is no receiver of call records and no events client of these Call Bridges, "
                + "and operators do not see their meetings.",
                Look.SMALL_MUTED);
        Forms.text(sheet.body(), "Address for call records (optional)", "As in Settings", "Host, or host:port, under which these Call Bridges reach the server.", cdr);
        saving(sheet, () -> client.servers().change(cluster.id(), new ClusterChange(changed(name, cluster.name()), manage.get(), cdr.get().strip()), cluster.version()), name);
        sheet.open();
        first.setFocus();
    }

    void remove(Control over, CallBridge bridge, boolean last) {
        Sheet sheet = new Sheet(over, "Remove " + bridge.name() + "?", Forms.WIDTH);
        Forms.say(sheet.body(), "The server forgets this Call Bridge and its password. The Call Bridge itself goes on as it is; meetings on it are no longer complete here.",
                Look.SURFACE);
        if (last) {
            Forms.say(sheet.body(), "It is the last one of its cluster, so the cluster goes too.", Look.STRONG);
        }
        removing(sheet, "Remove " + bridge.name(), () -> client.servers().remove(bridge.id()));
    }

    void remove(Control over, Cluster cluster, List<CallBridge> bridges) {
        Sheet sheet = new Sheet(over, "Remove cluster " + cluster.name() + "?", Forms.WIDTH);
        Forms.say(sheet.body(), "The server forgets " + Formats.count(bridges.size(), "Call Bridge", "Call Bridges") + " with their passwords:", Look.SURFACE);
        bridges.forEach(bridge -> Forms.say(sheet.body(), bridge.name() + "  ·  " + ServerWords.address(bridge), Look.STRONG));
        var meetings = Forms.say(sheet.body(), "Looking for meetings under way…", Look.MUTED);
        client.meetings().list(underWayOn(cluster)).whenCompleteAsync((page, failure) -> {
            if (!sheet.isClosed()) {
                long count = page == null ? 0 : page.total();
                meetings.setText(count == 0 ? "No meeting is under way on them." : Formats.count(count, "meeting is", "meetings are")
                        + " under way on them: they go on, but are no longer seen here.");
                sheet.fit();
            }
        }, ui);
        removing(sheet, "Remove cluster", () -> client.servers().remove(cluster.id()));
    }

    private static MeetingQuery underWayOn(Cluster cluster) {
        return new MeetingQuery(MeetingState.ACTIVE, "", cluster.id().value(), MeetingQuery.Sort.START, true, new PageRequest(1, null));
    }

    private void saving(Sheet sheet, java.util.function.Supplier<CompletableFuture<?>> save, Value<String> name) {
        sheet.button(ActionButton.Kind.NORMAL, "Cancel", sheet::close);
        ActionButton[] button = new ActionButton[1];
        button[0] = sheet.button(ActionButton.Kind.PRIMARY, "Save", () -> run(sheet, button[0], save.get(), done -> notices.done(name.get() + " was saved.")));
        name.onChange(now -> button[0].setEnabled(!now.isBlank()));
    }

    private void removing(Sheet sheet, String what, java.util.function.Supplier<CompletableFuture<?>> remove) {
        ActionButton keep = sheet.button(ActionButton.Kind.NORMAL, "Keep", sheet::close);
        ActionButton[] button = new ActionButton[1];
        button[0] = sheet.button(ActionButton.Kind.DANGER, what, () -> run(sheet, button[0], remove.get(), done -> notices.done(what + ": done.")));
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
