package org.moothall.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a demand needs and what a host carries, in the window. */
@NonNullByDefault({})
@ExtendWith(Stage.class)
@EnabledIf("org.moothall.testkit.RunningLab#built")
class SizingUiTest {
    private static final String HD = "HD 720p30 calls";

    private final Stage stage = Stage.get();
    private final RunningWorkbench workbench = stage.workbench();

    /** @spec installation-guide §D.1 */
    @Test
    void theExampleOfTheGuideIsCalculatedAndTheReverseToo() {
        stage.page("Sizing");
        workbench.type(HD, "-5");
        workbench.press("Calculate");
        workbench.await("what is wrong", () -> workbench.reads("Write a whole number"));
        Shots.bothThemes(workbench, "sizing-refused");
        workbench.type(HD, "50");
        workbench.type("Spaces", "275,000");
        workbench.press("Calculate");
        workbench.await("the hosts", () -> workbench.reads("38 virtual CPUs · 40 GB memory"));
        assertTrue(workbench.reads("19 × 2.5 = 47.5: fewer than 50"), "where the guide disagrees with itself");
        Shots.bothThemes(workbench, "sizing");
        workbench.key("Sizing page", SWT.ARROW_RIGHT);
        workbench.press("Calculate");
        workbench.await("what it carries", () -> workbench.reads("Spaces: 275,000"));
        Shots.bothThemes(workbench, "sizing-carried");
    }
}
