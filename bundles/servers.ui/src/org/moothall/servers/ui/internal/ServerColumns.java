package org.moothall.servers.ui.internal;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.servers.CallBridge;
import org.moothall.servers.Cluster;
import org.moothall.ui.model.Cell;
import org.moothall.ui.model.Column;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Status;
import org.moothall.ui.model.Tone;

/** The columns of the list of servers. They are not sorted: bridges stay below their cluster. */
final class ServerColumns {

    private static final String INDENT = "\u2003\u2003";

    private ServerColumns() {}

    /** @param loadScale the load that fills a bar */
    static List<Column<ServerRow>> all(Clock clock, IntSupplier loadScale) {
        return List.of(
                column("name", 184, ServerColumns::cluster, bridge -> Cell.of(INDENT + ServerWords.name(bridge)).withHint(ServerWords.address(bridge))),
                column("health", 132, cluster -> ServerWords.health(cluster.health()),
                        bridge -> ServerWords.health(bridge.status().health()).withHint(bridge.status().message())),
                column("load", 112, cluster -> Cell.EMPTY, bridge -> load(bridge.status().mediaProcessingLoad(), loadScale.getAsInt())).quiet(),
                column("legs", 80, cluster -> Cell.EMPTY, bridge -> number(bridge.status().callLegsActive())).atRight(),
                column("cdr", 120, ServerColumns::managed, bridge -> ServerWords.link(bridge.status().cdr())),
                column("events", 112, cluster -> Cell.EMPTY, bridge -> ServerWords.link(bridge.status().events())),
                column("alarms", 72, cluster -> Cell.EMPTY, ServerColumns::alarms),
                column("certificate", 96, cluster -> Cell.EMPTY, bridge -> ServerWords.certificate(bridge.status().certificateExpires(), clock.instant())),
                column("clock", 72, cluster -> Cell.EMPTY, bridge -> ServerWords.clock(bridge.status().clockOffsetMillis())).quiet(),
                column("version", 72, cluster -> Cell.EMPTY, bridge -> version(bridge.status().softwareVersion())),
                column("address", 180, cluster -> Cell.EMPTY, bridge -> Cell.muted(ServerWords.address(bridge))).hidden());
    }

    private static Column<ServerRow> column(String key, int width, Function<Cluster, Cell> group, Function<CallBridge, Cell> bridge) {
        return Column.of(key, Texts.of("column." + key), width, row -> switch (row) {
            case ServerRow.Group head -> group.apply(head.cluster());
            case ServerRow.Bridge one -> bridge.apply(one.bridge());
        });
    }

    private static Cell cluster(Cluster cluster) {
        return Cell.title(cluster.name()).withIcon(Icon.SERVER).withHint(Texts.count("bridges", cluster.callBridges()));
    }

    private static Cell managed(Cluster cluster) {
        return cluster.manageMeetings() ? Cell.EMPTY : Cell.muted(Texts.of("cluster.unmanaged")).withHint(Texts.of("cluster.unmanaged.hint"));
    }

    private static Cell alarms(CallBridge bridge) {
        int count = bridge.status().alarms().size();
        return count == 0 ? Cell.muted(Texts.of("alarms.none")) : Cell.status(Status.WARNING, Formats.count(count))
                .withHint(String.join(", ", bridge.status().alarms().stream().map(CallBridge.Alarm::type).toList())).in(Tone.TEXT);
    }

    private static Cell load(@Nullable Integer load, int scale) {
        return load == null ? Cell.EMPTY : Cell.bar(load / (double) scale, Tone.ACCENT, Formats.count(load)).withHint(Texts.of("load.hint"));
    }

    private static Cell version(@Nullable String told) {
        return told == null ? Cell.EMPTY : Cell.muted(told);
    }

    private static Cell number(@Nullable Integer value) {
        return value == null ? Cell.EMPTY : Cell.of(Formats.count(value));
    }
}
