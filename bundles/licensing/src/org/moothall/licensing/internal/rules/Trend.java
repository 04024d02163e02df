package org.moothall.licensing.internal.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.moothall.licensing.LicenceType;

/**
 * How the daily peaks of a licence type go on: the median of all slopes between two days, what each day of the week is above or below that,
 * and how far days stray. Medians, so that a single busy day does not bend it.
 */
final class Trend {

    private static final int WEEK = 7;
    private static final double LOWEST_TENTH = 0.1;
    private static final double HIGHEST_TENTH = 0.9;

    private final double slope;
    private final double begin;
    private final double[] weekday = new double[WEEK];
    private final double low;
    private final double high;

    /** How high days are expected. */
    enum Band { LOW, EXPECTED, HIGH }

    /** @param peaks at least two days */
    Trend(List<DayPeak> peaks, LicenceType type) {
        ToDoubleFunction<DayPeak> value = peak -> peak.peak().of(type);
        slope = median(slopes(peaks, value));
        begin = median(peaks.stream().mapToDouble(peak -> value.applyAsDouble(peak) - slope * peak.day()).toArray());
        for (int day = 0; day < WEEK; day++) {
            int wanted = day;
            weekday[day] = median(peaks.stream().filter(peak -> weekday(peak.day()) == wanted).mapToDouble(peak -> value.applyAsDouble(peak) - line(peak.day()))
                    .toArray());
        }
        double[] strays = peaks.stream().mapToDouble(peak -> value.applyAsDouble(peak) - line(peak.day()) - weekday[weekday(peak.day())]).sorted().toArray();
        low = quantile(strays, LOWEST_TENTH);
        high = quantile(strays, HIGHEST_TENTH);
    }

    /** The peak of a day, in the parts of {@link Demand}. */
    long of(long day, Band band) {
        double stray = switch (band) {
            case LOW -> low;
            case EXPECTED -> 0;
            case HIGH -> high;
        };
        return Math.max(0, Math.round(line(day) + weekday[weekday(day)] + stray));
    }

    private double line(long day) {
        return begin + slope * day;
    }

    private static int weekday(long day) {
        return LocalDate.ofEpochDay(day).getDayOfWeek().ordinal();
    }

    private static double[] slopes(List<DayPeak> peaks, ToDoubleFunction<DayPeak> value) {
        List<Double> slopes = new ArrayList<>();
        for (int i = 0; i < peaks.size(); i++) {
            for (int j = i + 1; j < peaks.size(); j++) {
                slopes.add((value.applyAsDouble(peaks.get(j)) - value.applyAsDouble(peaks.get(i))) / (peaks.get(j).day() - peaks.get(i).day()));
            }
        }
        return slopes.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
