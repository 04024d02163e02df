package org.moothall.servers.ui.internal;

import java.util.List;
import java.util.Objects;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.moothall.servers.CallBridge;
import org.moothall.servers.Cluster;
import org.moothall.servers.Health;
import org.moothall.ui.Navigation;
import org.moothall.ui.model.LiveRows;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.EmptyState;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Pen;
import org.moothall.ui.widgets.TextSize;
import org.moothall.ui.widgets.Tiles;

/** The clusters on the Overview: a heading each, and its Call Bridges three in a row. */
final class ClusterBlocks {
    private static final int ACROSS = 3;

    private final Composite parent;
    private final ServerList list;
    private final Navigation navigation;

    ClusterBlocks(Composite parent, ServerList list, Navigation navigation) {
        this.parent = parent;
        this.list = list;
        this.navigation = navigation;
    }

    /** Lays all out anew: clusters or Call Bridges have come or gone. */
    void fill() {
        for (Control child : parent.getChildren()) {
            child.dispose();
        }
        List<ServerRow> rows = list.rows().visible();
        if (rows.isEmpty() && list.rows().state() instanceof LiveRows.State.Ready) {
            EmptyState empty = new EmptyState(parent);
            empty.show(new EmptyState.Words(Texts.of("tile.none"), Texts.of("tile.none.text"), Texts.of("add.title"),
                    () -> navigation.go(ServerAddresses.PAGE + "/" + ServerAddresses.ADD)));
            empty.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        }
        for (ServerRow row : rows) {
            if (row instanceof ServerRow.Group group) {
                block(group.cluster());
            }
        }
        Tiles.resized(parent);
    }

    /** Their figures have changed. */
    void redraw() {
        redraw(parent);
    }

    private void block(Cluster cluster) {
        Composite block = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        block.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
        GridLayout layout = new GridLayout(ACROSS, true);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 32;
        layout.verticalSpacing = 4;
        block.setLayout(layout);
        Drawn[] self = new Drawn[1];
        Drawn head = new Drawn(block, Tone.SURFACE, 200, 28,
                (pen, area) -> head(pen, area, Objects.requireNonNullElse(list.cluster(cluster.id()), cluster), self[0].hovered()));
        self[0] = head;
        head.pressed(ACC.ROLE_LINK, cluster.name(), () -> navigation.go(ServerAddresses.of(cluster.id())));
        head.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false, ACROSS, 1));
        list.of(cluster.id()).forEach(bridge -> bridge(block, bridge));
    }

    private void head(Pen pen, Rectangle area, Cluster cluster, boolean hovered) {
        List<CallBridge> bridges = list.of(cluster.id());
        Health worst = bridges.stream().map(b -> b.status().health()).max(Enum::compareTo).orElse(cluster.health());
        pen.status(ServerWords.status(worst), new Rectangle(4, 0, 10, area.height));
        int name = pen.text(cluster.name(), new Rectangle(28, 0, area.width / 2, area.height), hovered ? Tone.ACCENT : Tone.TEXT, TextSize.STRONG, SWT.LEFT);
        long legs = bridges.stream().mapToLong(b -> Objects.requireNonNullElse(b.status().callLegsActive(), 0)).sum();
        String facts = ServerWords.word(worst) + " · " + Texts.count("bridges", bridges.size()) + " · " + Texts.count("legs", legs)
                + (cluster.manageMeetings() ? "" : " · " + Texts.of("cluster.unmanaged"));
        pen.text(facts, new Rectangle(28 + name + 16, 0, area.width - name - 44, area.height), Tone.MUTED, TextSize.BODY, SWT.LEFT);
    }

    private void bridge(Composite block, CallBridge known) {
        Drawn[] self = new Drawn[1];
        Drawn drawn = new Drawn(block, Tone.SURFACE, 200, 64, (pen, area) -> list.of(known.cluster()).stream().filter(b -> b.id().equals(known.id()))
                .findFirst().ifPresent(bridge -> draw(pen, area, bridge, self[0].hovered())));
        self[0] = drawn;
        drawn.pressed(ACC.ROLE_LINK, ServerWords.name(known), () -> navigation.go(ServerAddresses.of(known.id())));
        drawn.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
    }

    private void draw(Pen pen, Rectangle area, CallBridge bridge, boolean hovered) {
        if (hovered) {
            pen.round(area, Tone.HOVER, 4);
        }
        CallBridge.Status status = bridge.status();
        pen.status(ServerWords.status(status.health()), new Rectangle(4, 8, 10, 20));
        @Nullable Integer load = status.health() == Health.UNKNOWN ? null : status.mediaProcessingLoad();
        int value = load == null ? 0 : pen.text(Texts.of("load", load), new Rectangle(area.width - 108, 8, 100, 20), Tone.MUTED, TextSize.SMALL, SWT.RIGHT);
        pen.text(ServerWords.name(bridge), new Rectangle(28, 8, area.width - value - 52, 20), Tone.TEXT, TextSize.BODY, SWT.LEFT);
        pen.share(new Rectangle(28, 34, area.width - 36, 4), load == null ? 0 : load / (double) list.loadScale(), Tone.ACCENT);
        pen.text(facts(status), new Rectangle(28, 42, area.width - 36, 18), Tone.MUTED, TextSize.SMALL, SWT.LEFT);
    }

    private static String facts(CallBridge.Status status) {
        @Nullable String message = status.message();
        if (message != null) {
            return message;
        }
        @Nullable Integer active = status.callLegsActive();
        @Nullable String told = status.softwareVersion();
        String legs = active == null ? "" : Texts.count("legs", active);
        String version = told == null ? "" : Texts.of("version", told);
        return legs.isEmpty() || version.isEmpty() ? legs + version : legs + " · " + version;
    }

    private static void redraw(Composite within) {
        for (Control child : within.getChildren()) {
            child.redraw();
            if (child instanceof Composite inner) {
                redraw(inner);
            }
        }
    }
}
