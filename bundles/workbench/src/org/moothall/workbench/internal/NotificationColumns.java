package org.moothall.workbench.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.moothall.notifications.Notification;
import org.moothall.notifications.Severity;
import org.moothall.ui.model.Cell;
import org.moothall.ui.model.Column;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Status;
import org.moothall.ui.model.Tone;

/** The columns of the list of notifications. */
final class NotificationColumns {
    private NotificationColumns() {}

    static List<Column<Notification>> all(Clock clock) {
        return List.of(
                Column.<Notification>of("severity", Texts.of("notifications.severity"), 128, n -> severity(n.condition().severity()))
                        .sorted(Comparator.comparing((Notification n) -> n.condition().severity()).thenComparing(Notification::raisedAt)),
                Column.<Notification>of("message", Texts.of("notifications.message"), 272,
                        n -> Cell.title(n.condition().message()).withHint(n.condition().remedy()))
                        .sorted(Comparator.comparing((Notification n) -> n.condition().message(), String.CASE_INSENSITIVE_ORDER)),
                Column.<Notification>of("raised", Texts.of("notifications.raised"), 96,
                        n -> Cell.of(Formats.age(Duration.between(n.raisedAt(), clock.instant()))).withHint(Formats.utc(n.raisedAt())))
                        .sorted(Comparator.comparing(Notification::raisedAt)).atRight().quiet(),
                Column.<Notification>of("seen", Texts.of("notifications.seen-by"), 120, n -> Cell.muted(seenBy(n)))
                        .sorted(Comparator.comparing(NotificationColumns::seenBy)));
    }

    private static String seenBy(Notification notification) {
        return Objects.requireNonNullElse(notification.acknowledgedBy(), "");
    }

    /** Shape and word. */
    static Cell severity(Severity severity) {
        return switch (severity) {
            case ERROR -> Cell.status(Status.ERROR, Texts.of("severity.error"));
            case WARNING -> Cell.status(Status.WARNING, Texts.of("severity.warning"));
            case INFORMATION -> Cell.muted(Texts.of("severity.information")).withIcon(Icon.INFORMATION).in(Tone.MUTED);
        };
    }
}
