package org.moothall.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who is badly connected and why, and from when on that is so. */
@NonNullByDefault({})
@ExtendWith(Stage.class)
@EnabledIf("org.moothall.testkit.RunningLab#built")
class QualityUiTest {
    private static final String LEGS = "Badly connected people";
    private static final String GROUPS = "What they have in common";

    private final Stage stage = Stage.get();
    private final RunningWorkbench workbench = stage.workbench();

    @Test
    void whoIsBadlyConnectedIsListedWithTheReasonAndOpenedInTheMeeting() {
        soon();
        stage.page("Quality");
        workbench.await("somebody", () -> !workbench.rows(LEGS).isEmpty());
        Shots.bothThemes(workbench, "quality");
        workbench.key("Quality page", SWT.ARROW_RIGHT);
        workbench.await("subnets", () -> workbench.rows(GROUPS).size() > 1);
        workbench.screenshot("quality-subnets-light-1280");
        workbench.key("Quality page", SWT.ARROW_LEFT);
        String person = workbench.rows(LEGS).getFirst().getFirst();
        assertTrue(workbench.rows(LEGS).getFirst().get(1).matches("(?s).*(loss|jitter|round trip).*"), "the reason is told in words");
        workbench.select(LEGS, person);
        workbench.press("Open in the meeting");
        workbench.await("the meeting", () -> workbench.sees("Meetings page") && workbench.sees("Participants"));
    }

    @Test
    void thresholdsAndTheKeepingOfHistoryAreChangedOnTheSettingsPage() {
        stage.page("Settings");
        workbench.await("what is set", () -> workbench.text("Keep for (days)").matches("\\d+"));
        workbench.type("Keep for (days)", "0");
        assertEquals(false, workbench.enabled("Save history"), "nothing is kept for less than a day");
        workbench.type("Keep for (days)", "400");
        Shots.bothThemes(workbench, "settings");
        workbench.press("Save history");
        workbench.await("saved", () -> !workbench.enabled("Save history"));
        assertEquals(400, stage.api().get("/settings/history").path("keepDays").asInt());
        workbench.type("Packet loss (percent)", "1.5");
        workbench.press("Save quality");
        workbench.await("saved", () -> !workbench.enabled("Save quality"));
        assertEquals(1.5, stage.api().get("/settings/quality").path("lossPercent").asDouble());
    }

    /** Nobody waits half a minute to be listed. */
    private void soon() {
        stage.api().put("/settings/quality",
                Map.of("lossPercent", 1, "jitterMilliseconds", 20, "roundTripMilliseconds", 200, "forSeconds", 0, "everySeconds", 2));
    }
}
