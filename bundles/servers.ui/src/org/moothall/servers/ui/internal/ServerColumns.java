package org.moothall.servers.ui.internal;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;

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

    private ServerColumns() { }

    static List<Column<ServerRow>> all(Clock clock) {
        return List.of(
                column("name", "Name", 184, ServerColumns::cluster, bridge -> Cell.of(INDENT + ServerWords.name(bridge)).withHint(ServerWords.address(bridge))),
                column("health", "Health", 140, cluster -> ServerWords.health(cluster.health()),
                        bridge -> ServerWords.health(bridge.status().health()).withHint(bridge.status().message())),
                column("load", "Load", 104, cluster -> Cell.EMPTY, bridge -> Cell.of(ServerWords.load(bridge.status().mediaProcessingLoad()))).quiet(),
                column("legs", "Call legs", 80, cluster -> Cell.EMPTY, bridge -> number(bridge.status().callLegsActive())).atRight(),
                column("cdr", "Call records", 120, ServerColumns::managed, bridge -> ServerWords.link(bridge.status().cdr())),
                column("events", "Events", 112, cluster -> Cell.EMPTY, bridge -> ServerWords.link(bridge.status().events())),
                column("alarms", "Alarms", 72, cluster -> Cell.EMPTY, ServerColumns::alarms),
                column("certificate", "Certificate", 96, cluster -> Cell.EMPTY, bridge -> ServerWords.certificate(bridge.status().certificateExpires(), clock.instant())),
                column("clock", "Clock", 72, cluster -> Cell.EMPTY, bridge -> ServerWords.clock(bridge.status().clockOffsetMillis())).quiet(),
                column("version", "Version", 72, cluster -> Cell.EMPTY, bridge -> version(bridge.status().softwareVersion())),
                column("address", "Address", 180, cluster -> Cell.EMPTY, bridge -> Cell.muted(ServerWords.address(bridge))).hidden());
    }

    private static Column<ServerRow> column(String key, String label, int width, Function<Cluster, Cell> group, Function<CallBridge, Cell> bridge) {
        return Column.of(key, label, width, row -> switch (row) {
            case ServerRow.Group head -> group.apply(head.cluster());
            case ServerRow.Bridge one -> bridge.apply(one.bridge());
        });
    }

    private static Cell cluster(Cluster cluster) {
        return Cell.title(cluster.name()).withIcon(Icon.SERVER).withHint(Formats.count(cluster.callBridges(), "Call Bridge", "Call Bridges"));
    }

    private static Cell managed(Cluster cluster) {
        return cluster.manageMeetings() ? Cell.EMPTY : Cell.muted("Meetings not managed").withHint("Edit the cluster to see and run its meetings here");
    }

    private static Cell alarms(CallBridge bridge) {
        int count = bridge.status().alarms().size();
        return count == 0 ? Cell.muted("None") : Cell.status(Status.WARNING, Formats.count(count))
                .withHint(String.join(", ", bridge.status().alarms().stream().map(CallBridge.Alarm::type).toList())).in(Tone.TEXT);
    }

    private static Cell version(@Nullable String told) {
        return told == null ? Cell.EMPTY : Cell.muted(told);
    }

    private static Cell number(@Nullable Integer value) {
        return value == null ? Cell.EMPTY : Cell.of(Formats.count(value));
    }
}
