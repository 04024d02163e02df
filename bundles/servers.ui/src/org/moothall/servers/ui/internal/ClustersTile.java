package org.moothall.servers.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.moothall.client.Client;
import org.moothall.client.EventStream;
import org.moothall.ui.Navigation;
import org.moothall.ui.OverviewTile;
import org.moothall.ui.UiThread;
import org.moothall.ui.model.Gate;
import org.moothall.ui.model.LiveRows;
import org.moothall.ui.model.Subscription;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.Tiles;
import org.osgi.service.component.annotations.Component;

/** The clusters, each with its Call Bridges: how they are and how loaded. */
@Component(service = OverviewTile.class)
public final class ClustersTile implements OverviewTile {
    @Override
    public String title() {
        return Texts.of("tile.title");
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public int columns() {
        return 12;
    }

    @Override
    public @Nullable String permission() {
        return "servers.read";
    }

    @Override
    public @Nullable String address() {
        return ServerAddresses.PAGE;
    }

    @Override
    public void create(Composite parent, IEclipseContext context) {
        Tiles.column(parent, 12);
        Gate ui = new Gate(context.get(UiThread.class));
        Client client = context.get(Client.class);
        ServerList list = new ServerList(client.servers(), ui);
        EventStream.Subscription listening = client.events().listen(new ServerEvents(list, ui));
        parent.addListener(SWT.Dispose, e -> {
            listening.close();
            ui.close();
        });
        ClusterBlocks blocks = new ClusterBlocks(parent, list, context.get(Navigation.class));
        Value<List<String>> keys = new Value<>(List.of());
        Value<List<ServerRow>> rows = new Value<>(List.of());
        Subscription watching = list.rows().onChange(() -> {
            List<ServerRow> now = list.rows().visible();
            List<String> named = new ArrayList<>(now.stream().map(ServerRow::key).toList());
            named.add(Objects.toString(list.rows().state() instanceof LiveRows.State.Ready));
            keys.set(named);
            rows.set(now);
        });
        parent.addListener(SWT.Dispose, e -> watching.close());
        Tiles.follow(parent, keys, blocks::fill);
        Tiles.follow(parent, rows, blocks::redraw);
        list.refresh();
    }
}
