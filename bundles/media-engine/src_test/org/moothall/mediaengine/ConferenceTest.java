package org.moothall.mediaengine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
        CallLeg answers = conference.dial(call.id(), endpoint(Endpoint.Kind.DESK), Map.of());
        CallLeg busy = conference.dial(call.id(), new Endpoint(Endpoint.Kind.DESK, "b", "busy@x", "x", ""), Map.of());
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
        conference.peer(new Peer(bridge, null, Map.of(other.calls().get(0).id(), other.calls().get(0)), Map.of(remote.id(), remote)));
        assertEquals(2, conference.participants(call).size());
        assertEquals(2, conference.instances(conference.calls().get(0)));
        conference.peer(new Peer(bridge, clock.instant(), Map.of(), Map.of()));
        assertEquals(List.of(own.id()), conference.participants(call).stream().map(each -> each.leg().id()).toList());
    }

    @Test
    void aSettingMadeOnAnotherBridgeCountsHereWhenItIsNewer() {
        CallLeg own = join(Endpoint.Kind.DESK, Map.of());
        Conference other = conference();
        CallLeg remote = other.join(new Arrival(SPACE, MEETING, endpoint(Endpoint.Kind.ROOM), Map.of()));
        Call locked = other.changeCall(Objects.requireNonNull(remote.call()), Map.of("locked", "true"));
        conference.peer(new Peer(new UUID(9, 9), null, Map.of(locked.id(), locked), Map.of(remote.id(), remote)));
        assertTrue(conference.findCall(Objects.requireNonNull(own.call())).orElseThrow().is("locked"));
    }

    @Test
    void twoSpacesCannotShareANumber() {
        conference.spaces().create(Map.of("name", "A", "callId", "1"));
        assertThrows(ProblemException.class, () -> conference.spaces().create(Map.of("name", "B", "callId", "1")));
    }

    private Conference conference() {
        return new Conference(clock, new Spaces(clock, List.of(new Space(SPACE, Map.of("name", "Room"), 1, false))), "lab.example");
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
