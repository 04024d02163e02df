package org.moothall.mediaengine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.moothall.core.ProblemException;
import org.moothall.testkit.ManualClock;

class ConferenceTest {

    private static final UUID SPACE = new UUID(7, 7);
    private static final UUID MEETING = new UUID(8, 8);

    private final ManualClock clock = new ManualClock();
    private final Identities ids = new Identities(7, 0, 0);
    private final Catalogue catalogue = new Catalogue(clock, ids, List.of());
    private final Conference conference = conference();
    private final List<String> events = new ArrayList<>();

    @Test
    void anIncomingSipCallIsALegThenACallThenAnUpdate() {
        conference.listen(event -> events.add(event.getClass().getSimpleName()));
        join(Endpoint.Kind.ROOM, Map.of());
        assertEquals(List.of("LegStarted", "CallStarted", "LegChanged", "CallChanged"), events);
    }

    @Test
    void aWebAppCallIsACallThenALegThenAnUpdate() {
        conference.listen(event -> events.add(event.getClass().getSimpleName()));
        join(Endpoint.Kind.WEB_APP, Map.of());
        assertEquals(List.of("CallStarted", "LegStarted", "LegChanged", "CallChanged"), events);
    }

    @Test
    void guestsWaitInTheLobbyUntilAnActivatorComes() {
        CallLeg guest = join(Endpoint.Kind.WEB_GUEST, Map.of("needsActivation", "true"));
        assertTrue(guest.deactivated());
        join(Endpoint.Kind.ROOM, Map.of());
        assertFalse(leg(guest).deactivated());
    }

    @Test
    void whoIsSentBackWaitsUntilSomebodyLetsThemInAgain() {
        CallLeg guest = join(Endpoint.Kind.WEB_GUEST, Map.of("needsActivation", "true"));
        join(Endpoint.Kind.ROOM, Map.of());
        conference.change(guest.id(), Map.of("deactivated", "true"));
        join(Endpoint.Kind.DESK, Map.of());
        assertTrue(leg(guest).deactivated());
        conference.change(guest.id(), Map.of("deactivated", "false"));
        assertFalse(leg(guest).deactivated());
    }

    @Test
    void whoComesToALockedCallWaitsUntilItIsUnlockedOrLetIn() {
        CallLeg first = join(Endpoint.Kind.ROOM, Map.of());
        UUID call = Objects.requireNonNull(first.call());
        conference.changeCall(call, Map.of("locked", "true"));
        CallLeg second = join(Endpoint.Kind.DESK, Map.of());
        CallLeg third = join(Endpoint.Kind.DESK, Map.of());
        assertTrue(second.deactivated());
        conference.change(second.id(), Map.of("deactivated", "false"));
        assertFalse(leg(second).deactivated());
        assertTrue(leg(third).deactivated());
        conference.changeCall(call, Map.of("locked", "false"));
        assertFalse(leg(third).deactivated());
    }

    @Test
    void onlyOnePresents() {
        CallLeg one = join(Endpoint.Kind.DESK, Map.of());
        CallLeg other = join(Endpoint.Kind.DESK, Map.of());
        conference.present(one.id(), true);
        conference.present(other.id(), true);
        assertFalse(leg(one).presenting());
        assertEquals(other.id(), conference.calls().get(0).presenter());
    }

    @Test
    void theCallEndsWithItsLastLegUnlessItStaysWhenEmpty() {
        CallLeg leg = join(Endpoint.Kind.DESK, Map.of());
        conference.hangUp(leg.id(), EndReason.REMOTE_TEARDOWN);
        assertEquals(List.of(), conference.calls());
        Call kept = conference.open(SPACE, MEETING, Map.of("activeWhenEmpty", "true"));
        CallLeg again = join(Endpoint.Kind.DESK, Map.of());
        conference.hangUp(again.id(), EndReason.REMOTE_TEARDOWN);
        assertEquals(kept.id(), conference.calls().get(0).id());
    }

    @Test
    void aDialledPartyRingsAndAnswersOrIsBusy() {
        Call call = conference.open(SPACE, MEETING, Map.of("activeWhenEmpty", "true"));
        CallLeg answers = conference.dial(call.id(), endpoint(Endpoint.Kind.DESK), Map.of(), false);
        CallLeg busy = conference.dial(call.id(), new Endpoint(Endpoint.Kind.DESK, "b", "busy@x", "x", ""), Map.of(), false);
        clock.advance(Duration.ofSeconds(5));
        conference.advance();
        assertEquals(LegState.CONNECTED, leg(answers).state());
        assertTrue(conference.findLeg(busy.id()).isEmpty());
    }

    @Test
    void peopleOnALostBridgeVanishAndOursStay() {
        CallLeg own = join(Endpoint.Kind.DESK, Map.of());
        UUID call = Objects.requireNonNull(own.call());
        Conference other = conference();
        CallLeg remote = other.join(new Arrival(SPACE, MEETING, endpoint(Endpoint.Kind.ROOM), Map.of()));
        UUID bridge = new UUID(9, 9);
        conference.peer(new PeerNews(bridge, true, other.calls(), List.of(remote), List.of()));
        assertEquals(2, conference.participants(call).size());
        assertEquals(2, conference.instances(conference.calls().get(0)));
        conference.peer(PeerNews.lost(bridge));
        assertEquals(List.of(own.id()), conference.participants(call).stream().map(each -> each.leg().id()).toList());
    }

    @Test
    void bridgesThatOpenACallInTheSameInstantDecideTheSameMeeting() {
        Call own = conference.open(SPACE, null, Map.of());
        Call other = conference().open(SPACE, null, Map.of());
        assertEquals(own.correlator(), other.correlator());
    }

    @Test
    void aMeetingThatIsOverIsNotTheNextOne() {
        Call first = conference.open(SPACE, null, Map.of());
        conference.end(first.id());
        assertNotEquals(first.correlator(), conference.open(SPACE, null, Map.of()).correlator());
    }

    @Test
    void callsOpenedApartBecomeTheMeetingThatBeganFirst() {
        Conference other = conference();
        Call first = other.open(SPACE, new UUID(4, 4), Map.of());
        clock.advance(Duration.ofSeconds(30));
        Call own = conference.open(SPACE, null, Map.of());
        conference.peer(new PeerNews(new UUID(9, 9), true, other.calls(), List.of(), List.of()));
        other.peer(new PeerNews(new UUID(5, 5), true, List.of(own), List.of(), List.of()));
        assertEquals(first.correlator(), conference.findCall(own.id()).orElseThrow().correlator());
        assertEquals(first.correlator(), other.findCall(first.id()).orElseThrow().correlator());
        assertEquals(2, conference.instances(conference.findCall(own.id()).orElseThrow()));
    }

    @Test
    void aLockKeepsOutOnlyThoseWhoNeedActivationWhereTheProfileSaysSo() {
        Item profile = catalogue.create("callProfiles", null, Map.of("lockMode", "needsActivation"));
        catalogue.changeSingle(Profiles.SYSTEM, Map.of("callProfile", profile.id().toString()));
        CallLeg host = join(Endpoint.Kind.ROOM, Map.of());
        conference.changeCall(Objects.requireNonNull(host.call()), Map.of("locked", "true"));
        assertFalse(join(Endpoint.Kind.DESK, Map.of()).deactivated());
        assertTrue(join(Endpoint.Kind.DESK, Map.of("needsActivation", "true")).deactivated());
    }

    @Test
    void whenTheLastActivatorLeavesTheOthersWaitOrAreCutOffAfterTheirTimeOrStay() {
        CallLeg host = join(Endpoint.Kind.ROOM, Map.of());
        CallLeg waits = join(Endpoint.Kind.DESK, Map.of("needsActivation", "true", "deactivationMode", "deactivate", "deactivationModeTime", "10"));
        CallLeg goes = join(Endpoint.Kind.DESK, Map.of("needsActivation", "true", "deactivationMode", "disconnect", "deactivationModeTime", "20"));
        CallLeg stays = join(Endpoint.Kind.DESK, Map.of("needsActivation", "true", "deactivationMode", "remainActivated"));
        conference.hangUp(host.id(), EndReason.REMOTE_TEARDOWN);
        clock.advance(Duration.ofSeconds(9));
        conference.advance();
        assertFalse(leg(waits).deactivated());
        clock.advance(Duration.ofSeconds(2));
        conference.advance();
        assertTrue(leg(waits).deactivated());
        conference.listen(event -> events.add(event instanceof ConferenceEvent.LegEnded it ? it.reason().wire() : ""));
        clock.advance(Duration.ofSeconds(10));
        conference.advance();
        assertTrue(events.contains("callDeactivated"));
        assertTrue(conference.findLeg(goes.id()).isEmpty());
        assertFalse(leg(stays).deactivated());
    }

    @Test
    void anActivatorWhoComesBackInTimeChangesNothing() {
        CallLeg host = join(Endpoint.Kind.ROOM, Map.of());
        CallLeg guest = join(Endpoint.Kind.DESK, Map.of("needsActivation", "true", "deactivationMode", "disconnect", "deactivationModeTime", "10"));
        conference.hangUp(host.id(), EndReason.REMOTE_TEARDOWN);
        clock.advance(Duration.ofSeconds(5));
        conference.advance();
        join(Endpoint.Kind.ROOM, Map.of());
        clock.advance(Duration.ofSeconds(30));
        conference.advance();
        assertTrue(leg(guest).active());
    }

    @Test
    void theLowestProfileWinsAndAnOverrideOverAll() {
        Item general = catalogue.create("callLegProfiles", null, Map.of("defaultLayout", "stacked", "rxAudioMute", "true"));
        Item own = catalogue.create("callLegProfiles", null, Map.of("defaultLayout", "allEqual"));
        catalogue.changeSingle(Profiles.SYSTEM, Map.of("callLegProfile", general.id().toString()));
        conference.spaces().change(SPACE, Map.of("callLegProfile", own.id().toString()));
        CallLeg leg = join(Endpoint.Kind.ROOM, Map.of());
        assertEquals("allEqual", leg.layout());
        assertTrue(leg.is("rxAudioMute"));
        assertFalse(conference.change(leg.id(), Map.of("rxAudioMute", "false")).is("rxAudioMute"));
        catalogue.change(own, Map.of("defaultLayout", "telepresence"));
        conference.profilesChanged();
        assertEquals("telepresence", leg(leg).layout());
    }

    @Test
    void whoIsAskedToConfirmJoinsOnlyThen() {
        Call call = conference.open(SPACE, MEETING, Map.of("activeWhenEmpty", "true"));
        CallLeg leg = conference.dial(call.id(), endpoint(Endpoint.Kind.DESK), Map.of(), true);
        assertEquals(Confirmation.REQUIRED, leg.confirmation());
        clock.advance(Duration.ofSeconds(3));
        conference.advance();
        assertEquals(LegState.RINGING, leg(leg).state());
        clock.advance(Duration.ofSeconds(3));
        conference.advance();
        assertEquals(Confirmation.CONFIRMED, leg(leg).confirmation());
        assertEquals(LegState.CONNECTED, leg(leg).state());
    }

    @Test
    void aPageOfEverybodyGoesOverCallsAndBridges() {
        conference.openAdHoc("empty", MEETING, Map.of());
        join(Endpoint.Kind.DESK, Map.of());
        join(Endpoint.Kind.ROOM, Map.of());
        Conference other = conference();
        CallLeg remote = other.join(new Arrival(SPACE, MEETING, endpoint(Endpoint.Kind.ROOM), Map.of()));
        conference.peer(new PeerNews(new UUID(9, 9), true, other.calls(), List.of(remote), List.of()));
        Call last = conference.openAdHoc("last", new UUID(1, 1), Map.of());
        conference.dial(last.id(), endpoint(Endpoint.Kind.DESK), Map.of(), false);
        List<Participant> all = conference.participants(0, 100);
        assertEquals(conference.countAll(), all.size());
        List<Participant> paged = new ArrayList<>();
        for (int offset = 0; offset < all.size(); offset += 2) {
            paged.addAll(conference.participants(offset, 2));
        }
        assertEquals(all, paged);
        assertEquals(List.of(), conference.participants(all.size(), 2));
    }

    @Test
    void aSettingMadeOnAnotherBridgeCountsHereWhenItIsNewer() {
        CallLeg own = join(Endpoint.Kind.DESK, Map.of());
        Conference other = conference();
        CallLeg remote = other.join(new Arrival(SPACE, MEETING, endpoint(Endpoint.Kind.ROOM), Map.of()));
        Call locked = other.changeCall(Objects.requireNonNull(remote.call()), Map.of("locked", "true"));
        conference.peer(new PeerNews(new UUID(9, 9), true, List.of(locked), List.of(remote), List.of()));
        assertTrue(conference.findCall(Objects.requireNonNull(own.call())).orElseThrow().is("locked"));
    }

    @Test
    void twoSpacesCannotShareANumber() {
        conference.spaces().create(Map.of("name", "A", "callId", "1"));
        assertThrows(ProblemException.class, () -> conference.spaces().create(Map.of("name", "B", "callId", "1")));
    }

    private Conference conference() {
        return new Conference(clock, new Spaces(clock, ids, List.of(new Space(SPACE, Map.of("name", "Room"), 1, false))), Terms.of(clock, catalogue),
                "lab.example", ids);
    }

    private CallLeg join(Endpoint.Kind kind, Map<String, String> settings) {
        return conference.join(new Arrival(SPACE, MEETING, endpoint(kind), settings));
    }

    private CallLeg leg(CallLeg leg) {
        return conference.findLeg(leg.id()).orElseThrow();
    }

    private static Endpoint endpoint(Endpoint.Kind kind) {
        return new Endpoint(kind, "Anna", "anna@x", "10.0.0.1", "");
    }
}
