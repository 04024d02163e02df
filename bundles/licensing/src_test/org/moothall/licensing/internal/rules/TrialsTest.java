package org.moothall.licensing.internal.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.moothall.licensing.Enforcement.Level;
import org.moothall.licensing.Entitlements;
import org.moothall.licensing.Feature;
import org.moothall.licensing.Trial;

/** Admin guide §19.1 and §21.6.3.4. */
class TrialsTest {

    private static final Map<String, LocalDate> UNMARKED = Map.of();
    private static final Basis NOTHING_BOUGHT = Usage.basis(Entitlements.none(), List.of());

    @Test
    void anUnlicensedFeatureIsOfferedATrial() {
        for (Feature feature : Feature.values()) {
            assertTrue(trial(feature, NOTHING_BOUGHT, Level.NONE, UNMARKED).offered());
        }
    }

    @Test
    void aLicensedFeatureIsNot() {
        Basis all = Usage.basis(new Entitlements(1, 0, 1, true, null, null, 1), List.of());
        for (Feature feature : Feature.values()) {
            assertEquals("There are licences.", trial(feature, all, Level.ALARM_2, UNMARKED).reason());
        }
    }

    @Test
    void highEnforcementMayBeSilencedByATrialThatWasNeverUsed() {
        Basis out = Usage.basis(Usage.bought(0, 10), Usage.days(5, 90, 11));
        assertTrue(trial(Feature.MEETINGS, out, Level.ALARM_3, UNMARKED).offered());
    }

    @Test
    void aTrialIsOfferedOnce() {
        TrialSpan used = new TrialSpan(Feature.MEETINGS, Usage.NOW.minus(Duration.ofDays(400)));
        Trial trial = trial(Feature.MEETINGS, Usage.basis(Entitlements.none(), List.of(), used), Level.ALARM_3, UNMARKED);
        assertFalse(trial.offered());
        assertFalse(trial.active());
        assertEquals(used.ends(), trial.ends());
    }

    @Test
    void aClusterThatWasInOneElsewhereForbidsIt() {
        Trial trial = trial(Feature.MEETINGS, NOTHING_BOUGHT, Level.NONE, Map.of("North", LocalDate.EPOCH, "East", LocalDate.EPOCH));
        assertEquals("A cluster has been in a trial of this kind before: East, North.", trial.reason());
    }

    @Test
    void whatTheTrialOfMeetingsIncludesIsNotOfferedMeanwhile() {
        Basis during = Usage.basis(Entitlements.none(), List.of(), new TrialSpan(Feature.MEETINGS, Usage.NOW));
        assertFalse(trial(Feature.CUSTOMIZATION, during, Level.NONE, UNMARKED).offered());
        assertTrue(trial(Feature.MEETINGS, during, Level.NONE, UNMARKED).active());
    }

    @Test
    void itLastsNinetyDays() {
        TrialSpan trial = new TrialSpan(Feature.MEETINGS, Usage.NOW);
        assertFalse(trial.activeAt(Usage.NOW.minusSeconds(1)));
        assertTrue(trial.activeAt(Usage.NOW));
        assertEquals(Usage.TODAY.plusDays(90), trial.ends());
        assertTrue(trial.activeAt(java.time.Instant.parse("2027-02-20T23:59:59Z")));
        assertFalse(trial.activeAt(java.time.Instant.parse("2027-02-21T00:00:00Z")));
    }

    private static Trial trial(Feature feature, Basis basis, Level level, Map<String, LocalDate> marks) {
        return Trials.of(Judgement.of(feature, basis), basis, level, marks);
    }
}
