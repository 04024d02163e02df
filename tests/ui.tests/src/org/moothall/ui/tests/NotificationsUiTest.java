package org.moothall.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes wrong is told on the page of notifications, with what to do as buttons. */
@NonNullByDefault({})
@ExtendWith(Stage.class)
@EnabledIf("org.moothall.testkit.RunningLab#built")
class NotificationsUiTest {
    private final Stage stage = Stage.get();
    private final RunningWorkbench workbench = stage.workbench();

    @Test
    void aStoppedNodeIsToldWithItsRemedyAndClearsByItself() throws IOException {
        stage.page("Overview");
        workbench.press("Open errors");
        workbench.await("the page", () -> workbench.sees("Notifications page"));
        workbench.await("nothing wrong", () -> workbench.reads("Nothing needs attention") || !workbench.rows("Notifications").isEmpty());
        workbench.screenshot("notifications-none-light-1280");
        stage.lab().kill("node-1");
        String message = "lab-node-1 (";
        workbench.await("the error", () -> workbench.hasRow("Notifications", message));
        workbench.select("Notifications", message);
        workbench.await("the remedy", () -> workbench.sees("Check address…") && workbench.sees("Show the Call Bridge"));
        Shots.bothThemes(workbench, "notifications");
        workbench.press("Overview");
        workbench.await("the tile", () -> workbench.sees("Check address…"));
        Shots.bothThemes(workbench, "overview-error");
        workbench.press("Open errors");
        workbench.press("Acknowledge");
        workbench.await("acknowledged", () -> workbench.hasRow("Notifications", stage.lab().fact("user")));
        workbench.press("Show the Call Bridge");
        workbench.await("the Call Bridge", () -> workbench.sees("Servers page") && workbench.reads("lab-node-1"));
        stage.lab().startAgain("node", "1");
        workbench.press("Open errors");
        workbench.await("clear", () -> !workbench.hasRow("Notifications", message));
        assertTrue(workbench.sees("Notifications page"));
    }
}
