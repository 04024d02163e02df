package org.moothall.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing in and what can go wrong with it: each message says what to do. */
@NonNullByDefault({})
@ExtendWith(Stage.class)
@EnabledIf("org.moothall.testkit.RunningLab#built")
class SignInUiTest {
    private final Stage stage = Stage.get();
    private final RunningWorkbench workbench = stage.workbench();

    @BeforeEach
    void showTheForm() {
        if (workbench.sees("Overview")) {
            workbench.command("org.moothall.workbench.command.sign-out");
        }
        if (workbench.sees("Back")) {
            workbench.press("Back");
        }
        workbench.await("the form", () -> workbench.sees("Password"));
    }

    @Test
    void anEmptyFormSaysWhatToFillIn() {
        stage.form("", "", "");
        refused("Fill in the server's address");
        Shots.bothThemes(workbench, "sign-in");
    }

    @Test
    void aWrongAddressIsToldBeforeAnythingIsSent() {
        stage.form("not a host", "admin", "secret");
        refused("The server must be an address such as");
    }

    @Test
    void anUnknownHostIsToldWithWhatToCheck() {
        stage.form("no-such-machine.invalid", "admin", "secret");
        refused("There is no machine called no-such-machine.invalid. Check the spelling");
    }

    @Test
    void aPortThatNothingListensOnIsToldWithWhatToCheck() throws IOException {
        stage.form("127.0.0.1:" + freePort(), "admin", "secret");
        refused("Check the port, and that the Moothall server is running.");
        workbench.screenshot("sign-in-refused-light-1280");
    }

    @Test
    void anUnknownCertificateIsShownForConfirmationAndAWrongPasswordIsRefusedInPlainWords() {
        stage.form(byName(), stage.lab().fact("user"), "wrong password");
        workbench.press("Sign in");
        workbench.await("the question or the refusal", () -> workbench.reads("Is this your server?") || workbench.reads("User name or password is wrong"));
        assertTrue(workbench.reads("localhost"), "the certificate's names are shown");
        assertTrue(workbench.reads("Compare the fingerprint"), "what to do is said");
        Shots.bothThemes(workbench, "sign-in-certificate");
        workbench.press("It is the same: trust it and sign in");
        workbench.await("the refusal", () -> workbench.reads("User name or password is wrong. Check Caps Lock"));
        assertEquals(byName(), workbench.text("Server"), "what was typed stays");
    }

    @Test
    void theRightPasswordOpensThePagesAndSigningOutClosesThem() {
        stage.page("Overview");
        assertTrue(workbench.sees("Needs attention"));
        workbench.command("org.moothall.workbench.command.sign-out");
        workbench.await("the form", () -> workbench.sees("Password"));
        assertFalse(workbench.sees("Overview"));
    }

    private void refused(String words) {
        workbench.press("Sign in");
        workbench.await(words, () -> workbench.reads(words));
    }

    /** The same server by another name, for which no certificate was confirmed. */
    private String byName() {
        return "localhost:" + URI.create(stage.lab().fact("url")).getPort();
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
