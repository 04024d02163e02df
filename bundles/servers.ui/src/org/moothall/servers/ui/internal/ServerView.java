package org.moothall.servers.ui.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.moothall.core.Trust;
import org.moothall.servers.CallBridge;
import org.moothall.servers.Cluster;
import org.moothall.ui.model.Cell;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.Look;

/** The chosen cluster or Call Bridge beside the list. */
final class ServerView {

    private final Composite body;
    private final Label name;
    private final Label message;
    private final Drawn drawn;
    private final Clock clock;
    private @Nullable ActionButton rest;
    private List<Fact> facts = List.of();

    /** @param edits null when the user may not change anything */
    ServerView(Composite parent, Clock clock, Runnable close, @Nullable Runnable edits, @Nullable Runnable removes, Runnable offersRest) {
        this.clock = clock;
        body = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 16;
        layout.marginHeight = 12;
        layout.verticalSpacing = 8;
        body.setLayout(layout);
        name = Look.style(new Label(body, SWT.NONE), Look.TITLE);
        name.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        ActionButton.icon(body, Icon.CLOSE, Texts.of("details.close"), close);
        message = Look.style(new Label(body, SWT.WRAP), Look.ERROR);
        message.setLayoutData(two(false));
        ((GridData) message.getLayoutData()).exclude = true;
        Composite bar = Look.style(new Composite(body, SWT.NONE), Look.SURFACE);
        GridLayout buttons = new GridLayout(3, false);
        buttons.marginWidth = 0;
        buttons.marginHeight = 0;
        buttons.horizontalSpacing = 8;
        bar.setLayout(buttons);
        bar.setLayoutData(two(false));
        if (edits != null && removes != null) {
            new ActionButton(bar, ActionButton.Kind.NORMAL, Texts.of("edit"), Icon.EDIT, false, edits);
            new ActionButton(bar, ActionButton.Kind.NORMAL, Texts.of("remove"), Icon.REMOVE, false, removes);
            rest = new ActionButton(bar, ActionButton.Kind.NORMAL, Texts.of("rest.short"), Icon.ADD, false, offersRest);
        }
        drawn = new Drawn(body, Tone.SURFACE, 280, 400, (pen, area) -> Fact.paint(pen, area, facts));
        drawn.setLayoutData(two(true));
    }

    void show(Cluster cluster, List<CallBridge> bridges) {
        long well = bridges.stream().filter(bridge -> bridge.status().health() == org.moothall.servers.Health.OK).count();
        List<Fact> told = new ArrayList<>();
        told.add(new Fact(Texts.of("column.health"), ServerWords.health(cluster.health())));
        told.add(Fact.of(Texts.of("tab.all"), Texts.of(well == bridges.size() ? "cluster.all-well" : "cluster.some-well", bridges.size(), well)));
        told.add(Fact.of(Texts.of("column.legs"),
                Formats.count(bridges.stream().mapToLong(bridge -> Objects.requireNonNullElse(bridge.status().callLegsActive(), 0)).sum())));
        told.add(Fact.of(Texts.of("cluster.meetings"), Texts.of(cluster.manageMeetings() ? "cluster.managed" : "cluster.not-managed")));
        told.add(Fact.of(Texts.of("cluster.cdr"), cluster.cdrAddress() == null ? Texts.of("cluster.cdr.settings") : String.valueOf(cluster.cdrAddress())));
        show(cluster.name(), "", told, true);
    }

    void show(CallBridge bridge, @Nullable Cluster cluster) {
        CallBridge.Status status = bridge.status();
        List<Fact> told = new ArrayList<>();
        told.add(new Fact(Texts.of("column.health"), ServerWords.health(status.health())));
        told.add(Fact.of(Texts.of("cluster"), cluster == null ? "" : cluster.name()));
        told.add(Fact.of(Texts.of("column.address"), ServerWords.address(bridge)));
        told.add(Fact.of(Texts.of("bridge.unique-name"), Objects.requireNonNullElse(bridge.uniqueName(), "")));
        told.add(Fact.of(Texts.of("bridge.user"), bridge.user()));
        told.add(Fact.of(Texts.of("column.version"), Objects.requireNonNullElse(status.softwareVersion(), "")));
        told.add(Fact.of(Texts.of("bridge.uptime"), ServerWords.uptime(status.uptimeSeconds())));
        told.add(Fact.of(Texts.of("column.load"), number(status.mediaProcessingLoad())));
        told.add(Fact.of(Texts.of("column.legs"), number(status.callLegsActive())));
        told.add(new Fact(Texts.of("column.cdr"), ServerWords.link(status.cdr())));
        told.add(new Fact(Texts.of("column.events"), ServerWords.link(status.events())));
        told.add(new Fact(Texts.of("column.clock"), ServerWords.clock(status.clockOffsetMillis())));
        told.add(new Fact(Texts.of("column.certificate"), ServerWords.certificate(status.certificateExpires(), clock.instant())));
        told.add(Fact.of(Texts.of("bridge.trust"), trust(bridge.trust())));
        told.add(Fact.of(Texts.of("bridge.seen"), age(bridge)));
        for (CallBridge.Alarm alarm : status.alarms()) {
            told.add(new Fact(Texts.of("bridge.alarm"), Cell.status(org.moothall.ui.model.Status.WARNING,
                    Texts.of("bridge.alarm.for", alarm.type(), Formats.duration(Duration.ofSeconds(alarm.activeSeconds()))))));
        }
        show(ServerWords.name(bridge), Objects.requireNonNullElse(status.message(), ""), told, false);
    }

    private String age(CallBridge bridge) {
        java.time.@Nullable Instant seen = bridge.status().lastSeen();
        return seen == null ? Texts.of("bridge.never") : Formats.age(Duration.between(seen, clock.instant()));
    }

    private static String number(@Nullable Integer value) {
        return value == null ? "" : Formats.count(value);
    }

    private static String trust(Trust trust) {
        String pin = trust.sha256();
        return trust.mode() == Trust.Mode.PINNED ? Texts.of("trust.pin", pin == null ? "" : pin.substring(0, 8) + "…")
                : trust.authoritiesPem() == null ? Texts.of("trust.system") : Texts.of("trust.authority");
    }

    private void show(String title, String problem, List<Fact> told, boolean isCluster) {
        ActionButton button = rest;
        if (button != null) {
            button.setVisible(isCluster);
        }
        name.setText(title.replace("&", "&&"));
        if (!message.getText().equals(problem)) {
            message.setText(problem);
            ((GridData) message.getLayoutData()).exclude = problem.isEmpty();
            message.setVisible(!problem.isEmpty());
            body.layout(true);
        }
        if (!told.equals(facts)) {
            facts = told;
            drawn.redraw();
        }
    }

    private static GridData two(boolean fill) {
        return new GridData(SWT.FILL, fill ? SWT.FILL : SWT.CENTER, true, fill, 2, 1);
    }
}
