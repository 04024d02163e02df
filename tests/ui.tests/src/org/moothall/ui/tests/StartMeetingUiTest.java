package org.moothall.ui.tests;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** A meeting begins in a space that is found by its name. */
@NonNullByDefault({})
@ExtendWith(Stage.class)
@EnabledIf("org.moothall.testkit.RunningLab#built")
class StartMeetingUiTest {
    private final Stage stage = Stage.get();
    private final RunningWorkbench workbench = stage.workbench();

    @Test
    void aMeetingIsStartedInASpaceThatIsFound() {
        try (QuietMeeting quiet = new QuietMeeting(stage.lab(), MeetingsPage.named("Slipway room"), "Uta Wald")) {
            stage.page("Meetings");
            workbench.key("Meetings page", SWT.HOME);
            workbench.press("Start a meeting…");
            workbench.await("the sheet", () -> workbench.windows().contains("Start a meeting"));
            workbench.type("Find space", quiet.name());
            workbench.select("Spaces", quiet.name());
            Shots.window(workbench, "Start a meeting", "start-meeting");
            workbench.press("Start");
            workbench.await("told", () -> workbench.sees(quiet.name() + " has begun."));
            workbench.await("shown", () -> workbench.sees("Participants") && workbench.hasRow("Participants", "Uta Wald"));
            workbench.press("Close details (Esc)");
        }
    }
}
