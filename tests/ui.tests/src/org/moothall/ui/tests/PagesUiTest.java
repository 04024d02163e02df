package org.moothall.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.Look;

/** How every page looks, and that it is reached by keyboard. */
@NonNullByDefault({})
@ExtendWith(Stage.class)
@EnabledIf("org.moothall.testkit.RunningLab#built")
class PagesUiTest {
    private final Stage stage = Stage.get();
    private final RunningWorkbench workbench = stage.workbench();

    @Test
    void theOverviewShowsNotificationsMeetingsAndClusters() {
        stage.page("Overview");
        workbench.await("the tiles", () -> workbench.sees("Needs attention") && workbench.sees("Meetings now") && workbench.sees("lab-node-1"));
        judge("overview");
    }

    @Test
    void theMeetingsPageShowsAMeetingBesideTheList() {
        stage.page("Meetings");
        workbench.key("Meetings page", SWT.HOME);
        workbench.await("a meeting's details", this::firstMeetingIsOpen);
        judge("meetings");
        workbench.key("Active meetings", SWT.ESC);
    }

    @Test
    void theServersPageShowsACallBridgeBesideTheList() {
        stage.page("Servers");
        workbench.await("the servers", () -> workbench.rows("Servers").size() == 4);
        judge("servers");
        workbench.key("Servers", SWT.HOME);
        workbench.key("Servers", SWT.ARROW_DOWN);
        workbench.await("the details", () -> workbench.sees("Edit…"));
        judge("servers-details");
        workbench.press("Close details (Esc)");
    }

    @Test
    void theOperationsDrawerOpensAndClosesByKeyboard() {
        stage.page("Overview");
        workbench.command("org.moothall.workbench.command.operations");
        workbench.press("Clear ended");
        workbench.await("the empty drawer", () -> workbench.reads("Nothing under way"));
        judge("operations");
        workbench.key("Clear ended", SWT.ESC);
        workbench.await("no drawer", () -> !workbench.sees("Clear ended"));
    }

    @Test
    void tabGoesThroughTheMeetingsPageAndEveryStopHasAName() {
        stage.page("Meetings");
        workbench.key("Meetings page", SWT.HOME);
        workbench.await("a meeting's details", this::firstMeetingIsOpen);
        workbench.activate();
        workbench.on(() -> workbench.table("Active meetings").control().forceFocus());
        List<String> stops = new ArrayList<>(List.of("Active meetings"));
        for (int i = 0; i < 40; i++) {
            workbench.strike(0, SWT.TAB, '\t');
            stops.add(workbench.focus());
        }
        assertEquals(List.of(), stops.stream().filter(stop -> stop.isEmpty() || stop.contains("{")).toList(), "stops without a name");
        List<String> round = List.copyOf(stops);
        List<String> wanted = List.of("Active meetings", "Open in a tab of its own", "Mute ", "End meeting…", "Find participant", "Participants");
        Iterator<String> left = round.iterator();
        for (String each : wanted) {
            assertTrue(reaches(left, each), () -> each + " is not reached in this order: " + round);
        }
        workbench.key("Active meetings", SWT.ESC);
    }

    private static boolean reaches(Iterator<String> stops, String beginning) {
        while (stops.hasNext()) {
            if (stops.next().startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    /** Pictures for people; and what a test can tell: all colours are the theme's, all that takes the focus has a name. */
    private void judge(String name) {
        Shots.bothThemes(workbench, name);
        RGB surface = workbench.on(() -> Look.of(workbench.shell()).color(Tone.SURFACE).getRGB());
        RGB chrome = workbench.on(() -> Look.of(workbench.shell()).color(Tone.CHROME).getRGB());
        assertTrue(!surface.equals(chrome));
        assertEquals(List.of(), workbench.on(() -> strangers(workbench.shell())), "what is painted in the desktop's own grey");
        assertEquals(List.of(), workbench.on(() -> nameless(workbench.shell())), "what takes the focus without a name");
    }

    /** Goes down in the list, which selects a meeting as soon as there is one. */
    private boolean firstMeetingIsOpen() {
        if (!workbench.sees("End meeting…")) {
            workbench.key("Active meetings", SWT.ARROW_DOWN);
        }
        return workbench.sees("End meeting…");
    }

    private static List<String> strangers(Composite in) {
        Look look = Look.of(in);
        List<RGB> ours = Arrays.stream(Tone.values()).map(tone -> look.color(tone).getRGB()).toList();
        return controls(in).filter(c -> !ours.contains(c.getBackground().getRGB()))
                .map(c -> c + " " + c.getData("org.moothall.name") + " in " + c.getParent() + " "
                        + c.getBackground().getRGB())
                .toList();
    }

    private static List<String> nameless(Composite in) {
        return controls(in).filter(c -> c instanceof Text || c instanceof Canvas && c.isListening(SWT.KeyDown))
                .filter(c -> c.getData("org.moothall.name") == null)
                .map(Control::toString).toList();
    }

    private static Stream<Control> controls(Composite in) {
        return Arrays.stream(in.getChildren()).filter(Control::isVisible)
                .flatMap(c -> c instanceof Composite inner ? Stream.concat(Stream.of(c), controls(inner)) : Stream.of(c));
    }
}
