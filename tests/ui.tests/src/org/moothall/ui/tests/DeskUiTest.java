package org.moothall.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** What operators share about a meeting: pins, who looks after it, notes. */
@NonNullByDefault({})
@ExtendWith(Stage.class)
@EnabledIf("org.moothall.testkit.RunningLab#built")
class DeskUiTest {
    private static final String LIST = "Active meetings";

    private final Stage stage = Stage.get();
    private final RunningWorkbench workbench = stage.workbench();
    private final OpenMenus menus = new OpenMenus(workbench);
    private final MeetingsPage page = new MeetingsPage(stage);
    private final QuietMeeting quiet = new QuietMeeting(stage.lab(), MeetingsPage.named("Anchor desk"), "Olga Rey", "Pavel Kos");

    @BeforeEach
    void openAMeeting() {
        stage.page("Meetings");
        workbench.key("Meetings page", SWT.HOME);
        page.open(quiet);
    }

    @AfterEach
    void closeDetails() {
        workbench.press("Close details (Esc)");
        quiet.close();
    }

    @Test
    void aPinnedMeetingStandsOnTopUntilThePinIsTakenAway() {
        Instant next = Instant.now().plusSeconds(2); // bridges tell beginnings to the second
        workbench.await("a later second", () -> Instant.now().isAfter(next));
        try (QuietMeeting later = new QuietMeeting(stage.lab(), MeetingsPage.named("Aft deck"), "Quinn Hale")) {
            workbench.await("the later one above", () -> place(later) >= 0 && place(later) < place(quiet));
            workbench.press("Pin");
            workbench.await("on top", () -> place(quiet) == 0);
            assertEquals("Pinned", workbench.rows(LIST).getFirst().getFirst());
            Shots.bothThemes(workbench, "meetings-pinned");
            workbench.press("Unpin");
            workbench.await("in its place", () -> place(later) < place(quiet));
            menus.context(LIST, "Pin");
            workbench.await("on top again", () -> place(quiet) == 0);
            workbench.press("Undo");
            workbench.await("undone", () -> place(later) < place(quiet));
        }
    }

    @Test
    void whoLooksAfterAMeetingAndWhatIsNotedOnItIsSeenByAll() {
        workbench.press("I look after it");
        workbench.await("mine", () -> workbench.sees("You look after it"));
        workbench.press("Note…");
        workbench.type("Note", "Minister joins at 15:00: call the Leeds room first");
        Shots.window(workbench, "Note on “" + quiet.name() + "”", "note-form");
        workbench.press("Save");
        workbench.await("the note", () -> workbench.reads("Minister joins at 15:00"));
        workbench.await("in the list",
                () -> workbench.rows(LIST).stream().anyMatch(row -> row.contains(quiet.name()) && row.contains(stage.lab().fact("user"))));
        Shots.bothThemes(workbench, "meetings-desk");
        workbench.press("You look after it");
        workbench.await("nobody's", () -> workbench.sees("I look after it"));
        workbench.press("Note…");
        workbench.type("Note", "");
        workbench.press("Save");
        workbench.await("no note", () -> !workbench.reads("Minister joins at 15:00"));
    }

    /** Where it stands in the list, or -1. */
    private int place(QuietMeeting meeting) {
        List<List<String>> rows = workbench.rows(LIST);
        return IntStream.range(0, rows.size()).filter(i -> rows.get(i).contains(meeting.name())).findFirst().orElse(-1);
    }
}
