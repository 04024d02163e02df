package org.moothall.mediaengine.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.moothall.core.ProblemException;
import org.moothall.mediaengine.Call;
import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.Catalogue;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.EndReason;
import org.moothall.mediaengine.EngineClock;
import org.moothall.mediaengine.Identities;
import org.moothall.mediaengine.MediaStatistics;
import org.moothall.mediaengine.Spaces;
import org.moothall.mediaengine.Terms;

class ScheduleTest {

    private static final Instant EPOCH = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void theSameSeedGivesTheSameMeetings() {
        assertEquals(meetings(7), meetings(7));
        assertNotEquals(meetings(7), meetings(8));
    }

    @Test
    void aScriptFileWithTheSameSeedGivesTheSameMeetings() {
        String file = """
                {"name":"Two rooms","domain":"x.example","warmUpMinutes":10,"firstNames":["Ada","Bo"],"lastNames":["Ek","Orr"],"rooms":["Hall"],"tracks":[
                 {"spaces":["One","Two"],"minutes":10,"fewest":2,"most":5,"spread":0.5,"recorded":true,"presented":true,"lobby":true,"returnsWhenDropped":false}]}
                """;
        assertEquals(steps(file, 11), steps(file, 11));
        assertNotEquals(steps(file, 11), steps(file, 12));
        assertEquals(new Schedule(script(file), 11, 3).spaces(), new Schedule(script(file), 11, 3).spaces());
    }

    @Test
    void aScriptThatMakesNoSenseIsRefusedByItsField() {
        String file = """
                {"name":"x","domain":"x","warmUpMinutes":1,"firstNames":["A"],"lastNames":["B"],"rooms":["R"],"tracks":[
                 {"spaces":["S"],"minutes":1,"fewest":1,"most":1,"spread":0,"recorded":false,"presented":false,"lobby":false,"returnsWhenDropped":false}]}
                """;
        assertTrue(assertThrows(ProblemException.class, () -> script(file)).problem().toString().contains("tracks.minutes"));
    }

    private static List<Occurrence> steps(String file, long seed) {
        Schedule schedule = new Schedule(script(file), seed, 3);
        return IntStream.range(0, 5).mapToObj(frame -> schedule.occurrence(0, frame)).toList();
    }

    private static Script script(String file) {
        return Script.read(new java.io.ByteArrayInputStream(file.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void twoNodesWithTheSameSeedHaveTheSameIdsTheSameMeetingsAndTheSameStatistics() {
        Conference one = played(0, 3);
        Conference other = played(0, 3);
        assertEquals(one.calls(), other.calls());
        assertEquals(one.legs(), other.legs());
        assertEquals(measured(one), measured(other));
    }

    @Test
    void anotherSeedAnotherPlaceOrAnotherRunGivesOtherIds() {
        List<Identities> different = List.of(new Identities(7, 0, 0), new Identities(8, 0, 0), new Identities(7, 1, 0), new Identities(7, 0, 1));
        assertEquals(4, different.stream().map(ids -> ids.next(Identities.Kind.CALL)).distinct().count());
        assertEquals(4, different.stream().map(ids -> ids.of(Identities.Kind.LEG, 5)).distinct().count());
    }

    @Test
    void aClusterIsBusyAfterTheWarmUp() {
        List<Conference> nodes = IntStream.range(0, 3).mapToObj(node -> played(node, 3)).toList();
        long meetings = nodes.stream().flatMap(node -> node.calls().stream()).map(Call::correlator).distinct().count();
        int people = nodes.stream().mapToInt(node -> node.legs().size()).sum();
        assertTrue(meetings >= 12 && meetings <= 20, meetings + " meetings");
        assertTrue(people >= 60 && people <= 180, people + " people");
        assertTrue(nodes.stream().allMatch(node -> node.counters().completed() > 100));
    }

    @Test
    void everyStayBeginsBeforeItEnds() {
        Schedule schedule = new Schedule(Script.officeDay(), 3, 3);
        for (Step step : schedule.occurrence(0, 12).steps()) {
            if (step.action() instanceof Step.Join join) {
                assertTrue(step.at() < join.until());
            }
        }
    }

    @Test
    void whoIsDroppedByAnOperatorStaysAwayFromTheMeeting() {
        EngineClock clock = new EngineClock(java.time.Clock.systemUTC(), EPOCH);
        Schedule schedule = new Schedule(Script.officeDay(), 7, 1);
        Identities ids = new Identities(7, 0, 0);
        Conference conference = new Conference(clock, new Spaces(clock, ids, schedule.spaces()), Terms.of(clock, new Catalogue(clock, ids, List.of())),
                "lab.example", ids);
        ScriptPlayer player = new ScriptPlayer(conference, schedule, 0, EPOCH, EPOCH);
        player.play(EPOCH.plusSeconds(60), clock::holdAt);
        UUID first = schedule.occurrence(0, schedule.frame(0, 60_000)).space();
        Call call = conference.calls().stream().filter(each -> first.equals(each.space())).findFirst().orElseThrow();
        List<CallLeg> everybody = conference.legsOf(call.id());
        List<String> dropped = everybody.stream().map(leg -> leg.endpoint().remoteParty()).toList();
        everybody.forEach(leg -> conference.hangUp(leg.id(), EndReason.API_INITIATED_TEARDOWN));
        Instant beforeTheEnd = EPOCH.plusMillis(schedule.occurrence(0, schedule.frame(0, 60_000)).end() - 1_000);
        player.play(beforeTheEnd, clock::holdAt);
        assertTrue(conference.legs().stream().filter(leg -> call.space() != null && inSpace(conference, leg, first))
                .noneMatch(leg -> dropped.contains(leg.endpoint().remoteParty())));
    }

    private static boolean inSpace(Conference conference, CallLeg leg, UUID space) {
        UUID call = leg.call();
        return call != null && conference.findCall(call).filter(each -> space.equals(each.space())).isPresent();
    }

    private static List<Occurrence> meetings(long seed) {
        Schedule schedule = new Schedule(Script.officeDay(), seed, 3);
        return IntStream.range(0, schedule.tracks()).mapToObj(track -> schedule.occurrence(track, 4)).toList();
    }

    private static Conference played(int node, int nodes) {
        Schedule schedule = new Schedule(Script.officeDay(), 7, nodes);
        EngineClock clock = new EngineClock(java.time.Clock.systemUTC(), EPOCH);
        Identities ids = new Identities(7, node, 0);
        Conference conference = new Conference(clock, new Spaces(clock, ids, schedule.spaces()), Terms.of(clock, new Catalogue(clock, ids, List.of())),
                "lab.example", ids);
        new ScriptPlayer(conference, schedule, node, EPOCH, EPOCH).play(EPOCH.plusSeconds(5_700), clock::holdAt);
        return conference;
    }

    private static List<MediaStatistics> measured(Conference conference) {
        return conference.legs().stream().map(leg -> MediaStatistics.of(leg, EPOCH.plusSeconds(5_800))).toList();
    }
}
