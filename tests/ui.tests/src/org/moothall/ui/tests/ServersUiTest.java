package org.moothall.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moothall.testkit.RunningLab.Node;

/** Adding, editing and removing Call Bridges in the window. */
@NonNullByDefault({})
@ExtendWith(Stage.class)
@EnabledIf("org.moothall.testkit.RunningLab#built")
class ServersUiTest {
    private static final String LIST = "Servers";
    private static final String NAME = "lab-node-3";

    private final Stage stage = Stage.get();
    private final RunningWorkbench workbench = stage.workbench();

    @BeforeEach
    void openThePage() {
        stage.page("Servers");
        workbench.await("the servers", () -> workbench.rows(LIST).size() == 4);
    }

    @Test
    void aCallBridgeIsRenamedAndShownSoAtOnce() {
        select("lab-node-2");
        rename("lab-node-2", "Leeds, server room");
        workbench.await("the new name", () -> shows("Leeds, server room"));
        select("Leeds, server room");
        rename("Leeds, server room", "lab-node-2");
        workbench.await("the old name", () -> shows("lab-node-2"));
    }

    @Test
    void aCallBridgeIsRemovedAfterAPreviewAndAddedAgainByTheWizard() {
        select(NAME);
        workbench.press("Remove…");
        workbench.await("the preview", () -> workbench.reads("The server forgets this Call Bridge and its password"));
        Shots.window(workbench, "Remove " + NAME + "?", "remove-preview");
        workbench.press("Keep");
        workbench.awaitNoOtherWindow();
        assertTrue(shows(NAME));
        workbench.press("Remove…");
        workbench.press("Remove " + NAME);
        workbench.await("removed", () -> !shows(NAME));
        addAgain();
    }

    private void addAgain() {
        Node node = stage.lab().nodes().get(2);
        workbench.press("Add Call Bridges");
        workbench.await("the wizard", () -> workbench.windows().contains("Add Call Bridges"));
        Shots.window(workbench, "Add Call Bridges", "add-form");
        workbench.type("Server address", node.url().getAuthority());
        workbench.closeWindow("Add Call Bridges");
        workbench.press("Add Call Bridges");
        workbench.await("resumed", () -> workbench.sees("Server address"));
        assertEquals(node.url().getAuthority(), workbench.text("Server address"), "the wizard is resumed where it was left");
        workbench.press("Add");
        workbench.await("what to fill in", () -> workbench.reads("Fill in the server's address"));
        workbench.type("User", node.user());
        workbench.type("Password", node.password());
        workbench.type("Display name (optional)", NAME);
        workbench.press("Add");
        workbench.await("the certificate", () -> workbench.reads("Is this the certificate of"));
        Shots.window(workbench, "Add Call Bridges", "add-certificate");
        workbench.press("It is the same: trust it");
        workbench.await("the result", () -> workbench.sees("Done"));
        Shots.window(workbench, "Add Call Bridges", "add-result");
        workbench.press("Done");
        workbench.await("added", () -> shows(NAME));
    }

    private void rename(String from, String to) {
        workbench.press("Edit…");
        workbench.await("the form", () -> workbench.windows().contains("Edit " + from));
        workbench.type("Display name", to);
        Shots.window(workbench, "Edit " + from, "edit-form");
        workbench.press("Save");
        workbench.awaitNoOtherWindow();
    }

    private boolean shows(String name) {
        return workbench.hasRow(LIST, name);
    }

    private void select(String name) {
        workbench.select(LIST, name);
        workbench.await("the details", () -> workbench.reads(name));
    }
}
