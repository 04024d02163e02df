package org.moothall.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** Macros are made by hand, rehearsed, run, found with Ctrl+K and deleted. */
@NonNullByDefault({})
@ExtendWith(Stage.class)
@EnabledIf("org.moothall.testkit.RunningLab#built")
class MacrosUiTest {
    private static final String MEETING = "Kuratorium Großröhrsdorf-Überlingen";
    private static final String MACRO = "Ruhe für Ada, dann abschließen";

    private final Stage stage = Stage.get();
    private final RunningWorkbench workbench = stage.workbench();
    private final OpenMenus menus = new OpenMenus(workbench);
    private final QuietMeeting quiet = new QuietMeeting(stage.lab(), MEETING, "Ada Ferreira", "Björn Łukasiewicz", "Cem Aydın", "Dóra Novák-Szentgyörgyi");

    @BeforeEach
    void everybodyIsThere() {
        workbench.await("the meeting's people", () -> people().size() == quiet.people().size());
        stage.page("Macros");
    }

    /** A test that failed while it recorded must not leave the strip, or the sheet, to the others. */
    @AfterEach
    void forget() {
        if (workbench.sees("Stop recording")) {
            workbench.press("Stop recording");
            workbench.await("no strip", () -> !workbench.seesNameBeginning("Recording a macro"));
        }
        quiet.close();
        stage.api().get("/macros").path("items").forEach(macro -> stage.api().delete("/macros/" + macro.path("id").asText()));
        workbench.await("no macros", () -> workbench.rows("Macros").isEmpty());
    }

    @Test
    void aMacroIsMadeByHandRehearsedRunAndFound() {
        workbench.await("none yet", () -> workbench.reads("No macros yet"));
        workbench.screenshot("macros-none-light-1280");
        makeByHand();
        workbench.select("Macros", MACRO);
        workbench.await("its steps", () -> workbench.rows("Steps").size() == 2);
        workbench.press("Rehearse");
        workbench.await("what would happen", () -> workbench.reads("all of this would be done"));
        assertEquals(4, workbench.rows("Outcomes").size(), "three people and the meeting: " + workbench.rows("Outcomes"));
        assertFalse(workbench.hasRow("Outcomes", "Ada"));
        assertEquals(List.of(), muted(), "a rehearsal changes nothing");
        workbench.press("Run");
        workbench.await("done", () -> workbench.reads("Done") && workbench.rows("Outcomes").size() == 4);
        workbench.await("all but Ada are muted", () -> muted().size() == 3 && !muted().contains("Ada Ferreira"));
        Shots.bothThemes(workbench, "macros");
        workbench.press("Undo run");
        workbench.await("all are heard again", () -> muted().isEmpty());
        workbench.await("told", () -> workbench.reads("Undone: all is as before the run"));
        foundAndAsked();
        deletedAndBack();
    }

    @Test
    void whatIsDoneWhileRecordingBecomesTheStepsOfAMacro() {
        workbench.press("Record");
        workbench.await("the strip", () -> workbench.seesNameBeginning("Recording a macro: 0 actions"));
        stage.page("Meetings");
        workbench.select("Active meetings", MEETING);
        workbench.await("its people", () -> workbench.rows("Participants").size() == 4);
        workbench.press("Mute all");
        workbench.await("heard", () -> workbench.seesNameBeginning("Recording a macro: 1 action so far"));
        workbench.await("all muted", () -> workbench.rows("Participants").stream().allMatch(row -> row.contains("Muted")));
        workbench.select("Participants", "Cem");
        workbench.press("Unmute 1");
        workbench.await("heard", () -> workbench.seesNameBeginning("Recording a macro: 2 actions"));
        workbench.screenshot("macros-recording-light-1280");
        workbench.press("Stop recording");
        workbench.await("the steps", () -> workbench.windows().contains("Keep what was recorded") && workbench.rows("Steps of the macro").size() == 2);
        assertFalse(workbench.seesNameBeginning("Recording a macro"));
        assertEquals(List.of("Mute: everybody", "Unmute: “Cem Aydın”"), workbench.rows("Steps of the macro").stream().map(row -> row.get(1)).toList());
        workbench.type("Name", MACRO);
        Shots.window(workbench, "Keep what was recorded", "macros-recorded");
        workbench.press("Save");
        workbench.await("kept", () -> workbench.hasRow("Macros", MACRO));
        stage.page("Meetings");
        workbench.press("Close details (Esc)");
        stage.page("Macros");
    }

    private void makeByHand() {
        workbench.press("New macro");
        workbench.type("Name", MACRO);
        workbench.press("Add step…");
        workbench.type("Except", "ada");
        workbench.type("Find", "kura groß");
        Shots.window(workbench, "Add a step", "macros-step");
        workbench.press("Done");
        workbench.press("Add step…");
        menus.choose("What to do", "Lock");
        workbench.type("Find", "kura groß");
        workbench.press("Done");
        workbench.await("two steps", () -> workbench.rows("Steps of the macro").size() == 2);
        Shots.window(workbench, "New macro", "macros-editor");
        workbench.press("Save");
        workbench.awaitNoOtherWindow();
    }

    private void foundAndAsked() {
        stage.page("Overview");
        workbench.command("org.moothall.workbench.command.find");
        workbench.type("Find page, meeting, person, server, command", "ruhe");
        workbench.await("the macro", () -> workbench.seesNameBeginning("Found: " + MACRO));
        workbench.key("Find page, meeting, person, server, command", SWT.CR);
        String question = "Run “" + MACRO + "”?";
        workbench.await("the question", () -> workbench.windows().contains(question));
        Shots.window(workbench, question, "macros-run");
        workbench.press("Cancel");
        workbench.awaitNoOtherWindow();
    }

    private void deletedAndBack() {
        workbench.press("Delete…");
        workbench.press("Delete macro");
        workbench.await("gone", () -> workbench.rows("Macros").isEmpty());
        workbench.press("Undo");
        workbench.await("back", () -> workbench.hasRow("Macros", MACRO));
    }

    private List<String> muted() {
        return people().stream().filter(person -> person.path("audioMuted").asBoolean()).map(person -> person.path("name").asText()).toList();
    }

    private List<JsonNode> people() {
        JsonNode found = stage.api().get("/meetings?q=Kuratorium").path("items");
        return found.isEmpty() ? List.of()
                : StreamSupport.stream(stage.api().get("/meetings/" + found.get(0).path("id").asText() + "/participants").path("items").spliterator(), false)
                        .filter(person -> person.path("state").asText().equals("connected")).toList();
    }
}
