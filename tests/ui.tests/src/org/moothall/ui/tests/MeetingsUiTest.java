package org.moothall.ui.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.meetings.Meeting;
import org.moothall.ui.widgets.SaveDialog;

/** What an operator does with meetings, in the window, with nodes that obey. */
@NonNullByDefault({})
@ExtendWith(Stage.class)
@EnabledIf("org.moothall.testkit.RunningLab#built")
class MeetingsUiTest {
    private static final String LIST = "Active meetings";
    private static final String PEOPLE = "Participants";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Stage stage = Stage.get();
    private final RunningWorkbench workbench = stage.workbench();
    private final QuietMeeting quiet = new QuietMeeting(stage.lab(), named("Harbour council"), "Ada Ferreira", "Bo Lindqvist", "Cem Aydin",
            "Dora Novak");

    @BeforeEach
    void openThePage() {
        stage.page("Meetings");
        workbench.key("Meetings page", SWT.HOME);
        workbench.await("the meeting", () -> workbench.hasRow(LIST, quiet.name()));
    }

    @AfterEach
    void closeDetails() {
        quiet.close();
        if (workbench.sees("Close details (Esc)")) {
            workbench.press("Close details (Esc)");
        }
    }

    @Test
    void undoAfterMuteGivesTheVoiceBack() {
        open(quiet.name());
        String person = quiet.people().get(0);
        workbench.select(PEOPLE, person);
        workbench.press("Mute 1");
        workbench.await("muted", () -> row(person).contains("Muted"));
        workbench.await("the message", () -> workbench.sees("Undo"));
        workbench.screenshot("meetings-undo-light-1280");
        workbench.press("Undo");
        workbench.await("heard again", () -> !row(person).contains("Muted"));
        assertFalse(workbench.sees("Undo") && workbench.sees(person + " muted."));
    }

    @Test
    void whoIsDroppedIsNamedBeforeAndStandsUnderLeftAfter() {
        open(quiet.name());
        String person = quiet.people().get(0);
        workbench.select(PEOPLE, person);
        workbench.press("Drop the selected… (Del)");
        workbench.await("the preview", () -> workbench.windows().contains("Drop " + person + "?"));
        assertTrue(workbench.reads("They leave"));
        Shots.window(workbench, "Drop " + person + "?", "drop-preview");
        workbench.press("Drop " + person);
        workbench.await("gone", () -> workbench.rows(PEOPLE).stream().noneMatch(row -> row.contains(person)));
        workbench.press("Left");
        workbench.await("listed as left", () -> workbench.rows(PEOPLE).stream().anyMatch(row -> row.contains(person)));
    }

    @Test
    void endingAMeetingShowsWhoIsInItAndMovesItToEnded() {
        String name = quiet.name();
        open(name);
        workbench.press("End meeting…");
        workbench.await("the preview", () -> workbench.windows().contains("End “" + name + "”?"));
        Shots.window(workbench, "End “" + name + "”?", "end-preview");
        workbench.press("Keep it going");
        workbench.awaitNoOtherWindow();
        workbench.press("End meeting…");
        workbench.press("End meeting");
        workbench.await("not active any more", () -> workbench.rows(LIST).stream().noneMatch(row -> row.contains(name)));
        workbench.key("Meetings page", SWT.ARROW_RIGHT);
        workbench.await("ended", () -> workbench.hasRow("Ended meetings", name));
        Shots.bothThemes(workbench, "meetings-ended");
        workbench.key("Meetings page", SWT.ARROW_LEFT);
    }

    @Test
    void aMeetingOpensInATabAndInAWindowOfItsOwnThatLive() {
        String name = quiet.name();
        open(name);
        workbench.press("Open in a tab of its own");
        workbench.await("the tab", () -> workbench.sees(PEOPLE) && !workbench.sees(LIST));
        Shots.bothThemes(workbench, "meeting-tab");
        workbench.press("Open in a window of its own");
        String title = name + " – Moothall";
        workbench.await("the window", () -> workbench.windows().contains(title));
        workbench.await("its people", () -> !workbench.rows(PEOPLE).isEmpty());
        Shots.window(workbench, title, "meeting-window");
        workbench.closeWindow(title);
        workbench.key("Meetings page", SWT.DEL);
        workbench.await("the list", () -> workbench.sees(LIST));
    }

    @Test
    void aMeetingThatWasClosedStaysClosedWhenSomethingHappensInIt() {
        open(quiet.name());
        workbench.press("Close details (Esc)");
        quiet.call("Emil Strand");
        workbench.await("five people", () -> workbench.rows(LIST).stream().anyMatch(row -> row.contains(quiet.name()) && row.contains("5")));
        assertFalse(workbench.sees("Close details (Esc)"));
        open(quiet.name());
    }

    @Test
    void theFinderFindsMeetingsPeopleServersAndCommands() {
        String meeting = quiet.name();
        String person = quiet.people().get(0);
        open(meeting); // a search finds who is in when it is asked
        finds(meeting, meeting + " ");
        finds(person, person + " ");
        finds("lab-node-2", "lab-node-2 ");
        finds("Use the dark", "Use the dark theme ");
        workbench.command("org.moothall.workbench.command.find");
        workbench.type("Find page, meeting, person, server, command", person);
        workbench.await("the person", () -> workbench.sees("Found: " + person + " " + meeting + " Person"));
        workbench.screenshot("find-light", "");
        workbench.key("Find page, meeting, person, server, command", SWT.CR);
        workbench.await("the meeting with that person", () -> workbench.sees(PEOPLE));
    }

    @Test
    void severalMeetingsAreMutedAtOnceButForOnePerson() {
        try (QuietMeeting second = new QuietMeeting(stage.lab(), named("Pier works"), "Emil Strand", "Fatma Celik");
                QuietMeeting third = new QuietMeeting(stage.lab(), named("Quay lights"), "Gita Rao", "Hugo Lemaire")) {
            workbench.await("all three", () -> workbench.hasRow(LIST, second.name()) && workbench.hasRow(LIST, third.name()));
            mutedButForOne(List.of(quiet, second, third));
        }
    }

    private void mutedButForOne(List<QuietMeeting> meetings) {
        List<String> names = meetings.stream().map(QuietMeeting::name).toList();
        workbench.on(() -> {
            workbench.<Meeting>table(LIST).select(
                    workbench.<Meeting>table(LIST).shown().stream().filter(meeting -> names.contains(meeting.name())).map(meeting -> meeting.id().value())
                            .toList());
            return true;
        });
        String people = "Participants of the selected meetings";
        List<String> everybody = meetings.stream().flatMap(meeting -> meeting.people().stream()).toList();
        workbench.await("their people", () -> everybody.stream().allMatch(person -> workbench.hasRow(people, person)));
        String kept = quiet.people().get(1);
        workbench.select(people, kept);
        Shots.bothThemes(workbench, "meetings-several");
        workbench.press("Mute all others (O)");
        workbench.await("all others muted", () -> muted(people) == everybody.size() - 1);
        assertTrue(workbench.rows(people).stream().anyMatch(row -> row.contains(kept) && !row.contains("Muted")), kept + " is still heard");
        workbench.press("Undo");
        workbench.await("heard again", () -> muted(people) == 0);
    }

    private long muted(String people) {
        return workbench.rows(people).stream().filter(row -> row.contains("Muted")).count();
    }

    @Test
    void aMeetingIsLockedAndTheLockTakenBack() {
        open(quiet.name());
        workbench.press("Lock: newcomers wait to be let in");
        workbench.await("locked", () -> workbench.sees("Unlock: newcomers come in"));
        workbench.await("in which mode", () -> workbench.rows(LIST).stream()
                .anyMatch(row -> row.contains(quiet.name()) && row.contains("Locked for all: who joins waits")));
        workbench.screenshot("meetings-locked-light-1280");
        workbench.press("Undo");
        workbench.await("open", () -> workbench.sees("Lock: newcomers wait to be let in"));
    }

    @Test
    void theLogTellsWhatOperatorsDo() {
        open(quiet.name());
        workbench.press("Mute everybody who joins from now on");
        workbench.await("told", () -> workbench.sees("Undo"));
        workbench.press("Undo");
        workbench.press("Log");
        workbench.await("entries", () -> !workbench.rows("Log").isEmpty());
        Shots.bothThemes(workbench, "meetings-log");
        assertTrue(workbench.sees("Download as CSV…"));
        workbench.press(PEOPLE);
    }

    @Test
    void theLogIsSavedAsCsvAndAsJsonWhereTheReaderSays(@TempDir Path folder) throws IOException {
        open(quiet.name());
        workbench.press("Log");
        workbench.await("entries", () -> !workbench.rows("Log").isEmpty());
        String name = quiet.name().replace(' ', '-');
        String csv = saved("Download as CSV…", folder.resolve(name + ".csv"));
        assertTrue(csv.startsWith("\"time\",\"heard\",\"user\""), csv);
        assertTrue(csv.contains("\"Ada Ferreira\""), csv);
        JsonNode json = new ObjectMapper().readTree(saved("Download as JSON…", folder.resolve(name + ".json")));
        assertTrue(csv.lines().count() - 1 <= json.size(), "what was saved later has all of what was saved before");
        assertTrue(json.toString().contains("Ada Ferreira"), json::toString);
        workbench.press(PEOPLE);
    }

    private String saved(String button, Path file) throws IOException {
        answer(suggested -> Optional.of(file.resolveSibling(suggested)));
        workbench.press(button);
        workbench.await("the file", () -> workbench.sees("Saved: " + file));
        answer(null);
        return Files.readString(file);
    }

    private void answer(SaveDialog.Answer answer) {
        workbench.on(() -> {
            workbench.shell().getDisplay().setData(SaveDialog.Answer.class.getName(), answer);
            return true;
        });
    }

    @Test
    void aTextIsShownOnEverybodysScreen() {
        String name = quiet.name();
        open(name);
        workbench.press("Show a message on everybody's screen…");
        workbench.type("Message", "The meeting goes on in Leeds");
        Shots.window(workbench, "Message in “" + name + "”", "message-form");
        workbench.press("Show");
        workbench.await("told", () -> workbench.sees("The message is shown in " + name + "."));
    }

    @Test
    void somebodyIsCalledIn() {
        String name = quiet.name();
        open(name);
        workbench.press("Add…");
        workbench.type("Address", "leeds.room@example.org");
        workbench.type("Name (optional)", "Leeds room");
        Shots.window(workbench, "Call somebody into “" + name + "”", "add-person-form");
        workbench.press("Call");
        workbench.await("in the list", () -> workbench.hasRow(PEOPLE, "Leeds room"));
    }

    @Test
    void aSearchWithoutResultsSaysWhatWasSearched() {
        workbench.type("Find meeting, person or space", "zzqqzz");
        workbench.await("the words", () -> workbench.reads("No meeting matches"));
        workbench.screenshot("meetings-no-match-light-1280");
        workbench.press("Clear search");
        workbench.await("the list", () -> workbench.rows(LIST).size() > 2);
    }

    private void finds(String words, String first) {
        workbench.command("org.moothall.workbench.command.find");
        workbench.type("Find page, meeting, person, server, command", words);
        workbench.await(words, () -> workbench.seesNameBeginning("Found: " + first));
        workbench.key("Find page, meeting, person, server, command", SWT.ESC);
    }

    /** No other test's meeting is called so, nor begins so. */
    private static String named(String name) {
        return "%s %03d".formatted(name, NUMBER.incrementAndGet());
    }

    private void open(String name) {
        workbench.select(LIST, name);
        workbench.await("its people", () -> workbench.sees(PEOPLE) && quiet.people().stream().allMatch(person -> workbench.hasRow(PEOPLE, person)));
    }

    private List<String> row(String person) {
        return workbench.rows(PEOPLE).stream().filter(row -> row.contains(person)).findFirst().orElse(List.of());
    }
}
