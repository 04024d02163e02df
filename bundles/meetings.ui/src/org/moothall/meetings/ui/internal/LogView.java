package org.moothall.meetings.ui.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.moothall.client.MeetingsClient;
import org.moothall.meetings.LogEntry;
import org.moothall.meetings.Meeting;
import org.moothall.ui.Notices;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Cell;
import org.moothall.ui.model.Column;
import org.moothall.ui.model.Formats;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.EmptyState;
import org.moothall.ui.widgets.LiveTable;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.SaveDialog;

/** What happened in a meeting, newest first, with its download. Times are the reader's, in the files UTC. @spec admin-guide §4 */
final class LogView {
    private final MeetingDetails details;
    private final MeetingsClient meetings;
    private final Notices notices;
    private final Composite body;

    LogView(Composite parent, MeetingDetails details, MeetingLog log, MeetingsClient meetings, Notices notices, UserSettings settings) {
        this.details = details;
        this.meetings = meetings;
        this.notices = notices;
        body = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        body.setLayout(Grids.column());
        Composite bar = Grids.strip(body, 2);
        ActionButton.of(bar, ActionButton.Kind.NORMAL, Texts.of("log.csv"), () -> download("csv"));
        ActionButton.of(bar, ActionButton.Kind.NORMAL, Texts.of("log.json"), () -> download("json"));
        LiveTable<LogEntry> table = new LiveTable<>(body, "meetings.log", Texts.of("log"), log.rows(), columns(), settings).sortedBy("at", true)
                .remedies(() -> details.meeting().get().map(Meeting::id).ifPresent(log::show), () -> {})
                .whenEmpty(EmptyState.Words.of(Texts.of("log.none"), Texts.of("log.none.text")));
        table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    }

    /** All of it. */
    Composite control() {
        return body;
    }

    private static List<Column<LogEntry>> columns() {
        Formats formats = Formats.local();
        return List.of(
                Column.<LogEntry>of("at", Texts.of("log.at"), 80, entry -> Cell.of(formats.clock(entry.at())).withHint(Formats.utc(entry.at())))
                        .sorted(Comparator.comparing(LogEntry::at).thenComparing(LogEntry::number)),
                Column.of("message", Texts.of("log.message"), 240, entry -> Cell.of(entry.message()).withHint(entry.message())),
                Column.of("user", Texts.of("log.user"), 80, entry -> Cell.muted(orEmpty(entry.user()))),
                Column.<LogEntry>of("person", Texts.of("person.name"), 120, entry -> Cell.muted(orEmpty(entry.participantName()))).hidden());
    }

    private void download(String form) {
        details.meeting().get().ifPresent(meeting -> SaveDialog.ask(body, meeting.name().replaceAll("[^\\p{L}\\p{N}]+", "-") + "." + form)
                .ifPresent(file -> save(meeting, form, file)));
    }

    private void save(Meeting meeting, String form, Path file) {
        Notices.Progress progress = notices.working(Texts.of("log.saving", meeting.name()), null);
        meetings.wholeLog(meeting.id(), form).whenComplete((text, failure) -> {
            if (text == null) {
                progress.failed(Texts.of("log.failed"));
                notices.failed(Texts.of("log.failed"), Objects.requireNonNull(failure), () -> save(meeting, form, file));
                return;
            }
            try {
                Files.writeString(file, text);
                progress.done(file.toString());
                notices.done(Texts.of("log.saved", file.toString()));
            } catch (IOException e) {
                progress.failed(Texts.of("log.not-written", String.valueOf(e.getMessage())));
                notices.failed(Texts.of("log.not-written", String.valueOf(e.getMessage())), null);
            }
        });
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
