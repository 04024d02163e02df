package org.moothall.meetings.internal.intake;

import java.util.List;

import org.moothall.meetings.internal.projection.CdrRecord;

/** What a fuzzer may send to the reader of call detail records: it reads or refuses in words, twice the same. Run by {@code releng/fuzz}. */
final class CdrXmlFuzz {

    private static final int LONGEST_MESSAGE = 500;

    private CdrXmlFuzz() {}

    /** One body. */
    public static void fuzzerTestOneInput(byte[] body) {
        String first = outcome(body);
        if (!first.equals(outcome(body))) {
            throw new IllegalStateException("not read twice the same");
        }
    }

    private static String outcome(byte[] body) {
        try {
            List<CdrRecord> records = CdrXml.read(body);
            for (CdrRecord record : records) {
                if (record.index() < 0 || record.missing() < 0 || record.session().isBlank()) {
                    throw new IllegalStateException("a record that cannot be: " + record);
                }
            }
            return records.toString();
        } catch (CdrXml.Refused e) {
            String message = String.valueOf(e.getMessage());
            if (message.isBlank() || message.length() > LONGEST_MESSAGE) {
                throw new IllegalStateException("refused in " + message.length() + " characters", e);
            }
            return message;
        }
    }
}
