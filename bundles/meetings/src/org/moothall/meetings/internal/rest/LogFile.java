package org.moothall.meetings.internal.rest;

import java.io.StringWriter;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.LogEntry;
import org.moothall.meetings.ParticipantId;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;

/** An event log as comma-separated values; no cell is taken for a formula by the program that opens it. @spec RFC 4180 */
final class LogFile {

    private static final String FORMULA = "=+-@\t\r";

    private final StringWriter text = new StringWriter();
    private final CsvWriter csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).lineDelimiter(LineDelimiter.CRLF).bufferSize(0).build(text);

    LogFile() {
        csv.writeRecord("time", "heard", "user", "participant", "participantId", "what", "value", "message");
    }

    void add(List<LogEntry> entries) {
        entries.forEach(entry -> {
            @Nullable ParticipantId participant = entry.participant();
            csv.writeRecord(entry.at().toString(), entry.heard().toString(), cell(entry.user()), cell(entry.participantName()),
                    cell(participant == null ? null : participant.value()), cell(entry.what()), cell(entry.value()), cell(entry.message()));
        });
    }

    private static String cell(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        return FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }

    String text() {
        return text.toString();
    }
}
