package org.moothall.workbench.internal;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.moothall.notifications.Condition;
import org.moothall.notifications.Notification;
import org.moothall.notifications.Severity;
import org.moothall.ui.ConditionLinks.Link;
import org.moothall.ui.Navigation;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Status;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Pen;
import org.moothall.ui.widgets.TextSize;

/** The chosen notification beside the list: what it means, and what to do, as buttons. */
final class NotificationView {
    private static final int WIDTH = 280;

    private final Composite body;
    private final Links links;
    private final Navigation navigation;
    private final Acknowledging acknowledging;
    private final Clock clock;
    private final Runnable close;
    private @Nullable Notification shown;

    NotificationView(Composite parent, Links links, Navigation navigation, Acknowledging acknowledging, Clock clock, Runnable close) {
        this.links = links;
        this.navigation = navigation;
        this.acknowledging = acknowledging;
        this.clock = clock;
        this.close = close;
        body = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 16;
        layout.marginHeight = 12;
        layout.verticalSpacing = 8;
        body.setLayout(layout);
    }

    /** Shows this one. */
    void show(Notification notification) {
        if (Objects.equals(notification, shown)) {
            return;
        }
        shown = notification;
        for (Control child : body.getChildren()) {
            child.dispose();
        }
        Condition condition = notification.condition();
        Drawn severity = new Drawn(body, Tone.SURFACE, 120, Look.CONTROL, (pen, area) -> severity(pen, area, condition.severity()));
        severity.named(NotificationColumns.severity(condition.severity()).text());
        severity.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        ActionButton.icon(body, Icon.CLOSE, Texts.of("details.close"), close);
        paragraph(condition.message(), Look.TITLE);
        paragraph(condition.explanation(), Look.SURFACE);
        paragraph(condition.remedy(), Look.STRONG);
        buttons(notification);
        paragraph(Texts.of("notifications.since", Formats.local().time(notification.raisedAt(), clock.instant()))
                + (notification.acknowledgedBy() == null ? "" : " · " + Texts.of("notifications.seen", String.valueOf(notification.acknowledgedBy()))),
                Look.SMALL_MUTED);
        body.layout(true, true);
    }

    private void buttons(Notification notification) {
        Composite bar = Look.style(new Composite(body, SWT.NONE), Look.SURFACE);
        RowLayout row = new RowLayout(SWT.HORIZONTAL);
        row.marginLeft = 0;
        row.spacing = 8;
        bar.setLayout(row);
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
        wide.widthHint = WIDTH;
        bar.setLayoutData(wide);
        List<Link> remedies = links.remedies(notification.condition());
        for (Link remedy : remedies) {
            ActionButton.of(bar, remedy.equals(remedies.getFirst()) ? ActionButton.Kind.PRIMARY : ActionButton.Kind.NORMAL, remedy.label(),
                    () -> navigation.go(remedy.address()));
        }
        links.subject(notification.condition())
                .ifPresent(subject -> ActionButton.of(bar, ActionButton.Kind.NORMAL, subject.label(), () -> navigation.go(subject.address())));
        if (acknowledging.possible(notification)) {
            new ActionButton(bar, ActionButton.Kind.NORMAL, Texts.of("notifications.acknowledge"), Icon.CHECK, false,
                    () -> acknowledging.acknowledge(List.of(notification)));
        }
    }

    private void paragraph(String words, String look) {
        Label label = Look.style(new Label(body, SWT.WRAP), look);
        label.setText(words.replace("&", "&&"));
        GridData wide = new GridData(SWT.FILL, SWT.TOP, true, false, 2, 1);
        wide.widthHint = WIDTH;
        label.setLayoutData(wide);
    }

    private static void severity(Pen pen, Rectangle area, Severity severity) {
        int indent = 20;
        if (severity == Severity.INFORMATION) {
            pen.icon(Icon.INFORMATION, area, Tone.MUTED, 16);
            indent = 24;
        } else {
            pen.status(severity == Severity.ERROR ? Status.ERROR : Status.WARNING, area);
        }
        pen.text(NotificationColumns.severity(severity).text(), new Rectangle(indent, 0, area.width - indent, area.height), Tone.MUTED, TextSize.BODY,
                SWT.LEFT);
    }
}
