package org.moothall.mediaengine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.moothall.core.ProblemException;
import org.moothall.testkit.ManualClock;

/** Installation guide, Table 4: a node carries as much as the platform that it runs as. */
class CapacityTest {

    private static final UUID SPACE = new UUID(7, 7);
    private static final Capacity SMALL = new Capacity("small", Map.of(Traffic.FULL_HD, 2, Traffic.HD, 4, Traffic.SD, 8, Traffic.AUDIO, 100), OptionalInt.of(
            1), OptionalInt.of(2));

    private final ManualClock clock = new ManualClock();
    private final Identities ids = new Identities(7, 0, 0);
    private final Terms terms = Terms.of(clock, new Catalogue(clock, ids, List.of()),
            () -> List.of(new User(new UUID(1, 1), "a@x", "A", "a@x"), new User(new UUID(2, 2), "b@x", "B", "b@x")), SMALL);
    private final Conference conference = new Conference(clock, new Spaces(clock, ids, List.of(new Space(SPACE, Map.of("name", "Room"), 1, false)), SMALL),
            terms, "lab.example", ids);

    @Test
    void asManyCallsOfOneKindAsTheTableSaysAndNotOneMore() {
        for (int i = 0; i < 4; i++) {
            join(Endpoint.Kind.DESK, Map.of("qualityMain", "max720p30"));
        }
        assertEquals(1, conference.inUse().load(), 1e-6);
        List<EndReason> ended = new ArrayList<>();
        conference.listen(event -> {
            if (event instanceof ConferenceEvent.LegEnded it) {
                ended.add(it.reason());
            }
        });
        assertThrows(ProblemException.class, () -> join(Endpoint.Kind.PHONE, Map.of()));
        assertEquals(List.of(EndReason.PARTICIPANT_LIMIT_REACHED), ended);
        assertEquals(4, conference.legs().size());
    }

    @Test
    void kindsOfCallsShareThePlatform() {
        for (int i = 0; i < 2; i++) {
            join(Endpoint.Kind.DESK, Map.of("qualityMain", "max720p30"));
        }
        for (int i = 0; i < 50; i++) {
            join(Endpoint.Kind.PHONE, Map.of());
        }
        assertEquals(1, conference.inUse().load(), 1e-6);
        assertThrows(ProblemException.class, () -> join(Endpoint.Kind.DESK, Map.of("qualityMain", "max480p30")));
    }

    @Test
    void whoLeavesMakesRoomAndAFullPlatformLeavesNoEmptyCallBehind() {
        CallLeg first = join(Endpoint.Kind.DESK, Map.of("qualityMain", "max480p30"));
        for (int i = 0; i < 7; i++) {
            join(Endpoint.Kind.DESK, Map.of("qualityMain", "max480p30"));
        }
        Space other = conference.spaces().create(Map.of("name", "Other"));
        assertThrows(ProblemException.class, () -> conference.join(new Arrival(other.id(), null, end(Endpoint.Kind.WEB_APP), Map.of())));
        assertEquals(1, conference.calls().size());
        conference.hangUp(first.id(), EndReason.REMOTE_TEARDOWN);
        join(Endpoint.Kind.DESK, Map.of("qualityMain", "max480p30"));
        assertEquals(1, conference.inUse().load(), 1e-6);
    }

    @Test
    void whoIsCalledNeedsRoomToo() {
        Call call = conference.open(SPACE, null, Map.of("activeWhenEmpty", "true"));
        for (int i = 0; i < 4; i++) {
            conference.dial(call.id(), end(Endpoint.Kind.DESK), Map.of("qualityMain", "max720p30"), false);
        }
        assertThrows(ProblemException.class, () -> conference.dial(call.id(), end(Endpoint.Kind.PHONE), Map.of(), false));
    }

    @Test
    void usersAndSpacesAreAsManyAsThePlatformHas() {
        conference.spaces().create(Map.of("name", "Second"));
        ProblemException refused = assertThrows(ProblemException.class, () -> conference.spaces().create(Map.of("name", "Third")));
        assertEquals(ConferenceProblem.TOO_MANY_SPACES, refused.problem().code());
        assertEquals(1, terms.directory().all().size());
    }

    @Test
    void withoutAPlatformNothingIsRefusedButThereIsALoad() {
        Conference free = new Conference(clock, new Spaces(clock, ids, List.of(new Space(SPACE, Map.of("name", "Room"), 1, false))),
                Terms.of(clock, new Catalogue(clock, ids, List.of())), "lab.example", ids);
        for (int i = 0; i < 200; i++) {
            free.join(new Arrival(SPACE, null, end(Endpoint.Kind.DESK), Map.of()));
        }
        assertTrue(free.inUse().load() > 1);
    }

    private CallLeg join(Endpoint.Kind kind, Map<String, String> settings) {
        return conference.join(new Arrival(SPACE, null, end(kind), settings));
    }

    private static Endpoint end(Endpoint.Kind kind) {
        return new Endpoint(kind, "Anna", "anna@x", "10.0.0.1", "");
    }
}
