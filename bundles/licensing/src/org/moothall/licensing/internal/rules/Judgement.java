package org.moothall.licensing.internal.rules;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.moothall.licensing.Feature;
import org.moothall.licensing.LicenceStatus;
import org.moothall.licensing.LicenceType;
import org.moothall.licensing.Rule;

/** How features stand. @spec admin-guide §19; installation-guide B.1, B.3 */
public final class Judgement {

    /** On so many of the last 90 days over, and it is out of compliance. */
    public static final int OUT_FROM_DAYS = 15;
    private static final long HUNDRED = 100;
    private static final long THRESHOLD_PERCENT = 80;
    private static final Map<LicenceStatus, Rule> RULES = new EnumMap<>(Map.of(
            LicenceStatus.IN_COMPLIANCE, Rules.IN_COMPLIANCE,
            LicenceStatus.LICENSED, Rules.LICENSED,
            LicenceStatus.UNLICENSED, Rules.UNLICENSED,
            LicenceStatus.OVER_80_PERCENT, Rules.OVER_80,
            LicenceStatus.INSUFFICIENT_LICENCES, Rules.INSUFFICIENT,
            LicenceStatus.OUT_OF_COMPLIANCE, Rules.OUT));

    private Judgement() {}

    /** What is counted for a feature. */
    public static List<LicenceType> types(Feature feature) {
        return switch (feature) {
            case MEETINGS -> List.of(LicenceType.PMP_PLUS, LicenceType.SMP_PLUS);
            case RECORDING_OR_STREAMING -> List.of(LicenceType.RECORDING_OR_STREAMING);
            case CUSTOMIZATION -> List.of();
        };
    }

    /** How this feature stands. */
    public static Verdict of(Feature feature, Basis basis) {
        List<DayPeak> over = basis.peaks().stream().filter(peak -> isOver(feature, basis, peak.peak())).toList();
        List<DayPeak> counted = over.stream().filter(peak -> !basis.excused(feature, LocalDate.ofEpochDay(peak.day()))).toList();
        List<DayPeak> excused = over.stream().filter(peak -> !counted.contains(peak)).toList();
        LicenceStatus bought = bought(feature, basis, counted.size());
        if (basis.trial(feature).isPresent()) {
            LicenceStatus during = feature == Feature.CUSTOMIZATION ? LicenceStatus.LICENSED : LicenceStatus.IN_COMPLIANCE;
            return new Verdict(feature, during, bought, Rules.TRIAL, counted, excused);
        }
        return new Verdict(feature, bought, bought, java.util.Objects.requireNonNull(RULES.get(bought)), counted, excused);
    }

    /** Whether more is used than there is, of any type that is counted for the feature. */
    public static boolean isOver(Feature feature, Basis basis, Demand used) {
        return types(feature).stream().anyMatch(type -> used.of(type) > basis.entitled().of(type) * Demand.ONE);
    }

    private static LicenceStatus bought(Feature feature, Basis basis, int daysOver) {
        if (feature == Feature.CUSTOMIZATION) {
            return basis.entitled().customization() ? LicenceStatus.LICENSED : LicenceStatus.UNLICENSED;
        }
        if (types(feature).stream().allMatch(type -> basis.entitled().of(type) == 0)) {
            return LicenceStatus.UNLICENSED;
        }
        if (daysOver > 0) {
            return daysOver < OUT_FROM_DAYS ? LicenceStatus.INSUFFICIENT_LICENCES : LicenceStatus.OUT_OF_COMPLIANCE;
        }
        return isOverThreshold(feature, basis) ? LicenceStatus.OVER_80_PERCENT : LicenceStatus.IN_COMPLIANCE;
    }

    private static boolean isOverThreshold(Feature feature, Basis basis) {
        return basis.peaks().stream().filter(peak -> !basis.excused(feature, LocalDate.ofEpochDay(peak.day()))).anyMatch(peak -> types(feature).stream()
                .anyMatch(type -> peak.peak().of(type) * HUNDRED > basis.entitled().of(type) * Demand.ONE * THRESHOLD_PERCENT));
    }
}
