package org.moothall.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moothall.ui.widgets.Look;

/** What becomes of the window when the connection or the session ends. */
@NonNullByDefault({})
@ExtendWith(Stage.class)
@EnabledIf("org.moothall.testkit.RunningLab#built")
class ConnectionUiTest {
    private final Stage stage = Stage.get();
    private final RunningWorkbench workbench = stage.workbench();

    @Test
    void aKilledServerIsToldByABannerAndRepairedWithoutAClick() throws IOException {
        stage.page("Meetings");
        workbench.await("meetings", () -> workbench.rows("Active meetings").size() > 2);
        stage.lab().kill("server");
        workbench.await("the banner", () -> workbench.sees("Banner"));
        workbench.await("weaker pages", () -> workbench.on(() -> Look.of(workbench.shell()).stale()));
        assertFalse(workbench.rows("Active meetings").isEmpty(), "what was known stays");
        Shots.bothThemes(workbench, "connection-lost");
        stage.lab().startAgain("server");
        workbench.await("no banner", () -> !workbench.sees("Banner"));
        assertFalse(workbench.on(() -> Look.of(workbench.shell()).stale()));
        workbench.await("live rows", () -> workbench.rows("Active meetings").size() > 2);
    }

    @Test
    void theEndOfASessionKeepsWhatWasTyped() {
        stage.page("Servers");
        workbench.press("Add Call Bridges");
        workbench.await("the wizard", () -> workbench.sees("Server address"));
        workbench.type("Server address", "[2001:db8::7]:8443");
        String changed = "Another secret, 42 letters long or nearly so";
        stage.api().signIn(stage.lab().fact("user"), stage.password());
        stage.api().changePassword(stage.password(), changed);
        stage.password(changed);
        workbench.await("the question", () -> workbench.windows().contains("Sign in again"));
        Shots.window(workbench, "Sign in again", "sign-in-again");
        workbench.type("Password", changed);
        workbench.press("Sign in");
        workbench.await("no question", () -> !workbench.windows().contains("Sign in again"));
        assertEquals("[2001:db8::7]:8443", workbench.text("Server address"));
        workbench.press("Cancel");
        workbench.awaitNoOtherWindow();
        workbench.await("a page that reads", () -> workbench.rows("Servers").size() == 4);
        workbench.key("Servers", SWT.HOME);
    }
}
