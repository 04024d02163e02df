package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.moothall.client.SettingsClient;
import org.moothall.client.SettingsClient.CdrDelivery;
import org.moothall.servers.LinkState;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Cell;
import org.moothall.ui.model.Column;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Later;
import org.moothall.ui.model.LiveRows;
import org.moothall.ui.model.Status;
import org.moothall.ui.widgets.LiveTable;
import org.moothall.ui.widgets.Look;

/** Which Call Bridge delivers its records and which cannot, and why; read again every few seconds. For the UI thread only. */
final class DeliveryTable {
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int SHOWN = 6;

    private final SettingsClient settings;
    private final Executor ui;
    private final Later later;
    private final LiveRows<CdrDelivery> rows = new LiveRows<>(row -> row.callBridge().value());
    private final LiveTable<CdrDelivery> table;

    DeliveryTable(Composite parent, SettingsClient settings, UserSettings remembered, Executor ui, Later later) {
        this.settings = settings;
        this.ui = ui;
        this.later = later;
        table = new LiveTable<>(parent, "settings.deliveries", Texts.of("delivery.title"), rows, columns(Clock.systemUTC()), remembered).remedies(this::read,
                () -> {}).ticking();
        GridData place = new GridData(SWT.FILL, SWT.TOP, true, false);
        place.heightHint = LiveTable.HEADER + SHOWN * Look.ROW;
        table.control().setLayoutData(place);
        read();
    }

    private void read() {
        settings.cdrDeliveries().whenCompleteAsync((page, failure) -> {
            if (table.control().isDisposed()) {
                return;
            }
            if (page != null) {
                rows.replaceAll(page.items());
            } else if (failure != null) {
                rows.failed(FailureWords.of(failure));
            }
            later.in(PAUSE, this::read);
        }, ui);
    }

    private static List<Column<CdrDelivery>> columns(Clock clock) {
        return List.of(
                Column.<CdrDelivery>of("bridge", Texts.of("person.bridge"), 136, row -> Cell.title(row.name())),
                Column.<CdrDelivery>of("receiver", Texts.of("delivery.receiver"), 152, DeliveryTable::receiver),
                Column.<CdrDelivery>of("record", Texts.of("delivery.record"), 112, row -> ago(row.lastRecord(), clock)).atRight().quiet(),
                Column.<CdrDelivery>of("contact", Texts.of("delivery.contact"), 112, row -> ago(row.lastContact(), clock)).atRight().quiet(),
                Column.<CdrDelivery>of("alarm", Texts.of("delivery.alarm"), 120, DeliveryTable::alarm),
                Column.<CdrDelivery>of("problem", Texts.of("delivery.problem"), 320, row -> Cell.of(words(row)).withHint(words(row))));
    }

    private static Cell receiver(CdrDelivery row) {
        LinkState state = row.receiver();
        return switch (state) {
            case OFF -> Cell.status(Status.UNKNOWN, Texts.of("delivery.off"));
            case CONNECTING -> Cell.status(Status.UNKNOWN, Texts.of("delivery.connecting"));
            case CONNECTED -> Cell.status(Status.OK, Texts.of("delivery.registered")).withHint(row.address());
            case FAILED -> Cell.status(Status.ERROR, Texts.of("delivery.failed")).withHint(row.problem());
        };
    }

    private static Cell ago(@Nullable Instant at, Clock clock) {
        return at == null ? Cell.muted(Texts.of("delivery.never"))
                : Cell.of(Texts.of("delivery.ago", Formats.duration(Duration.between(at, clock.instant())))).withHint(Formats.utc(at));
    }

    private static Cell alarm(CdrDelivery row) {
        @Nullable Long seconds = row.alarmSeconds();
        return seconds == null ? Cell.EMPTY : Cell.status(Status.WARNING, Formats.duration(Duration.ofSeconds(seconds)));
    }

    private static String words(CdrDelivery row) {
        return Objects.requireNonNullElse(row.problem(), "");
    }
}
