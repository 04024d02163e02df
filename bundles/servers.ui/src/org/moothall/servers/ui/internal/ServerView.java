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
import org.moothall.servers.CallBridge;
import org.moothall.servers.Cluster;
import org.moothall.servers.Trust;
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
        ActionButton.icon(body, Icon.CLOSE, "Close details (Esc)", close);
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
            new ActionButton(bar, ActionButton.Kind.NORMAL, "Edit…", Icon.EDIT, false, edits);
            new ActionButton(bar, ActionButton.Kind.NORMAL, "Remove…", Icon.REMOVE, false, removes);
            rest = new ActionButton(bar, ActionButton.Kind.NORMAL, "Add the rest…", Icon.ADD, false, offersRest);
        }
        drawn = new Drawn(body, Tone.SURFACE, 280, 400, (pen, area) -> Fact.paint(pen, area, facts));
        drawn.setLayoutData(two(true));
    }

    void show(Cluster cluster, List<CallBridge> bridges) {
        long well = bridges.stream().filter(bridge -> bridge.status().health() == org.moothall.servers.Health.OK).count();
        List<Fact> told = new ArrayList<>();
        told.add(new Fact("Health", ServerWords.health(cluster.health())));
        told.add(Fact.of("Call Bridges", well == bridges.size() ? bridges.size() + ", all healthy" : well + " of " + bridges.size() + " healthy"));
        told.add(Fact.of("Call legs", Formats.count(bridges.stream().mapToLong(bridge -> Objects.requireNonNullElse(bridge.status().callLegsActive(), 0)).sum())));
        told.add(Fact.of("Meetings", cluster.manageMeetings() ? "Seen and run here" : "Not managed here"));
        told.add(Fact.of("Call records to", cluster.cdrAddress() == null ? "The address in Settings" : String.valueOf(cluster.cdrAddress())));
        show(cluster.name(), "", told, true);
    }

    void show(CallBridge bridge, @Nullable Cluster cluster) {
        CallBridge.Status status = bridge.status();
        List<Fact> told = new ArrayList<>();
        told.add(new Fact("Health", ServerWords.health(status.health())));
        told.add(Fact.of("Cluster", cluster == null ? "" : cluster.name()));
        told.add(Fact.of("Address", ServerWords.address(bridge)));
        told.add(Fact.of("Name in its cluster", Objects.requireNonNullElse(bridge.uniqueName(), "")));
        told.add(Fact.of("User", bridge.user()));
        told.add(Fact.of("Version", Objects.requireNonNullElse(status.softwareVersion(), "")));
        told.add(Fact.of("Running for", ServerWords.uptime(status.uptimeSeconds())));
        told.add(Fact.of("Load", ServerWords.load(status.mediaProcessingLoad())));
        told.add(Fact.of("Call legs", status.callLegsActive() == null ? "" : String.valueOf(status.callLegsActive())));
        told.add(new Fact("Call records", ServerWords.link(status.cdr())));
        told.add(new Fact("Events", ServerWords.link(status.events())));
        told.add(new Fact("Clock", ServerWords.clock(status.clockOffsetMillis())));
        told.add(new Fact("Certificate", ServerWords.certificate(status.certificateExpires(), clock.instant())));
        told.add(Fact.of("Trusted by", trust(bridge.trust())));
        told.add(Fact.of("Last answer", status.lastSeen() == null ? "Never" : age(bridge)));
        for (CallBridge.Alarm alarm : status.alarms()) {
            told.add(new Fact("Alarm", Cell.status(org.moothall.ui.model.Status.WARNING, alarm.type() + " for " + Formats.duration(Duration.ofSeconds(alarm.activeSeconds())))));
        }
        show(ServerWords.name(bridge), Objects.requireNonNullElse(status.message(), ""), told, false);
    }

    private String age(CallBridge bridge) {
        java.time.@Nullable Instant seen = bridge.status().lastSeen();
        String age = seen == null ? "Never" : Formats.age(Duration.between(seen, clock.instant()));
        return "just now".equals(age) ? "Just now" : age + " ago";
    }

    private static String trust(Trust trust) {
        String pin = trust.sha256();
        return trust.mode() == Trust.Mode.PINNED ? "Its fingerprint" + (pin == null ? "" : " " + pin.substring(0, 8) + "…")
                : trust.authoritiesPem() == null ? "The system's authorities" : "An uploaded authority";
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
