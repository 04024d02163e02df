package org.moothall.mediaengine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.moothall.core.ProblemException;
import org.moothall.mediaengine.Licences.Alarm;
import org.moothall.mediaengine.Licences.Status;
import org.moothall.testkit.ManualClock;

/** Installation guide B.3, B.4: what is licensed, and what participants meet when it is not. */
class LicencesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final UUID SPACE = new UUID(7, 7);

    private final ManualClock clock = new ManualClock();
    private final Identities ids = new Identities(7, 0, 0);
    private final Catalogue catalogue = new Catalogue(clock, ids, List.of());
    private final Terms terms = Terms.of(clock, catalogue);
    private final Licences licences = terms.licences();
    private final Conference conference = new Conference(clock,
            new Spaces(clock, ids, List.of(new Space(SPACE, Map.of("name", "Room", "uri", "room"), 1, false))), terms, "lab.example", ids);

    @Test
    void aClusterThatNeverHadALicenceWorksFor90DaysAndIsThenUnlicensed() {
        assertEquals(Status.NO_LICENSE, licences.status(Feature.CALL_BRIDGE));
        days(89);
        assertEquals(Alarm.NONE, licences.alarm());
        assertTrue(licences.works(Feature.RECORDING) && licences.encryption());
        days(1);
        assertEquals(Alarm.HIGH, licences.alarm());
        assertFalse(licences.works(Feature.RECORDING) || licences.encryption());
    }

    @Test
    void onceOneFeatureHadALicenceTheOthersNeedOne() {
        license(Feature.CALL_BRIDGE, 90);
        assertFalse(licences.works(Feature.RECORDING));
        assertEquals(Alarm.NONE, licences.alarm());
    }

    @Test
    void fromItsDateOnALicenceIsExpiredAndTheHighAlarmComesNinetyDaysLater() {
        license(Feature.CALL_BRIDGE, 10);
        days(9);
        assertEquals(Status.ACTIVATED, licences.status(Feature.CALL_BRIDGE));
        days(1);
        assertEquals(Status.EXPIRED, licences.status(Feature.CALL_BRIDGE));
        assertEquals(Alarm.ENFORCED, licences.alarm());
        days(89);
        assertEquals(Alarm.ENFORCED, licences.alarm());
        days(1);
        assertEquals(Alarm.HIGH, licences.alarm());
        assertTrue(licences.encryption(), "expired is not unlicensed");
    }

    @Test
    void eitherKindOfCallBridgeLicenceWillDo() {
        license(Feature.CALL_BRIDGE, 1);
        license(Feature.CALL_BRIDGE_NO_ENCRYPTION, 30);
        days(20);
        assertEquals(Alarm.NONE, licences.alarm());
    }

    @Test
    void anExpiryIsNeverMoreThan90DaysAheadAndARefusedOneChangesNothing() {
        license(Feature.CALL_BRIDGE, 90);
        assertThrows(ProblemException.class, () -> license(Feature.CALL_BRIDGE, 91));
        assertEquals(Optional.of(TODAY.plusDays(90)), licences.expiry(Feature.CALL_BRIDGE));
    }

    @Test
    void theMarkOfATrialStays() {
        licences.mark("meetings", TODAY);
        licences.mark("meetings", TODAY.plusDays(5));
        assertEquals(Optional.of(TODAY), licences.trial("meetings"));
    }

    @Test
    void atAlarmTwoATextIsThereForHalfAMinuteAndAtAlarmThreeItStays() {
        license(Feature.CALL_BRIDGE, 0);
        CallLeg leg = join("anna@x", Map.of());
        Notice notice = licences.notice(leg).orElseThrow();
        assertFalse(notice.permanent());
        assertFalse(notice.text().isEmpty() || notice.prompt().isEmpty());
        clock.advance(Duration.ofSeconds(30));
        assertEquals("", licences.notice(leg).orElseThrow().text());
        days(90);
        assertTrue(licences.notice(leg).orElseThrow().permanent());
        license(Feature.CALL_BRIDGE, 90);
        assertEquals("", licences.notice(leg).map(Notice::text).orElse(""));
    }

    @Test
    void whereNothingIsMissingNobodyIsTold() {
        assertEquals(Optional.empty(), licences.notice(join("anna@x", Map.of())));
    }

    @Test
    void encryptedCallsAreRefusedInTheUnlicensedStateAndTheOthersGoOnWithoutEncryption() {
        assertTrue(join("anna@x", Map.of()).encrypted());
        days(90);
        assertFalse(join("bert@x", Map.of()).encrypted());
        ProblemException refused = assertThrows(ProblemException.class, () -> join("carl@x", Map.of("sipMediaEncryption", "required")));
        assertEquals(ConferenceProblem.ENCRYPTION_NOT_LICENSED, refused.problem().code());
        assertThrows(ProblemException.class, () -> conference.join(new Arrival(SPACE, null, new Endpoint(Endpoint.Kind.WEB_APP, "Dora", "dora@x", "", ""),
                Map.of())));
        assertEquals(2, conference.legs().size());
    }

    @Test
    void aNewRecordingNeedsALicenceAndOneThatRunsGoesOn() {
        license(Feature.RECORDING, 1);
        Call call = conference.open(SPACE, null, Map.of("activeWhenEmpty", "true"));
        conference.changeCall(call.id(), Map.of("recording", "true"));
        days(1);
        conference.changeCall(call.id(), Map.of("recording", "true", "locked", "true"));
        assertEquals(1, conference.inUse().recordings());
        ProblemException refused = assertThrows(ProblemException.class, () -> conference.changeCall(call.id(), Map.of("streaming", "true")));
        assertEquals(ConferenceProblem.STREAMING_NOT_ALLOWED_BY_LICENSING, refused.problem().code());
        conference.changeCall(call.id(), Map.of("recording", "false"));
        assertThrows(ProblemException.class, () -> conference.changeCall(call.id(), Map.of("recording", "true")));
    }

    private CallLeg join(String address, Map<String, String> settings) {
        return conference.join(new Arrival(SPACE, null, new Endpoint(Endpoint.Kind.DESK, address, address, "10.0.0.1", ""), settings));
    }

    private void license(Feature feature, int daysAhead) {
        licences.set(Map.of(feature, Optional.of(clock.instant().atOffset(java.time.ZoneOffset.UTC).toLocalDate().plusDays(daysAhead))));
    }

    private void days(int days) {
        clock.advance(Duration.ofDays(days));
    }
}
