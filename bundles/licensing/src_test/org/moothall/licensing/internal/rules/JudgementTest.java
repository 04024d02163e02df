package org.moothall.licensing.internal.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.moothall.licensing.Entitlements;
import org.moothall.licensing.Feature;
import org.moothall.licensing.LicenceStatus;

/** Admin guide §19, a test for each of its sentences. */
class JudgementTest {

    @Test
    void exactlyEightyPercentIsInCompliance() {
        assertEquals(LicenceStatus.IN_COMPLIANCE, meetings(Usage.bought(0, 10), Usage.days(2, 1, 8)));
    }

    @Test
    void theSixthOfALicenceMoreIsOverEightyPercent() {
        List<DayPeak> peaks = List.of(new DayPeak(Usage.TODAY.toEpochDay(), new Demand(0, 8 * Demand.ONE + 100, 0), 1, 1));
        assertEquals(LicenceStatus.OVER_80_PERCENT, meetings(Usage.bought(0, 10), peaks));
    }

    @Test
    void allThatThereIsIsStillInComplianceButOverEightyPercent() {
        assertEquals(LicenceStatus.OVER_80_PERCENT, meetings(Usage.bought(0, 10), Usage.days(2, 30, 10)));
    }

    @Test
    void personalLicencesOverEightyPercentAreTold() {
        assertEquals(LicenceStatus.OVER_80_PERCENT, meetings(Usage.bought(10, 10), List.of(Usage.day(3, 9, 0))));
    }

    @Test
    void nothingAllocatedIsUnlicensedWhateverIsUsed() {
        assertEquals(LicenceStatus.UNLICENSED, meetings(Usage.bought(0, 0), Usage.days(5, 90, 5)));
        assertEquals(LicenceStatus.UNLICENSED, meetings(Usage.bought(0, 0), List.of()));
    }

    @Test
    void anyPersonalOrSharedLicenceLicensesMeetings() {
        assertEquals(LicenceStatus.IN_COMPLIANCE, meetings(Usage.bought(1, 0), List.of()));
        assertEquals(LicenceStatus.IN_COMPLIANCE, meetings(Usage.bought(0, 1), List.of()));
    }

    @Test
    void oneToFourteenDaysOverAreInsufficient() {
        assertEquals(LicenceStatus.INSUFFICIENT_LICENCES, meetings(Usage.bought(0, 10), Usage.days(5, 1, 11)));
        assertEquals(LicenceStatus.INSUFFICIENT_LICENCES, meetings(Usage.bought(0, 10), Usage.days(5, 14, 11)));
    }

    @Test
    void fifteenDaysOverAreOutOfCompliance() {
        assertEquals(LicenceStatus.OUT_OF_COMPLIANCE, meetings(Usage.bought(0, 10), Usage.days(5, 15, 11)));
    }

    @Test
    void theNinetiethDayCountsAndTheNinetyFirstNoMore() {
        List<DayPeak> fourteen = Usage.days(5, 14, 11);
        fourteen.removeIf(peak -> peak.day() <= Usage.TODAY.toEpochDay() - 85);
        List<DayPeak> withNinetieth = new ArrayList<>(fourteen);
        withNinetieth.add(Usage.day(89, 0, 11));
        assertEquals(LicenceStatus.OUT_OF_COMPLIANCE, meetings(Usage.bought(0, 10), withNinetieth));
        fourteen.add(Usage.day(90, 0, 11));
        assertEquals(LicenceStatus.INSUFFICIENT_LICENCES, meetings(Usage.bought(0, 10), fourteen));
    }

    @Test
    void whatComesAfterTheDayThatIsAskedForDoesNotCount() {
        assertEquals(LicenceStatus.IN_COMPLIANCE, meetings(Usage.bought(0, 10), List.of(Usage.day(-1, 0, 99))));
    }

    @Test
    void personalAndSharedLicencesAreJudgedTogetherPerDay() {
        List<DayPeak> days = new ArrayList<>();
        IntStream.range(0, 8).forEach(ago -> days.add(Usage.day(ago, 11, 0)));
        IntStream.range(7, 15).forEach(ago -> days.add(Usage.day(ago == 7 ? 40 : ago, 0, 11)));
        Verdict sixteen = Judgement.of(Feature.MEETINGS, Usage.basis(Usage.bought(10, 10), days));
        assertEquals(16, sixteen.over().size());
        assertEquals(LicenceStatus.OUT_OF_COMPLIANCE, sixteen.status());
        List<DayPeak> both = IntStream.range(0, 14).mapToObj(ago -> Usage.day(ago, 11, 11)).toList();
        assertEquals(LicenceStatus.INSUFFICIENT_LICENCES, meetings(Usage.bought(10, 10), both), "a day over twice is one day");
    }

    @Test
    void whoBuysMoreIsWellAgainAtOnce() {
        assertEquals(LicenceStatus.IN_COMPLIANCE, meetings(Usage.bought(0, 20), Usage.days(5, 40, 16)));
    }

    @Test
    void recordingIsJudgedByItself() {
        List<DayPeak> days = IntStream.range(0, 15).mapToObj(ago -> Usage.recordingDay(ago, 3)).toList();
        assertEquals(LicenceStatus.OUT_OF_COMPLIANCE, status(Feature.RECORDING_OR_STREAMING, Usage.recording(2), days));
        assertEquals(LicenceStatus.OVER_80_PERCENT, status(Feature.RECORDING_OR_STREAMING, Usage.recording(3), days));
        assertEquals(LicenceStatus.UNLICENSED, status(Feature.RECORDING_OR_STREAMING, Usage.recording(0), days));
        assertEquals(LicenceStatus.IN_COMPLIANCE, meetings(Usage.bought(0, 1), days));
    }

    @Test
    void customizationIsLicensedOrNot() {
        assertEquals(LicenceStatus.UNLICENSED, status(Feature.CUSTOMIZATION, Entitlements.none(), List.of()));
        assertEquals(LicenceStatus.LICENSED, status(Feature.CUSTOMIZATION, new Entitlements(0, 0, 0, true, null, null, 1), List.of()));
    }

    @Test
    void duringATrialItIsInCompliance() {
        TrialSpan trial = new TrialSpan(Feature.MEETINGS, Usage.NOW.minus(Duration.ofDays(89)));
        Basis basis = Usage.basis(Entitlements.none(), Usage.days(5, 90, 5), trial);
        assertEquals(LicenceStatus.IN_COMPLIANCE, Judgement.of(Feature.MEETINGS, basis).status());
        assertEquals(LicenceStatus.IN_COMPLIANCE, Judgement.of(Feature.RECORDING_OR_STREAMING, basis).status());
        assertEquals(LicenceStatus.LICENSED, Judgement.of(Feature.CUSTOMIZATION, basis).status());
        assertEquals(Rules.TRIAL, Judgement.of(Feature.MEETINGS, basis).rule());
        assertFalse(Judgement.of(Feature.MEETINGS, basis).refreshes());
    }

    @Test
    void aTrialOfRecordingIsOfRecordingAlone() {
        TrialSpan trial = new TrialSpan(Feature.RECORDING_OR_STREAMING, Usage.NOW.minus(Duration.ofDays(1)));
        Basis basis = Usage.basis(Entitlements.none(), List.of(), trial);
        assertEquals(LicenceStatus.UNLICENSED, Judgement.of(Feature.MEETINGS, basis).status());
        assertEquals(LicenceStatus.IN_COMPLIANCE, Judgement.of(Feature.RECORDING_OR_STREAMING, basis).status());
        assertEquals(LicenceStatus.UNLICENSED, Judgement.of(Feature.CUSTOMIZATION, basis).status());
    }

    @Test
    void afterTheTrialWhatWasBoughtIsInComplianceWhateverWasUsedInIt() {
        TrialSpan trial = new TrialSpan(Feature.MEETINGS, Usage.NOW.minus(Duration.ofDays(90)));
        Basis basis = Usage.basis(Usage.bought(0, 1), Usage.days(0, 90, 50).stream().filter(peak -> peak.day() < Usage.TODAY.toEpochDay()).toList(), trial);
        Verdict verdict = Judgement.of(Feature.MEETINGS, basis);
        assertEquals(LicenceStatus.IN_COMPLIANCE, verdict.status());
        assertEquals(89, verdict.excused().size());
        assertTrue(verdict.refreshes());
    }

    @Test
    void afterTheTrialWhoBoughtNothingIsUnlicensed() {
        TrialSpan trial = new TrialSpan(Feature.MEETINGS, Usage.NOW.minus(Duration.ofDays(90)));
        assertEquals(LicenceStatus.UNLICENSED, Judgement.of(Feature.MEETINGS, Usage.basis(Entitlements.none(), List.of(), trial)).status());
    }

    @Test
    void aTrialThatBeginsLaterDoesNotCountYet() {
        TrialSpan trial = new TrialSpan(Feature.MEETINGS, Usage.NOW.plusSeconds(1));
        assertEquals(LicenceStatus.UNLICENSED, Judgement.of(Feature.MEETINGS, Usage.basis(Entitlements.none(), List.of(), trial)).status());
    }

    private static LicenceStatus meetings(Entitlements entitled, List<DayPeak> peaks) {
        return status(Feature.MEETINGS, entitled, peaks);
    }

    private static LicenceStatus status(Feature feature, Entitlements entitled, List<DayPeak> peaks) {
        return Judgement.of(feature, Usage.basis(entitled, peaks)).status();
    }
}
