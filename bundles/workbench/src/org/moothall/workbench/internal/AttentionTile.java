package org.moothall.workbench.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
import org.moothall.ui.widgets.Tiles;
import org.osgi.service.component.annotations.Component;

/** What needs somebody now: notifications by severity, each with its remedy as a button. */
@Component(service = OverviewTile.class)
public final class AttentionTile implements OverviewTile {
    private static final int MOST = 6;
    private static final int ROW = 60;

    @Override
    public String title() {
        return Texts.of("attention.title");
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
        return "notifications";
    }

    @Override
    public void create(Composite parent, IEclipseContext context) {
        Tiles.column(parent, 0);
        Links links = new Links();
        parent.addListener(SWT.Dispose, e -> links.close());
        Rows rows = new Rows(parent, context.get(Pulse.class), links, context.get(Navigation.class),
                new Acknowledging(context.get(Client.class), context.get(Notices.class)));
        Tiles.follow(parent, rows.pulse.notifications(), rows::fill);
    }

    private record Rows(Composite parent, Pulse pulse, Links links, Navigation navigation, Acknowledging acknowledging) {
        void fill() {
            for (Control child : parent.getChildren()) {
                child.dispose();
            }
            Optional<List<Notification>> told = pulse.notifications().get();
            List<Notification> open = told.orElse(List.of());
            if (told.isEmpty()) {
                words(Status.UNKNOWN, Texts.of("reading"));
            } else if (open.isEmpty()) {
                words(Status.OK, Texts.of("attention.none"));
            }
            open.stream().limit(MOST).forEach(this::row);
            if (open.size() > MOST) {
                String more = Texts.of("attention.more", open.size() - MOST);
                words(Status.WARNING, more).pressed(ACC.ROLE_LINK, more, () -> navigation.go("notifications"));
            }
            Tiles.resized(parent);
        }

        private Drawn words(Status status, String text) {
            Drawn drawn = new Drawn(parent, Tone.SURFACE, 200, 40, (pen, area) -> {
                pen.status(status, new Rectangle(4, 0, 10, area.height));
                pen.text(text, new Rectangle(28, 0, area.width - 28, area.height), Tone.MUTED, TextSize.BODY, SWT.LEFT);
            });
            drawn.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
            return drawn.named(text);
        }

        private void row(Notification notification) {
            Composite row = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
            row.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
            GridLayout layout = new GridLayout(3, false);
            layout.marginWidth = 0;
            layout.marginHeight = 0;
            layout.marginBottom = 1;
            layout.horizontalSpacing = 4;
            row.setLayout(layout);
            row.addListener(SWT.Paint, e -> new Pen(e.gc, Look.of(row)).hairline(0, row.getSize().y - 1, row.getSize().x));
            Condition condition = notification.condition();
            Drawn[] self = new Drawn[1];
            Drawn words = new Drawn(row, Tone.SURFACE, 200, ROW, (pen, area) -> draw(pen, area, notification, self[0].hovered()));
            self[0] = words;
            words.setToolTipText(condition.explanation() + "\n" + condition.remedy());
            words.pressed(ACC.ROLE_LINK, condition.message() + ". " + condition.remedy(), () -> navigation.go("notifications/" + notification.id().value()));
            words.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
            links.remedies(condition).stream().findFirst().ifPresent(remedy -> {
                ActionButton button = ActionButton.of(row, ActionButton.Kind.NORMAL, remedy.label(), () -> navigation.go(remedy.address()));
                button.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, true));
            });
            if (acknowledging.possible(notification)) {
                ActionButton seen = ActionButton.icon(row, Icon.CHECK, Texts.of("attention.acknowledge"),
                        () -> acknowledging.acknowledge(List.of(notification)));
                seen.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, true));
            }
        }

        private void draw(Pen pen, Rectangle area, Notification notification, boolean hovered) {
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
            String right = notification.acknowledgedBy() == null ? age
                    : age + " · " + Texts.of("notifications.seen", String.valueOf(notification.acknowledgedBy()));
            int taken = pen.text(right, new Rectangle(area.width - 260, 10, 252, 20), Tone.MUTED, TextSize.SMALL, SWT.RIGHT);
            pen.text(condition.message(), new Rectangle(28, 10, area.width - taken - 52, 20), Tone.TEXT, TextSize.STRONG, SWT.LEFT);
            pen.text(condition.remedy(), new Rectangle(28, 31, area.width - 40, 20), Tone.MUTED, TextSize.BODY, SWT.LEFT);
        }
    }
}
