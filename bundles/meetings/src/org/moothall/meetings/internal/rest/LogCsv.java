package org.moothall.meetings.internal.rest;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.LogEntry;
import org.moothall.meetings.ParticipantId;

/** An event log as RFC 4180 wants it; no cell is taken for a formula by the program that opens it. */
final class LogCsv {

    private static final String HEAD = "time,heard,user,participant,participantId,what,value,message\r\n";
    private static final String FORMULA = "=+-@\t\r";

    private final StringBuilder text = new StringBuilder(HEAD);

    void add(List<LogEntry> entries) {
        entries.forEach(entry -> text.append(row(entry)).append("\r\n"));
    }

    private static String row(LogEntry entry) {
        @Nullable String user = entry.user();
        @Nullable String name = entry.participantName();
        @Nullable ParticipantId participant = entry.participant();
        return Stream.of(entry.at().toString(), entry.heard().toString(), user == null ? "" : user,
                name == null ? "" : name, participant == null ? "" : participant.value(), entry.what(),
                entry.value(), entry.message()).map(LogCsv::cell).collect(Collectors.joining(","));
    }

    /** A quoted cell. */
    static String cell(String value) {
        String safe = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    String text() {
        return text.toString();
    }
}
