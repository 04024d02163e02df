package org.moothall.workbench.internal;

import java.util.List;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingState;
import org.moothall.servers.CallBridge;
import org.moothall.servers.Cluster;
import org.moothall.servers.Health;
import org.moothall.ui.Navigation;
import org.moothall.ui.OverviewTile;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Status;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.EmptyState;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Pen;
import org.moothall.ui.widgets.TextSize;
import org.osgi.service.component.annotations.Component;

/** The clusters, each with its Call Bridges: how they are and how loaded. */
@Component(service = OverviewTile.class)
public final class ClustersTile implements OverviewTile {
    private static final int ACROSS = 3;

    @Override
    public String title() {
        return "Clusters";
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
        return "servers";
    }

    @Override
    public void create(Composite parent, IEclipseContext context) {
        Tiles.column(parent, 12);
        Pulse pulse = context.get(Pulse.class);
        Runnable show = () -> fill(parent, pulse, context.get(Navigation.class));
        Tiles.follow(parent, pulse.clusters(), show);
        Tiles.follow(parent, pulse.bridges().map(ClustersTile::ids), show);
        Tiles.follow(parent, pulse.bridges(), () -> redraw(parent));
        Tiles.follow(parent, pulse.meetings(), () -> redraw(parent));
    }

    private static List<String> ids(List<CallBridge> bridges) {
        return bridges.stream().map(b -> b.id().value()).toList();
    }

    private static void fill(Composite parent, Pulse pulse, Navigation navigation) {
        for (Control child : parent.getChildren()) {
            child.dispose();
        }
        List<Cluster> clusters = pulse.clusters().get().orElse(List.of());
        if (pulse.clusters().get().isPresent() && clusters.isEmpty()) {
            EmptyState empty = new EmptyState(parent);
            empty.show(new EmptyState.Words("No Call Bridge yet", "Add one Call Bridge of a cluster; the others are found by it.", "Add a Call Bridge",
                    () -> navigation.go("servers/add")));
            empty.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        }
        clusters.forEach(cluster -> cluster(parent, cluster, pulse, navigation));
        Tiles.resized(parent);
    }

    private static void cluster(Composite parent, Cluster cluster, Pulse pulse, Navigation navigation) {
        Composite block = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        block.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
        GridLayout layout = new GridLayout(ACROSS, true);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 32;
        layout.verticalSpacing = 4;
        block.setLayout(layout);
        Drawn[] self = new Drawn[1];
        Drawn head = new Drawn(block, Tone.SURFACE, 200, 28, (pen, area) -> head(pen, area, cluster, pulse, self[0].hovered()));
        self[0] = head;
        head.pressed(ACC.ROLE_LINK, cluster.name(), () -> navigation.go("servers"));
        head.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false, ACROSS, 1));
        for (CallBridge bridge : pulse.bridges().get()) {
            if (bridge.cluster().equals(cluster.id())) {
                bridge(block, bridge.id().value(), pulse, navigation);
            }
        }
    }

    private static void head(Pen pen, Rectangle area, Cluster cluster, Pulse pulse, boolean hovered) {
        Status health = status(worst(cluster, pulse));
        pen.status(health, new Rectangle(4, 0, 10, area.height));
        int name = pen.text(cluster.name(), new Rectangle(28, 0, area.width / 2, area.height), hovered ? Tone.ACCENT : Tone.TEXT, TextSize.STRONG, SWT.LEFT);
        List<Meeting> here = pulse.meetings().get().orElse(List.of()).stream()
                .filter(m -> m.state() == MeetingState.ACTIVE && m.cluster().equals(cluster.id())).toList();
        String facts = health.word() + " · " + Formats.count(here.size(), "meeting", "meetings") + " · "
                + Formats.count(here.stream().mapToInt(Meeting::participants).sum(), "person", "people");
        pen.text(facts, new Rectangle(28 + name + 16, 0, area.width - name - 44, area.height), Tone.MUTED, TextSize.BODY, SWT.LEFT);
    }

    private static Health worst(Cluster cluster, Pulse pulse) {
        return pulse.bridges().get().stream().filter(b -> b.cluster().equals(cluster.id())).map(b -> b.status().health()).max(Enum::compareTo)
                .orElse(cluster.health());
    }

    private static void bridge(Composite parent, String id, Pulse pulse, Navigation navigation) {
        Drawn[] self = new Drawn[1];
        Drawn drawn = new Drawn(parent, Tone.SURFACE, 200, 64, (pen, area) -> pulse.bridges().get().stream().filter(b -> b.id().value().equals(id))
                .findFirst().ifPresent(bridge -> draw(pen, area, bridge, pulse, self[0].hovered())));
        self[0] = drawn;
        String name = pulse.bridges().get().stream().filter(b -> b.id().value().equals(id)).map(CallBridge::name).findFirst().orElse("");
        drawn.pressed(ACC.ROLE_LINK, name, () -> navigation.go("servers/" + id));
        drawn.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
    }

    private static void draw(Pen pen, Rectangle area, CallBridge bridge, Pulse pulse, boolean hovered) {
        if (hovered) {
            pen.round(area, Tone.HOVER, 4);
        }
        CallBridge.Status status = bridge.status();
        pen.status(status(status.health()), new Rectangle(4, 8, 10, 20));
        int load = load(bridge);
        boolean known = status.mediaProcessingLoad() != null && status.health() != Health.UNKNOWN;
        int value = pen.text(known ? "load " + Formats.count(load) : "", new Rectangle(area.width - 108, 8, 100, 20), Tone.MUTED, TextSize.SMALL, SWT.RIGHT);
        pen.text(bridge.name(), new Rectangle(28, 8, area.width - value - 52, 20), Tone.TEXT, TextSize.BODY, SWT.LEFT);
        Rectangle bar = new Rectangle(28, 34, area.width - 36, 4);
        pen.round(bar, Tone.HAIRLINE, 2);
        int scale = pulse.bridges().get().stream().mapToInt(ClustersTile::load).reduce(100, Math::max);
        int filled = known ? bar.width * load / scale : 0;
        if (filled > 0) {
            pen.round(new Rectangle(bar.x, bar.y, Math.max(4, filled), bar.height), Tone.ACCENT, 2);
        }
        pen.text(facts(bridge), new Rectangle(28, 42, area.width - 36, 18), Tone.MUTED, TextSize.SMALL, SWT.LEFT);
    }

    private static int load(CallBridge bridge) {
        @Nullable Integer load = bridge.status().mediaProcessingLoad();
        return load == null ? 0 : load;
    }

    private static String facts(CallBridge bridge) {
        CallBridge.Status status = bridge.status();
        @Nullable String message = status.message();
        if (message != null) {
            return message;
        }
        @Nullable Integer active = status.callLegsActive();
        String legs = active == null ? "" : Formats.count(active, "call leg", "call legs");
        String version = status.softwareVersion() == null ? "" : "version " + status.softwareVersion();
        return legs.isEmpty() || version.isEmpty() ? legs + version : legs + " · " + version;
    }

    private static Status status(Health health) {
        return switch (health) {
            case OK -> Status.OK;
            case UNKNOWN -> Status.UNKNOWN;
            case WARNING -> Status.WARNING;
            case ERROR -> Status.ERROR;
        };
    }

    private static void redraw(Composite parent) {
        for (Control child : parent.getChildren()) {
            child.redraw();
            if (child instanceof Composite inner) {
                redraw(inner);
            }
        }
    }
}
