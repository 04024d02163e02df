package org.moothall.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** How Call Bridges are asked, and where they send their records. */
@NonNullByDefault({})
@ExtendWith(Stage.class)
@EnabledIf("org.moothall.testkit.RunningLab#built")
class SettingsUiTest {
    private static final String LIMIT = "Requests per second";
    private static final String ADDRESS = "Address of this server";

    private final Stage stage = Stage.get();
    private final RunningWorkbench workbench = stage.workbench();
    private final int before = stage.api().get("/settings/meetings").path("requestsPerSecond").asInt();

    @AfterEach
    void asBefore() {
        stage.api().put("/settings/meetings", Map.of("requestsPerSecond", before));
    }

    @Test
    void theBudgetOfRequestsIsSavedWhenItIsAllowed() {
        stage.page("Settings");
        workbench.await("what is set", () -> workbench.text(LIMIT).matches("\\d+"));
        workbench.type(LIMIT, "0");
        assertFalse(workbench.enabled("Save limit"), "nothing at all is no limit");
        workbench.type(LIMIT, Integer.toString(before + 1));
        workbench.press("Save limit");
        workbench.await("saved", () -> !workbench.enabled("Save limit"));
        assertEquals(before + 1, stage.api().get("/settings/meetings").path("requestsPerSecond").asInt());
    }

    @Test
    void whatTheServerRefusesIsToldAtTheField() {
        stage.page("Settings");
        workbench.type(ADDRESS, "no address:at all");
        workbench.await("that it can be saved", () -> workbench.enabled("Save address"));
        workbench.press("Save address");
        workbench.await("why not", () -> workbench.reads("address:"));
        Shots.bothThemes(workbench, "settings-refused");
        assertEquals("no address:at all", workbench.text(ADDRESS), "what was typed stays");
        workbench.type(ADDRESS, "");
    }
}
