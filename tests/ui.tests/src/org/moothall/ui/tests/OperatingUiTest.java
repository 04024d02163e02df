package org.moothall.ui.tests;

import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** Less frequent work of an operator, in the window: what stands behind menus, and what is saved to files. */
@NonNullByDefault({})
@ExtendWith(Stage.class)
@EnabledIf("org.moothall.testkit.RunningLab#built")
class OperatingUiTest {
    private static final String LIST = "Active meetings";
    private static final String PEOPLE = "Participants";
    private static final String MORE = "More: layout, importance, lobby, move";

    private final Stage stage = Stage.get();
    private final RunningWorkbench workbench = stage.workbench();
    private final OpenMenus menus = new OpenMenus(workbench);
    private final MeetingsPage page = new MeetingsPage(stage);
    private final QuietMeeting quiet = new QuietMeeting(stage.lab(), MeetingsPage.named("Lighthouse board"), "Ida Moen", "Jan Kowal", "Kira Blum");

    @BeforeEach
    void openThePage() {
        stage.page("Meetings");
        workbench.key("Meetings page", SWT.HOME);
        page.open(quiet);
    }

    @AfterEach
    void closeDetails() {
        if (workbench.sees("Close details (Esc)")) {
            workbench.press("Close details (Esc)");
        }
        quiet.close();
    }

    @Test
    void whoIsMovedIsToldWhatChangesBefore() {
        String person = quiet.people().getFirst();
        try (QuietMeeting target = new QuietMeeting(stage.lab(), MeetingsPage.named("Mole works"), "Lena Fox")) {
            workbench.select(PEOPLE, person);
            menus.choose(MORE, "Move to another meeting…");
            workbench.await("the sheet", () -> workbench.windows().contains("Move " + person));
            workbench.type("Find meeting, person or space", target.name());
            workbench.select("Meetings to move to", target.name());
            workbench.await("what changes", () -> workbench.enabled("Move"));
            Shots.window(workbench, "Move " + person, "move-sheet");
            workbench.press("Move");
            workbench.await("gone from here", () -> !page.isIn(person));
            workbench.select(LIST, target.name());
            workbench.await("there now", () -> (page.isIn(person) || page.isIn("ida.moen")) && page.isIn("Lena Fox"));
        }
    }

    @Test
    void aLayoutIsGivenToOneAndTakenBack() {
        String person = quiet.people().getFirst();
        workbench.select(PEOPLE, person);
        menus.choose(MORE, "Layout", "Speaker only");
        workbench.await("told", () -> workbench.sees("Layout of " + person + " changed."));
        menus.column(PEOPLE, "Layout");
        workbench.await("shown", () -> page.row(person).contains("Speaker only"));
        workbench.screenshot("meetings-layout-light-1280");
        workbench.press("Undo");
        workbench.await("as before", () -> !page.row(person).contains("Speaker only"));
        menus.column(PEOPLE, "Layout");
    }

    @Test
    void whoIsImportantIsShownFirstUntilThatIsTakenBack() {
        String person = quiet.people().getFirst();
        workbench.select(PEOPLE, person);
        menus.column(PEOPLE, "Importance");
        menus.choose(MORE, "Importance", "Show first");
        workbench.await("important", () -> page.row(person).contains("1,000"));
        menus.choose(MORE, "Importance", "As the meeting prescribes");
        workbench.await("as all others", () -> !page.row(person).contains("1,000"));
        menus.column(PEOPLE, "Importance");
    }

    @Test
    void somebodyGoesToTheLobbyAndIsLetInAgain() {
        String person = quiet.people().getFirst();
        workbench.select(PEOPLE, person);
        menus.choose(MORE, "Send back to the lobby");
        workbench.await("in the lobby", () -> page.row(person).contains("In lobby"));
        workbench.screenshot("meetings-lobby-light-1280");
        workbench.press("Let in from the lobby: the selected, or all who wait");
        workbench.await("let in", () -> !page.row(person).contains("In lobby"));
    }

    @Test
    void whoWasDroppedIsCalledBack() {
        workbench.press("Add…");
        workbench.type("Address", "york.room@example.org");
        workbench.type("Name (optional)", "York room");
        workbench.press("Call");
        workbench.await("in the meeting", () -> page.isIn("York room"));
        workbench.select(PEOPLE, "York room");
        workbench.press("Drop the selected… (Del)");
        workbench.press("Drop York room");
        workbench.await("gone", () -> !page.isIn("York room"));
        workbench.press("Left");
        workbench.select(PEOPLE, "York room");
        menus.context(PEOPLE, "Call back York room");
        workbench.await("told", () -> workbench.sees("York room: called back."));
        workbench.press(PEOPLE);
        workbench.await("in the meeting again", () -> page.isIn("York room") || page.isIn("york.room"));
    }

    @Test
    void chartsShowHowWellSomebodyIsConnected() {
        workbench.select(PEOPLE, quiet.people().getFirst());
        workbench.press("How well the selected is connected");
        workbench.await("figures", () -> workbench.seesNameLike("Bit rate: .*bit/s.*"));
        workbench.press("Audio");
        workbench.await("figures of audio", () -> workbench.seesNameLike("Jitter: .* ms .*"));
        Shots.bothThemes(workbench, "connection-charts");
        workbench.press("Close the charts");
        workbench.await("no charts", () -> !workbench.seesNameBeginning("Bit rate"));
    }

    @Test
    void recordingAndStreamingAreSwitchedOnAndOff() {
        for (String what : List.of("recording", "streaming")) {
            toggle(what, false);
            workbench.screenshot("meetings-" + what + "-light-1280");
            toggle(what, true);
        }
    }

    private void toggle(String what, boolean on) {
        workbench.press((on ? "Stop " : "Start ") + what);
        workbench.await("switched", () -> workbench.sees((on ? "Start " : "Stop ") + what));
    }

    @Test
    void aViewShowsOnlyItsMeetingsAndIsSavedAndForgotten() {
        toggle("recording", false);
        menus.choose("View: All meetings", "Recorded");
        workbench.await("only it", () -> workbench.rows(LIST).stream().allMatch(row -> row.contains("Being recorded")));
        menus.choose("View: Recorded", "Save as a view…");
        workbench.type("Name", "On tape");
        Shots.window(workbench, "Save this view", "view-form");
        workbench.press("Save");
        workbench.await("chosen", () -> workbench.sees("View: On tape"));
        menus.choose("View: On tape", "All meetings");
        workbench.await("all", () -> workbench.rows(LIST).size() > 2);
        menus.choose("View: All meetings", "On tape");
        workbench.await("only it again",
                () -> workbench.sees("View: On tape") && workbench.rows(LIST).stream().allMatch(row -> row.contains("Being recorded")));
        workbench.screenshot("meetings-view-light-1280");
        menus.choose("View: On tape", "Forget “On tape”");
        workbench.await("all again", () -> workbench.sees("View: All meetings") && workbench.rows(LIST).size() > 2);
        page.open(quiet);
        toggle("recording", true);
    }
}
