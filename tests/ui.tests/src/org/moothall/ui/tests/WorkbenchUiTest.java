package org.moothall.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.moothall.testkit.RunningLab;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Look;

/** From the first window to the pages and out again, against a real server: one story, told in order. */
@NonNullByDefault({})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIf("org.moothall.testkit.RunningLab#built")
class WorkbenchUiTest {
    private static RunningLab server;
    private static RunningWorkbench workbench;

    @BeforeAll
    static void open() throws IOException {
        server = new RunningLab();
        workbench = new RunningWorkbench();
        workbench.size(1280, 800);
    }

    @AfterAll
    static void close() {
        workbench.close();
        server.close();
    }

    @Test
    @Order(1)
    void anEmptyFormSaysWhatToFillIn() {
        workbench.press("Sign in");
        workbench.await("the words", () -> workbench.reads("Fill in the server's address"));
    }

    @Test
    @Order(2)
    void aWrongAddressIsToldBeforeAnythingIsSent() {
        form("not a host", "admin", "secret");
        workbench.press("Sign in");
        workbench.await("the words", () -> workbench.reads("The server must be an address such as"));
    }

    @Test
    @Order(3)
    void anUnknownCertificateIsShownForConfirmation() {
        form(server.fact("url"), server.fact("user"), "wrong password");
        workbench.press("Sign in");
        workbench.await("the question", () -> workbench.reads("Is this your server?"));
        assertTrue(workbench.reads("127.0.0.1"));
        workbench.screenshot("sign-in-certificate-light-1280");
    }

    @Test
    @Order(4)
    void aWrongPasswordIsRefusedInPlainWords() {
        workbench.press("It is the same: trust it and sign in");
        workbench.await("the refusal", () -> workbench.reads("User name or password is wrong"));
        workbench.screenshot("sign-in-refused-light-1280");
    }

    @Test
    @Order(5)
    void theRightPasswordOpensTheOverviewAndTheCertificateIsRemembered() {
        form(server.fact("url"), server.fact("user"), server.fact("password"));
        workbench.press("Sign in");
        workbench.await("the navigation", () -> workbench.sees("Overview") && workbench.sees("Clusters"));
        workbench.await("the tiles", () -> workbench.sees("Needs attention") && workbench.sees("Meetings now"));
    }

    @Test
    @Order(6)
    void everyPageOpensInBothThemesAndSizes() {
        for (String page : List.of("Overview", "Meetings", "Servers")) {
            workbench.press(page);
            if (page.equals("Meetings")) {
                workbench.await("a meeting's details", WorkbenchUiTest::firstMeetingIsOpen);
            }
            for (String theme : List.of("light", "dark")) {
                theme(theme);
                shots(page.toLowerCase(Locale.ROOT) + "-" + theme);
            }
        }
        theme("light");
    }

    @Test
    @Order(7)
    void nothingIsPaintedInTheDesktopsOwnGrey() {
        RGB surface = workbench.on(() -> Look.of(workbench.shell()).color(Tone.SURFACE).getRGB());
        RGB chrome = workbench.on(() -> Look.of(workbench.shell()).color(Tone.CHROME).getRGB());
        assertNotEquals(surface, chrome);
        assertEquals(List.of(), workbench.on(() -> strangers(workbench.shell())));
    }

    @Test
    @Order(8)
    void everythingThatTakesTheFocusHasAName() {
        assertEquals(List.of(), workbench.on(() -> nameless(workbench.shell())));
    }

    @Test
    @Order(9)
    void signingOutClosesThePages() {
        workbench.command("org.moothall.workbench.command.sign-out");
        workbench.await("the form", () -> workbench.sees("Password"));
        assertFalse(workbench.sees("Overview"));
    }

    /** Goes down in the list, which selects a meeting as soon as there is one. */
    private static boolean firstMeetingIsOpen() {
        if (!workbench.sees("End meeting…")) {
            workbench.key("Active meetings", SWT.ARROW_DOWN);
        }
        return workbench.sees("End meeting…");
    }

    private static void form(String address, String user, String password) {
        workbench.type("Server", address);
        workbench.type("User", user);
        workbench.type("Password", password);
    }

    private static void theme(String name) {
        workbench.command("org.moothall.workbench.command.theme-" + name);
    }

    private static void shots(String name) {
        workbench.size(1920, 1080);
        workbench.screenshot(name + "-1920");
        workbench.size(1280, 800);
        workbench.screenshot(name + "-1280");
    }

    /** Canvases paint all of themselves; what the desktop paints must have one of our tones behind it. */
    private static List<String> strangers(Composite in) {
        Look look = Look.of(in);
        List<RGB> ours = Arrays.stream(Tone.values()).map(tone -> look.color(tone).getRGB()).toList();
        return controls(in).filter(c -> !(c instanceof Canvas)).filter(c -> !ours.contains(c.getBackground().getRGB())).map(c -> c + " " + c.getBackground().getRGB()).toList();
    }

    private static List<String> nameless(Composite in) {
        return controls(in).filter(c -> c instanceof Text || c instanceof ActionButton)
                .filter(c -> c.getData("org.moothall.name") == null).map(Control::toString).toList();
    }

    private static Stream<Control> controls(Composite in) {
        return Arrays.stream(in.getChildren()).filter(Control::isVisible)
                .flatMap(c -> c instanceof Composite inner ? Stream.concat(Stream.of(c), controls(inner)) : Stream.of(c));
    }
}
