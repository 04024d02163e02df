package org.moothall.mediaengine.callbridge.internal.licensing;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What licences one host used at one moment; of each meter hundredths. Immutable: there are many of them. */
final class Usage {

    private static final int HUNDREDTHS = 100;

    private final Instant at;
    private final int[] counted;

    private Usage(Instant at, int[] counted) {
        this.at = at;
        this.counted = counted;
    }

    /** Counted by meter, in their order. */
    static Usage of(Instant at, double[] counted) {
        int[] rounded = new int[Meter.values().length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (int) Math.round(counted[i] * HUNDREDTHS);
        }
        return new Usage(at, rounded);
    }

    Instant at() {
        return at;
    }

    /** The same, counted at another moment. */
    Usage at(Instant other) {
        return new Usage(other, counted);
    }

    /** Gives what is not zero, with two decimals. */
    void each(BiConsumer<String, String> use) {
        for (Meter meter : Meter.values()) {
            int value = counted[meter.ordinal()];
            if (value != 0) {
                use.accept(meter.wire(), String.format(Locale.ROOT, "%d.%02d", value / HUNDREDTHS, value % HUNDREDTHS));
            }
        }
    }

    /** One line of text. */
    String line() {
        List<String> parts = new ArrayList<>(List.of(at.toString()));
        each((name, value) -> parts.add(name + "=" + value));
        return String.join(" ", parts);
    }

    /** What a line says; empty when it is no whole one. */
    static Optional<Usage> read(String line) {
        try {
            String[] parts = line.split(" ");
            double[] counted = new double[Meter.values().length];
            for (int i = 1; i < parts.length; i++) {
                String[] pair = parts[i].split("=", 2);
                for (Meter meter : Meter.values()) {
                    if (meter.wire().equals(pair[0])) {
                        counted[meter.ordinal()] = Double.parseDouble(pair[1]);
                    }
                }
            }
            return Optional.of(of(Instant.parse(parts[0]), counted));
        } catch (DateTimeParseException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
