package org.moothall.licensing.internal.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.moothall.licensing.Entitlements;
import org.moothall.licensing.Feature;
import org.moothall.licensing.Forecast;
import org.moothall.licensing.Forecast.Event;
import org.moothall.licensing.Forecast.Milestone;

/** What will happen if use goes on as it did. */
class ForesightTest {

    private static final LocalDate FURTHEST = Usage.TODAY.plusDays(90);
    private static final Map<Feature, LocalDate> HELD = Map.of(Feature.MEETINGS, FURTHEST, Feature.RECORDING_OR_STREAMING, FURTHEST);

    @Test
    void useThatGrowsByOneEveryTenDaysReachesEachThresholdOnItsDay() {
        Forecast forecast = forecast(Usage.bought(0, 100), ago -> 700 - ago);
        assertEquals(Usage.TODAY.plusDays(101), expected(forecast, Event.OVER_80_PERCENT), "80.1");
        assertEquals(Usage.TODAY.plusDays(301), expected(forecast, Event.INSUFFICIENT_LICENCES), "100.1");
        assertEquals(Usage.TODAY.plusDays(315), expected(forecast, Event.COUNTDOWN), "the fifteenth day");
        assertEquals(null, expected(forecast, Event.ENFORCEMENT), "not within a year");
    }

    @Test
    void alarmsFollowEachOtherByNinetyDays() {
        Forecast forecast = forecast(Usage.bought(0, 100), ago -> 1_000 - ago);
        assertEquals(Usage.TODAY.plusDays(15), expected(forecast, Event.COUNTDOWN));
        assertEquals(Usage.TODAY.plusDays(14 + 90), expected(forecast, Event.ENFORCEMENT), "90 days after the last refresh");
        assertEquals(Usage.TODAY.plusDays(14 + 180), expected(forecast, Event.HIGH_ENFORCEMENT));
    }

    @Test
    void whoWouldBuyMoreSeesThatNothingHappens() {
        Forecast forecast = forecast(Usage.bought(0, 1_000), ago -> 1_000 - ago);
        forecast.features().forEach(outlook -> outlook.milestones().stream().filter(milestone -> outlook.feature() == Feature.MEETINGS)
                .forEach(milestone -> assertEquals(new Milestone(milestone.event(), null, null, null), milestone)));
    }

    @Test
    void daysThatStrayMakeABandAroundTheExpectedDay() {
        Forecast forecast = forecast(Usage.bought(0, 100), ago -> 700 - ago + (ago * 7919 % 61) - 30);
        Milestone over = milestone(forecast, Event.OVER_80_PERCENT);
        assertTrue(day(over.earliest()).isBefore(day(over.expected())));
        assertTrue(day(over.expected()).isBefore(day(over.latest())));
    }

    @Test
    void aQuietWeekendStaysQuiet() {
        Forecast forecast = forecast(Usage.bought(0, 100), ago -> weekend(ago) ? 50 : 1_050);
        assertEquals(Usage.TODAY, expected(forecast, Event.COUNTDOWN), "over on more than 15 days already");
        Forecast enough = forecast(Usage.bought(0, 105), ago -> weekend(ago) ? 50 : 1_050);
        assertEquals(null, expected(enough, Event.INSUFFICIENT_LICENCES));
    }

    @Test
    void ofLessThanTwoWeeksNothingIsForetold() {
        List<DayPeak> peaks = IntStream.range(0, 13).mapToObj(ago -> Usage.day(ago, 0, 5)).toList();
        Forecast forecast = Foresight.of(Usage.basis(Usage.bought(0, 10), peaks), HELD);
        assertEquals(13, forecast.known());
        assertEquals(List.of(), forecast.features());
    }

    private static boolean weekend(int ago) {
        return Usage.TODAY.minusDays(ago).getDayOfWeek().getValue() > 5;
    }

    /** @param tenths of shared licences so many days ago */
    private static Forecast forecast(Entitlements entitled, IntUnaryOperator tenths) {
        List<DayPeak> peaks = IntStream.range(0, Basis.WINDOW).map(i -> Basis.WINDOW - 1 - i).mapToObj(ago -> new DayPeak(Usage.TODAY.toEpochDay() - ago,
                new Demand(0, tenths.applyAsInt(ago) * Demand.ONE / 10, 0), Bins.A_DAY, Bins.A_DAY)).toList();
        return Foresight.of(Usage.basis(entitled, peaks), HELD);
    }

    private static @Nullable LocalDate expected(Forecast forecast, Event event) {
        return milestone(forecast, event).expected();
    }

    private static Milestone milestone(Forecast forecast, Event event) {
        return forecast.features().getFirst().milestones().get(event.ordinal());
    }

    private static LocalDate day(@Nullable LocalDate day) {
        return Objects.requireNonNull(day);
    }
}
