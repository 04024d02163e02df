package org.moothall.meetings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.moothall.meetings.internal.RoomFixture.await;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moothall.core.PageRequest;
import org.moothall.meetings.LogEntry;
import org.moothall.meetings.Macro;
import org.moothall.meetings.MacroArguments;
import org.moothall.meetings.MacroCommand;
import org.moothall.meetings.MacroMeetings;
import org.moothall.meetings.MacroRun;
import org.moothall.meetings.MacroRun.Outcome;
import org.moothall.meetings.Macros;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.internal.macros.StoredMacros;
import org.moothall.testkit.TestExecutors;

/** Macros over Board (Ada, Bert) and Team (Carl). */
class MacrosTest extends ActionsRules {

    private static final MacroArguments NONE = MacroArguments.NONE;
    private static final MacroMeetings BOTH = new MacroMeetings(null, List.of("boardroom", "teamroom"), null);
    private static final MacroMeetings BOARD = new MacroMeetings(null, List.of("boardroom"), null);

    private final TestExecutors threads = new TestExecutors();
    private @Nullable StoredMacros opened;
    private ScriptedBridge bridge = new ScriptedBridge();
    private MeetingId board = new MeetingId("unknown");

    @BeforeEach
    void meet() {
        opened = new StoredMacros(it().store, it().meetings, it().actions, it().events, threads, it().clock);
        bridge = it().bridge("one");
        known();
        it().send(bridge, "s1", inSpace(Cdr.callStart(0, "c1", "Board"), "boardroom"), Cdr.legStart(1, "ada", "c1", "Ada"),
                Cdr.legStart(3, "bert", "c1", "Bert"),
                inSpace(Cdr.callStart(5, "c2", "Team"), "teamroom"), Cdr.legStart(6, "carl", "c2", "Carl"));
        await(() -> shown() == 3);
        board = found().getFirst();
        bridge.asked.clear();
    }

    /** The bridge knows of all of it too, however often it is read. */
    private void known() {
        bridge.put("calls/c1", "name", "Board", "callCorrelator", "x-Board", "coSpace", "boardroom");
        bridge.put("calls/c2", "name", "Team", "callCorrelator", "x-Team", "coSpace", "teamroom");
        Map.of("ada", "c1", "bert", "c1", "carl", "c2").forEach((person, call) -> {
            bridge.put("callLegs/" + person, "call", call, "type", "sip", "groupId", person, "state", "connected");
            bridge.put("participants/" + person, "call", call, "name", person.substring(0, 1).toUpperCase(Locale.ROOT) + person.substring(1));
        });
        bridge.nextRecord(8);
    }

    @AfterEach
    void end() {
        macros().close();
        threads.close();
    }

    @Test
    void severalCommandsOverSeveralMeetingsAreCarriedOutInOrderWithAnOutcomeForEachParticipant() {
        MacroRun run = run(step(BOTH, MacroCommand.MUTE_AUDIO, NONE), step(BOARD, MacroCommand.LOCK, NONE));
        assertEquals(List.of("0 Board Ada", "0 Board Bert", "0 Team Carl", "1 Board null"), told(run));
        assertEquals(0, run.failed());
        List<String> changes = changes();
        assertEquals(3, changes.size(), changes::toString);
        assertTrue(changes.subList(0, 2).stream().allMatch(asked -> asked.contains("rxAudioMute=true")), changes::toString);
        assertEquals("PUT calls/c1 locked=true", changes.get(2));
    }

    @Test
    void allButOneAreMutedInSeveralMeetingsAtOnce() {
        MacroRun run = run(step(BOTH, MacroCommand.MUTE_AUDIO, who(null, "ada")));
        assertEquals(List.of("0 Board Bert", "0 Team Carl"), told(run));
        assertEquals(List.of("0 Board Ada"), told(run(step(BOTH, MacroCommand.UNMUTE_AUDIO, who("ada", null)))).subList(0, 1));
    }

    @Test
    void aRehearsalSaysWhatWouldHappenAndAsksNoBridgeToChangeAnything() {
        Macro macro = add(step(BOTH, MacroCommand.MUTE_AUDIO, NONE), step(BOARD, MacroCommand.MOVE, to("teamroom")),
                step(BOARD, MacroCommand.MOVE, to("nowhere")),
                step(new MacroMeetings(null, List.of("empty"), null), MacroCommand.END, NONE), step(BOARD, MacroCommand.END, NONE));
        MacroRun run = macros().run(macro, true, by("olga", () -> false));
        assertTrue(run.rehearsed());
        assertEquals(List.of(), changes());
        assertEquals(List.of("0 Board Ada", "0 Board Bert", "0 Team Carl", "1 Board Ada", "1 Board Bert"), told(run).subList(0, 5));
        assertTrue(run.outcomes().subList(0, 5).stream().allMatch(Outcome::done));
        assertEquals(List.of("to: no meeting goes on there now.", "to: no meeting goes on there now.", "None of the meetings that are meant goes on now."),
                run.outcomes().stream().map(Outcome::problem).filter(Objects::nonNull).toList());
        assertEquals("4 Board null", told(run).get(8));
    }

    @Test
    void whatFailsInOneMeetingDoesNotKeepTheOthersFromBeingTried() {
        bridge.refuse("PUT calls/c1", "databaseNotReady");
        MacroRun run = run(step(BOTH, MacroCommand.MUTE_AUDIO, NONE), step(BOTH, MacroCommand.LOCK, NONE));
        assertEquals(List.of(false, false, true, false, true), run.outcomes().stream().map(Outcome::done).toList());
        assertEquals(3, run.failed());
        assertTrue(String.valueOf(run.outcomes().get(3).problem()).contains("databaseNotReady"));
    }

    @Test
    void itIsStoppedBetweenStepsAndSaysHowFarItCame() {
        AtomicBoolean stop = new AtomicBoolean();
        Macro macro = add(step(BOTH, MacroCommand.MUTE_AUDIO, NONE), step(BOARD, MacroCommand.LOCK, NONE));
        List<MacroRun> heard = new ArrayList<>();
        Thread caller = Thread.currentThread();
        MacroRun run = macros().run(macro, false, new Macros.Run("olga", cluster -> true, sofar -> {
            heard.add(sofar);
            stop.set(true);
            caller.interrupt(); // as who cancels an operation does
        }, stop::get));
        assertTrue(Thread.interrupted(), "who called still knows");
        assertEquals(List.of("0 Board Ada", "0 Board Bert", "0 Team Carl"), told(run));
        assertEquals(run, heard.getLast());
        assertNotNull(run.undo(), "what was done until then can be undone");
        assertFalse(changes().contains("PUT calls/c1 locked=true"));
    }

    @Test
    void aRunIsUndoneOnceLastStepFirstToWhatEachHadBefore() {
        bridge.tell("{'messageId':1,'type':'callListUpdate','subscriptionIndex':1,'updates':[{'call':'c1','updateType':'add','name':'Board'}]}");
        bridge.tell("{'messageId':2,'type':'rosterUpdate','subscriptionIndex':2,'updates':[{'participant':'ada','updateType':'add','audioMuted':true}]}");
        await(() -> it().meetings.participants(board, "ada", PageRequest.first()).items().getFirst().audioMuted());
        MacroRun run = run(step(BOTH, MacroCommand.MUTE_AUDIO, NONE), step(BOARD, MacroCommand.LOCK, NONE));
        bridge.asked.clear();
        MacroRun undone = macros().undo(run.macro(), String.valueOf(run.undo())).by(by("otto", () -> false));
        assertEquals(List.of("1 Board null", "0 Team Carl"), told(undone).subList(0, 2));
        assertEquals(Set.of("0 Board Ada", "0 Board Bert"), Set.copyOf(told(undone).subList(2, 4)));
        assertEquals(0, undone.failed());
        assertNull(undone.undo());
        assertEquals("PUT calls/c1 locked=false", changes().getFirst());
        assertEquals(Set.of("PUT calls/c1/participants/* filterIds=ada&mode=selected&rxAudioMute=true",
                "PUT calls/c1/participants/* filterIds=bert&mode=selected&rxAudioMute=false",
                "PUT calls/c2/participants/* filterIds=carl&mode=selected&rxAudioMute=false"), Set.copyOf(changes().subList(1, 4)));
        assertEquals("meetings.no-undo", code(() -> macros().undo(run.macro(), String.valueOf(run.undo()))));
    }

    @Test
    void undoingGoesOnWhereItFailsAndOnlyWhereTheUserMayAct() {
        MacroRun run = run(step(BOTH, MacroCommand.LOCK, NONE));
        bridge.refuse("PUT calls/c1", "databaseNotReady");
        MacroRun undone = macros().undo(run.macro(), String.valueOf(run.undo())).by(by("olga", () -> false));
        assertEquals(List.of(true, false), undone.outcomes().stream().map(Outcome::done).toList());
        MacroRun again = run(step(BOTH, MacroCommand.UNLOCK, NONE));
        bridge.asked.clear();
        MacroRun refused = macros().undo(again.macro(), String.valueOf(again.undo())).by(new Macros.Run("olga", cluster -> false, sofar -> {}, () -> false));
        assertEquals(List.of("You may not act in this meeting."), refused.outcomes().stream().map(Outcome::problem).distinct().toList());
        assertEquals(List.of(), changes());
    }

    @Test
    void whoeverWasCalledInIsDroppedAgainWhenTheRunIsUndone() {
        MacroRun run = run(step(BOARD, MacroCommand.ADD, new MacroArguments(null, null, null, null, null, "dora@example.org", null, null, null, null, null)));
        MacroRun undone = macros().undo(run.macro(), String.valueOf(run.undo())).by(by("olga", () -> false));
        assertEquals(List.of("0 Board dora@example.org"), told(undone));
    }

    @Test
    void aRehearsalAndARunThatDidNothingHaveNothingToUndo() {
        assertNull(macros().run(add(step(BOTH, MacroCommand.MUTE_AUDIO, NONE)), true, by("olga", () -> false)).undo());
        assertNull(run(step(new MacroMeetings(null, List.of("empty"), null), MacroCommand.LOCK, NONE)).undo());
    }

    @Test
    void whereTheUserMayNotActNothingIsDoneAndTheOutcomeSaysSo() {
        MacroRun run = macros().run(add(step(BOARD, MacroCommand.LOCK, NONE)), false, new Macros.Run("olga", cluster -> false, sofar -> {}, () -> false));
        assertEquals(List.of("You may not act in this meeting."), run.outcomes().stream().map(Outcome::problem).toList());
        assertEquals(List.of(), changes());
    }

    @Test
    void theEventLogNamesWhoRanIt() {
        MeetingId board = run(step(BOARD, MacroCommand.LOCK, NONE)).outcomes().get(0).meeting();
        List<LogEntry> log = new ArrayList<>();
        it().advanceUntil(() -> {
            log.clear();
            it().history.wholeLog(Objects.requireNonNull(board), log::addAll);
            return log.stream().anyMatch(entry -> "olga".equals(entry.user()) && entry.message().equals("(operator): lock"));
        });
        assertEquals(1, log.stream().filter(entry -> "olga".equals(entry.user())).count());
    }

    @Test
    void meetingsAreMeantByIdBySpaceOrByWhatAListShows() {
        MeetingId team = Objects.requireNonNull(run(step(new MacroMeetings(null, null, "carl"), MacroCommand.LOCK, NONE)).outcomes().get(0).meeting());
        assertEquals(List.of("0 Team null"), told(run(step(new MacroMeetings(List.of(team.value(), "gone"), null, null), MacroCommand.UNLOCK, NONE))));
        assertEquals(List.of("0 Board null", "0 Team null"), told(run(step(new MacroMeetings(null, null, ""), MacroCommand.UNLOCK, NONE))));
        assertEquals(List.of("0 Board null"), told(run(step(new MacroMeetings(null, null, "q=boa&pinned=false"), MacroCommand.UNLOCK, NONE))));
    }

    @Test
    void everyStepIsCheckedAndARefusalNamesItsPlace() {
        Map<String, Macro.Step> refused = new LinkedHashMap<>();
        refused.put("arguments.layout", step(BOARD, MacroCommand.LAYOUT, NONE));
        refused.put("arguments.text", step(BOARD, MacroCommand.MESSAGE, NONE));
        refused.put("arguments.who", step(BOARD, MacroCommand.LOCK, who("ada", null)));
        refused.put("meetings", step(new MacroMeetings(null, null, null), MacroCommand.LOCK, NONE));
        refused.put("meetings.view", step(new MacroMeetings(null, null, "order=asc"), MacroCommand.LOCK, NONE));
        refused.put("layout", step(BOARD, MacroCommand.LAYOUT, new MacroArguments(null, null, "mosaic", null, null, null, null, null, null, null, null)));
        refused.put("meetings.spaces", step(new MacroMeetings(List.of("x"), null, null), MacroCommand.START,
                new MacroArguments(null, null, null, null, null, null, null, null, null, null, "lab")));
        refused.forEach((field, step) -> assertEquals("steps[1]." + field, refused(() -> add(step(BOARD, MacroCommand.LOCK, NONE), step))));
        assertEquals("steps", refused(() -> macros().add("Empty", List.of(), "olga")));
        assertEquals("name", refused(() -> macros().add(" ", List.of(step(BOARD, MacroCommand.LOCK, NONE)), "olga")));
        assertEquals(List.of(), macros().all());
    }

    @Test
    void whoeverChangesWhatSomebodyElseChangedIsToldSo() {
        Macro macro = add(step(BOARD, MacroCommand.LOCK, NONE));
        Macro renamed = macros().change(new Macro(macro.id(), "Another", macro.steps(), "", macro.changedAt(), 1), 1, "otto");
        assertEquals(List.of("Another", "otto", 2L), List.of(renamed.name(), renamed.changedBy(), renamed.version()));
        assertEquals("core.changed-meanwhile", code(() -> macros().change(macro, 1, "olga")));
        macros().remove(macro.id());
        assertTrue(macros().find(macro.id()).isEmpty());
        assertEquals(List.of(Macros.CHANGED, Macros.CHANGED, Macros.REMOVED),
                it().events.types().stream().filter(type -> type.startsWith("meetings.macro")).toList());
    }

    private StoredMacros macros() {
        return Objects.requireNonNull(opened);
    }

    private static String inSpace(String callStart, String space) {
        return callStart.replace("</name>", "</name><coSpace>" + space + "</coSpace>");
    }

    private static Macro.Step step(MacroMeetings meetings, MacroCommand command, MacroArguments arguments) {
        return new Macro.Step(meetings, command, arguments);
    }

    private static MacroArguments who(@Nullable String who, @Nullable String except) {
        return new MacroArguments(who, except, null, null, null, null, null, null, null, null, null);
    }

    private static MacroArguments to(String target) {
        return new MacroArguments(null, null, null, null, target, null, null, null, null, null, null);
    }

    private Macro add(Macro.Step... steps) {
        return macros().add("Morning", List.of(steps), "olga");
    }

    private MacroRun run(Macro.Step... steps) {
        return macros().run(add(steps), false, by("olga", () -> false));
    }

    private static Macros.Run by(String user, java.util.function.BooleanSupplier stopped) {
        return new Macros.Run(user, cluster -> true, sofar -> {}, stopped);
    }

    private List<String> changes() {
        return bridge.asked.stream().filter(asked -> !asked.startsWith("GET") && !asked.startsWith("LIST") && !asked.startsWith("EVENTS")
                && !asked.contains("cdrReceivers")).toList();
    }

    private static List<String> told(MacroRun run) {
        return run.outcomes().stream().map(outcome -> outcome.step() + " " + outcome.meetingName() + " " + outcome.participantName()).toList();
    }
}
