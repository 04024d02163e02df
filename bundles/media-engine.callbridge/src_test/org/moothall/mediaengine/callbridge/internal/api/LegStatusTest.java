package org.moothall.mediaengine.callbridge.internal.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.moothall.mediaengine.Arrival;
import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.Catalogue;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.Endpoint;
import org.moothall.mediaengine.Identities;
import org.moothall.mediaengine.Space;
import org.moothall.mediaengine.Spaces;
import org.moothall.mediaengine.Terms;
import org.moothall.testkit.ManualClock;

class LegStatusTest {

    private static final UUID SPACE = new UUID(7, 7);

    private final ManualClock clock = new ManualClock();
    private final Identities ids = new Identities(7, 0, 0);
    private final Conference conference = new Conference(clock, new Spaces(clock, ids, List.of(new Space(SPACE, Map.of("name", "Room"), 1, false))),
            Terms.of(clock, new Catalogue(clock, ids, List.of())), "lab.example", ids);

    @Test
    void whileSomebodyPresentsTheOthersAreSentIt() {
        CallLeg room = join(Endpoint.Kind.ROOM);
        CallLeg desk = join(Endpoint.Kind.DESK);
        assertFalse(status(desk).contains("presentation"));
        conference.present(room.id(), true);
        assertTrue(status(desk).contains("<txVideo role=\"presentation\">"));
        assertTrue(status(room).contains("<rxVideo role=\"presentation\">"));
        assertFalse(status(room).contains("<txVideo role=\"presentation\">"));
    }

    @Test
    void whatALegHasBesidesItsStreamsDependsOnTheDevice() {
        assertTrue(status(join(Endpoint.Kind.ROOM)).contains("</remoteSubscriptions></activeControl><multistreamVideo><numScreens>"));
        assertTrue(status(join(Endpoint.Kind.LYNC)).endsWith("<lyncRole>presenter</lyncRole></status></x>"));
        String phone = status(join(Endpoint.Kind.PHONE));
        assertFalse(phone.contains("Video") || phone.contains("layout"), phone);
    }

    @Test
    void aRecordedCallShowsOnItsLegs() {
        CallLeg leg = join(Endpoint.Kind.DESK);
        conference.changeCall(java.util.Objects.requireNonNull(leg.call()), Map.of("recording", "true"));
        assertTrue(status(leg).contains("</groupId><recording>true</recording><encryptedMedia>"));
    }

    @Test
    void figuresVaryWithTimeAndAreTheSameForTheSameLegAndTime() {
        CallLeg leg = join(Endpoint.Kind.DESK);
        String first = status(leg);
        assertEquals(first, status(leg));
        clock.advance(Duration.ofSeconds(7));
        assertNotEquals(first.replaceAll("<durationSeconds>\\d+", ""), status(leg).replaceAll("<durationSeconds>\\d+", ""));
    }

    @Test
    void aLayoutOfOnesOwnShowsWhereCustomizationIsLicensed() {
        CallLeg leg = conference.join(new Arrival(SPACE, null, new Endpoint(Endpoint.Kind.DESK, "Anna", "anna@x", "10.0.0.1", ""),
                Map.of("layoutTemplate", SPACE.toString())));
        assertTrue(status(leg, true).contains("<layoutTemplate>" + SPACE + "</layoutTemplate>"));
        assertFalse(status(leg, false).contains("layoutTemplate"));
    }

    @Test
    void mediaThatIsNotEncryptedHasNoCipher() {
        CallLeg leg = conference.join(new Arrival(SPACE, null, new Endpoint(Endpoint.Kind.DESK, "Anna", "anna@x", "10.0.0.1", ""),
                Map.of("sipMediaEncryption", "prohibited")));
        assertTrue(status(leg).contains("<encryptedMedia>false</encryptedMedia><unencryptedMedia>true</unencryptedMedia><layout>"), status(leg));
    }

    private String status(CallLeg leg) {
        return status(leg, true);
    }

    private String status(CallLeg leg, boolean customizing) {
        CallLeg now = conference.findLeg(leg.id()).orElseThrow();
        return LegStatus.write(Xml.fragment("x"), now, conference.findCallIn(SPACE), conference.presentedTo(now), customizing,
                clock.instant()).end();
    }

    private CallLeg join(Endpoint.Kind kind) {
        return conference.join(new Arrival(SPACE, null, new Endpoint(kind, "Anna", "anna@x", "10.0.0.1", ""), Map.of()));
    }
}
