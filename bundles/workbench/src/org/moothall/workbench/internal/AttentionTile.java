package org.moothall.workbench.internal;

import java.time.Duration;
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
import org.moothall.client.Client;
import org.moothall.notifications.Condition;
import org.moothall.notifications.Notification;
import org.moothall.notifications.Severity;
import org.moothall.ui.Navigation;
import org.moothall.ui.Notices;
import org.moothall.ui.OverviewTile;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Status;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Pen;
import org.moothall.ui.widgets.TextSize;
import org.osgi.service.component.annotations.Component;

/** What needs somebody now: notifications by severity, each with its remedy. */
@Component(service = OverviewTile.class)
public final class AttentionTile implements OverviewTile {
    private static final int MOST = 6;
    private static final int ROW = 60;

    @Override
    public String title() {
        return "Needs attention";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public int columns() {
        return 8;
    }

    @Override
    public @Nullable String permission() {
        return "notifications.read";
    }

    @Override
    public @Nullable String address() {
        return null;
    }

    @Override
    public void create(Composite parent, IEclipseContext context) {
        Tiles.column(parent, 0);
        Pulse pulse = context.get(Pulse.class);
        Tiles.follow(parent, pulse.notifications(), () -> fill(parent, pulse, context));
    }

    private static void fill(Composite parent, Pulse pulse, IEclipseContext context) {
        for (Control child : parent.getChildren()) {
            child.dispose();
        }
        List<Notification> open = pulse.notifications().get().orElse(List.of());
        if (pulse.notifications().get().isEmpty()) {
            words(parent, Status.UNKNOWN, "Reading …");
        } else if (open.isEmpty()) {
            words(parent, Status.OK, "Nothing. All that is managed here works.");
        }
        open.stream().limit(MOST).forEach(notification -> row(parent, notification, pulse, context));
        if (open.size() > MOST) {
            words(parent, Status.WARNING, "and " + Formats.count(open.size() - (long) MOST) + " more");
        }
        Tiles.resized(parent);
    }

    private static void words(Composite parent, Status status, String text) {
        Drawn drawn = new Drawn(parent, Tone.SURFACE, 200, 40, (pen, area) -> {
            pen.status(status, new Rectangle(4, 0, 10, area.height));
            pen.text(text, new Rectangle(28, 0, area.width - 28, area.height), Tone.MUTED, TextSize.BODY, SWT.LEFT);
        });
        drawn.named(text);
        drawn.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
    }

    private static void row(Composite parent, Notification notification, Pulse pulse, IEclipseContext context) {
        Composite row = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        row.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.marginBottom = 1;
        layout.horizontalSpacing = 4;
        row.setLayout(layout);
        Condition condition = notification.condition();
        Drawn[] self = new Drawn[1];
        Drawn words = new Drawn(row, Tone.SURFACE, 200, ROW, (pen, area) -> draw(pen, area, notification, pulse, self[0].hovered()));
        self[0] = words;
        words.setToolTipText(condition.explanation() + "\n" + condition.remedy());
        words.pressed(ACC.ROLE_LINK, condition.message() + ". " + condition.remedy(), () -> context.get(Navigation.class).go(address(condition)));
        words.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
        row.addListener(SWT.Paint, e -> new Pen(e.gc, Look.of(row)).hairline(0, row.getSize().y - 1, row.getSize().x));
        Client client = context.get(Client.class);
        if (notification.acknowledgedBy() == null && client.may("notifications.acknowledge")) {
            ActionButton seen = ActionButton.icon(row, Icon.CHECK, "Acknowledge: I see to it", () -> acknowledge(notification, client, context));
            seen.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, true));
        }
    }

    private static void draw(Pen pen, Rectangle area, Notification notification, Pulse pulse, boolean hovered) {
        Condition condition = notification.condition();
        if (hovered) {
            pen.round(new Rectangle(0, 2, area.width, area.height - 5), Tone.HOVER, 4);
        }
        if (condition.severity() == Severity.INFORMATION) {
            pen.icon(Icon.INFORMATION, new Rectangle(1, 10, 16, 20), Tone.MUTED, 16);
        } else {
            pen.status(condition.severity() == Severity.ERROR ? Status.ERROR : Status.WARNING, new Rectangle(4, 10, 10, 20));
        }
        String age = Formats.age(Duration.between(notification.raisedAt(), pulse.now()));
        String right = notification.acknowledgedBy() == null ? age : age + " · seen by " + notification.acknowledgedBy();
        int taken = pen.text(right, new Rectangle(area.width - 260, 10, 252, 20), Tone.MUTED, TextSize.SMALL, SWT.RIGHT);
        pen.text(condition.message(), new Rectangle(28, 10, area.width - taken - 52, 20), Tone.TEXT, TextSize.STRONG, SWT.LEFT);
        pen.text(condition.remedy(), new Rectangle(28, 31, area.width - 40, 20), Tone.MUTED, TextSize.BODY, SWT.LEFT);
    }

    private static void acknowledge(Notification notification, Client client, IEclipseContext context) {
        Notices notices = context.get(Notices.class);
        client.notifications().acknowledge(notification.id()).whenComplete((done, failure) -> {
            if (failure == null) {
                notices.done("Acknowledged: " + notification.condition().message());
            } else {
                notices.failed("Acknowledge", failure, () -> acknowledge(notification, client, context));
            }
        });
    }

    /** The page of the domain that raised it, at its subject. */
    static String address(Condition condition) {
        String domain = condition.key().contains(".") ? condition.key().substring(0, condition.key().indexOf('.')) : "overview";
        @Nullable String subject = condition.subject();
        return subject == null ? domain : domain + "/" + subject;
    }
}
