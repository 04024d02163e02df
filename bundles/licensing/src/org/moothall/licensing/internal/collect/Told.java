package org.moothall.licensing.internal.collect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.moothall.licensing.internal.rules.Figures;
import org.moothall.licensing.internal.rules.Snapshot;
import org.moothall.servers.spi.ApiElement;

/**
 * What a Call Bridge told of a host, and what of it is not taken.
 *
 * @param snapshots those that are taken, in any order
 * @param refused why others are not, in words
 * @spec meeting-server-wire §1.7
 */
record Told(List<Snapshot> snapshots, List<String> refused) {

    /** A snapshot may be so many seconds ahead of our clock. */
    static final long AHEAD = 60;
    private static final List<String> FIELDS = List.of("pmp", "pmpAssigned", "smpAud", "smpPtP", "smpFull", "rec", "str");

    /** Reads rows of {@code MPLicenseUsage}; fields that we do not know are passed over. @param source under which they are kept @param oldest second */
    static Told of(String source, List<ApiElement> rows, long oldest, long now) {
        List<Snapshot> snapshots = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (ApiElement row : rows) {
            String time = row.attributes().getOrDefault("time", "");
            Optional<Long> at = second(time);
            Optional<Figures> figures = figures(row);
            if (at.isEmpty()) {
                refused.add("a report has no time that can be read");
            } else if (at.get() > now + AHEAD) {
                refused.add("the report of " + time + " lies ahead");
            } else if (figures.isEmpty()) {
                refused.add("the report of " + time + " has a figure that is none");
            } else if (at.get() >= oldest) {
                snapshots.add(new Snapshot(source, at.get(), figures.get()));
            }
        }
        return new Told(List.copyOf(snapshots), List.copyOf(refused));
    }

    private static Optional<Long> second(String time) {
        try {
            return Optional.of(Instant.parse(time).getEpochSecond());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Figures> figures(ApiElement row) {
        int[] values = new int[Figures.COUNT];
        for (int i = 0; i < values.length; i++) {
            String text = row.text(FIELDS.get(i)).strip();
            if (text.matches("[0-9]{1,6}(\\.[0-9]{1,9})?")) {
                values[i] = new BigDecimal(text).movePointRight(2).setScale(0, RoundingMode.HALF_UP).intValueExact();
            } else if (!text.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(Figures.of(values));
    }
}
