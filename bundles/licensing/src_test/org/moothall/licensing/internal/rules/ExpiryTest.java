package org.moothall.licensing.internal.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.moothall.licensing.Enforcement;
import org.moothall.licensing.Enforcement.Level;
import org.moothall.licensing.Entitlements;
import org.moothall.licensing.Feature;

/** Admin guide §19.2, §19.3 and installation guide B.3, B.4. */
class ExpiryTest {

    private static final LocalDate FURTHEST = Usage.TODAY.plusDays(90);

    @Test
    void aClusterThatNeverHadALicenceGetsNinetyDays() {
        assertEquals(FURTHEST, wanted(Feature.MEETINGS, Usage.basis(Entitlements.none(), List.of()), null, false));
    }

    @Test
    void whatIsInComplianceIsRefreshedToNinetyDays() {
        assertEquals(FURTHEST, wanted(Feature.MEETINGS, Usage.basis(Usage.bought(0, 10), Usage.days(5, 0, 0)), Usage.TODAY.plusDays(3), true));
    }

    @Test
    void insufficientLicencesAreRefreshedToo() {
        assertEquals(FURTHEST, wanted(Feature.MEETINGS, Usage.basis(Usage.bought(0, 10), Usage.days(5, 14, 11)), Usage.TODAY.plusDays(3), true));
    }

    @Test
    void fromTheFifteenthDayOnExpiryIsNoLongerRefreshed() {
        Basis out = Usage.basis(Usage.bought(0, 10), Usage.days(5, 15, 11));
        assertEquals(FURTHEST, wanted(Feature.MEETINGS, out, FURTHEST, true));
        assertEquals(Usage.TODAY.plusDays(40), wanted(Feature.MEETINGS, out, Usage.TODAY.plusDays(40), true));
        assertEquals(null, wanted(Feature.MEETINGS, out, null, true));
    }

    @Test
    void aTrialHoldsUntilItsEndAndNoLonger() {
        TrialSpan trial = new TrialSpan(Feature.MEETINGS, Usage.NOW.minus(Duration.ofDays(30)));
        Basis basis = Usage.basis(Entitlements.none(), List.of(), trial);
        for (Feature feature : Feature.values()) {
            assertEquals(Usage.TODAY.plusDays(60), wanted(feature, basis, Usage.TODAY.plusDays(80), true));
        }
        assertEquals(FURTHEST, wanted(Feature.MEETINGS, Usage.basis(Usage.bought(0, 1), List.of(), trial), Usage.TODAY, true));
    }

    @Test
    void afterATrialWithoutPurchaseEnforcementIsActiveAtOnce() {
        TrialSpan trial = new TrialSpan(Feature.MEETINGS, Usage.NOW.minus(Duration.ofDays(90)));
        Basis basis = Usage.basis(Entitlements.none(), List.of(), trial);
        assertEquals(Level.ALARM_2, enforced(Feature.MEETINGS, basis, trial.ends()).level());
        assertEquals(Level.NOT_AVAILABLE, enforced(Feature.RECORDING_OR_STREAMING, basis, trial.ends()).level());
        assertEquals(Level.NOT_AVAILABLE, enforced(Feature.CUSTOMIZATION, basis, trial.ends()).level());
    }

    @Test
    void noExpiryIsEverMoreThanNinetyDaysAhead() {
        qt().forAll(integers().between(0, 120), integers().between(0, 30), integers().between(0, 20)).checkAssert((trialAgo, daysOver, bought) -> {
            TrialSpan trial = new TrialSpan(Feature.MEETINGS, Usage.NOW.minus(Duration.ofDays(trialAgo)));
            Basis basis = Usage.basis(Usage.bought(0, bought), Usage.days(5, daysOver, 11), trial);
            LocalDate wanted = wanted(Feature.MEETINGS, basis, Usage.TODAY, true);
            assertEquals(false, wanted != null && wanted.isAfter(FURTHEST));
        });
    }

    @Test
    void alarmOneCountsDownToEnforcement() {
        Basis out = Usage.basis(Usage.bought(0, 10), Usage.days(5, 15, 11));
        assertEquals(new Enforcement(Level.ALARM_1, Usage.TODAY.plusDays(90), 90, "Enforcement in 90 days"), enforced(Feature.MEETINGS, out,
                Usage.TODAY.plusDays(90)));
        assertEquals("Enforcement in 1 day", enforced(Feature.MEETINGS, out, Usage.TODAY.plusDays(1)).text());
    }

    @Test
    void alarmTwoBeginsOnTheDayOfExpiry() {
        Basis out = Usage.basis(Usage.bought(0, 10), Usage.days(5, 15, 11));
        assertEquals(new Enforcement(Level.ALARM_2, Usage.TODAY, 90, "Enforcement active, high enforcement in 90 days"),
                enforced(Feature.MEETINGS, out, Usage.TODAY));
        assertEquals("Enforcement active, high enforcement in 1 day", enforced(Feature.MEETINGS, out, Usage.TODAY.minusDays(89)).text());
    }

    @Test
    void alarmThreeBeginsNinetyDaysAfterExpiryOrWhereThereIsNoLicence() {
        Basis out = Usage.basis(Usage.bought(0, 10), Usage.days(5, 15, 11));
        assertEquals(new Enforcement(Level.ALARM_3, Usage.TODAY.minusDays(90), null, "High enforcement active"),
                enforced(Feature.MEETINGS, out, Usage.TODAY.minusDays(90)));
        assertEquals(Level.ALARM_3, enforced(Feature.MEETINGS, out, null).level());
    }

    @Test
    void aClusterThatWasNotReachedForNinetyDaysExpiresThoughAllIsBought() {
        Basis well = Usage.basis(Usage.bought(0, 10), List.of());
        assertEquals(Level.NONE, enforced(Feature.MEETINGS, well, Usage.TODAY.plusDays(1)).level());
        assertEquals(Level.ALARM_2, enforced(Feature.MEETINGS, well, Usage.TODAY).level());
    }

    @Test
    void recordingAndCustomizationCountDownUntilTheyAreNotAvailable() {
        Basis unlicensed = Usage.basis(Entitlements.none(), List.of());
        for (Feature feature : List.of(Feature.RECORDING_OR_STREAMING, Feature.CUSTOMIZATION)) {
            assertEquals(new Enforcement(Level.AVAILABLE_FOR, Usage.TODAY.plusDays(2), 2, "Available for 2 more days"),
                    enforced(feature, unlicensed, Usage.TODAY.plusDays(2)));
            assertEquals("Available for 1 more day", enforced(feature, unlicensed, Usage.TODAY.plusDays(1)).text());
            assertEquals(new Enforcement(Level.NOT_AVAILABLE, Usage.TODAY, null, "Not available"), enforced(feature, unlicensed, Usage.TODAY));
            assertEquals(Level.NOT_AVAILABLE, enforced(feature, unlicensed, null).level());
        }
    }

    @Test
    void nothingCountsDownInATrial() {
        TrialSpan trial = new TrialSpan(Feature.MEETINGS, Usage.NOW);
        Basis basis = Usage.basis(Entitlements.none(), List.of(), trial);
        assertEquals(Level.NONE, enforced(Feature.MEETINGS, basis, FURTHEST).level());
        assertEquals(Level.NONE, enforced(Feature.CUSTOMIZATION, basis, FURTHEST).level());
    }

    private static @Nullable LocalDate wanted(Feature feature, Basis basis, @Nullable LocalDate held, boolean known) {
        return Expiry.wanted(Judgement.of(feature, basis), basis, held, known);
    }

    private static Enforcement enforced(Feature feature, Basis basis, @Nullable LocalDate held) {
        return Expiry.enforcement(Judgement.of(feature, basis), basis, held);
    }
}
