package org.moothall.ui.tests;

import java.util.List;

/** Screenshots in both themes and sizes. */
final class Shots {
    private Shots() {}

    static void bothThemes(RunningWorkbench workbench, String name) {
        for (String theme : List.of("light", "dark")) {
            workbench.command("org.moothall.workbench.command.theme-" + theme);
            workbench.size(1920, 1080);
            workbench.screenshot(name + "-" + theme + "-1920");
            workbench.size(1280, 800);
            workbench.screenshot(name + "-" + theme + "-1280");
        }
        workbench.command("org.moothall.workbench.command.theme-light");
    }

    /** A window over the page, in both themes, as large as it wants to be. */
    static void window(RunningWorkbench workbench, String title, String name) {
        for (String theme : List.of("light", "dark")) {
            workbench.command("org.moothall.workbench.command.theme-" + theme);
            workbench.screenshot(name + "-" + theme, title);
        }
        workbench.command("org.moothall.workbench.command.theme-light");
    }
}
