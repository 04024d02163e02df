package org.moothall.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moothall.meetings.Meeting;
import org.moothall.ui.widgets.LiveTable;

/** An operator's morning: what there is to do with three thousand meetings, one after the other, with pictures of each. */
@NonNullByDefault({})
@ExtendWith(Stage.class)
@EnabledIf("org.moothall.testkit.RunningLab#built")
class MorningUiTest {
    private static final String LIST = "Active meetings";
    private static final String PEOPLE = "Participants";
    private static final String ALL = "Participants of the selected meetings";
    private static final String THEN = "Meetings then";
    private static final String PEOPLE_THEN = "Participants then";
    private static final String PAGE = "Meetings page";
    private static final String FIND = "Find meeting, person or space";

    private final Stage stage = Stage.get();
    private final RunningWorkbench workbench = stage.workbench();
    private final OpenMenus menus = new OpenMenus(workbench);
    private final MeetingsPage page = new MeetingsPage(stage);
    private ManyMeetings many;

    @BeforeEach
    void signInWhereThereIsMuchToDo() throws IOException, InterruptedException {
        many = new ManyMeetings();
        stage.signIn(many.door());
    }

    @AfterEach
    void goHome() {
        stage.signOut();
        many.close();
    }

    @Test
    void anOperatorsMorning() throws IOException {
        String name = MeetingsPage.named("Council");
        try (QuietMeeting first = new QuietMeeting(many.node(), name + " A", "Zyta Wolska", "Arne Holt");
                QuietMeeting second = new QuietMeeting(many.node(), name + " B", "Berit Dahl", "Carlo Neri");
                QuietMeeting third = new QuietMeeting(many.node(), name + " C", "Dag Ruud", "Elsa Vik")) {
            stage.page("Meetings");
            workbench.await("all meetings", () -> {
                List<String> names = workbench.on(() -> workbench.<Meeting>table(LIST).shown().stream().map(Meeting::name).toList());
                return names.size() >= ManyMeetings.MEETINGS && names.containsAll(Stream.of(first, second, third).map(QuietMeeting::name).toList());
            });
            Shots.bothThemes(workbench, "morning-0-all");
            whatIsToCome();
            findByFourLetters(first);
            workbench.type(FIND, name);
            workbench.await("only these", () -> workbench.rows(LIST).size() == 3);
            muteAllButOne(List.of(first, second, third));
            move(second, third);
            admit(third);
            quality();
            yesterday();
        }
    }

    private void whatIsToCome() {
        workbench.key(PAGE, SWT.ARROW_RIGHT);
        workbench.await("what is scheduled", () -> workbench.hasRow("Upcoming meetings", AfternoonRound.NAME));
        workbench.screenshot("morning-0-upcoming");
        workbench.key(PAGE, SWT.HOME);
        workbench.await("what goes on", () -> workbench.sees(LIST));
    }

    private void findByFourLetters(QuietMeeting meeting) {
        workbench.type(FIND, "zyta");
        workbench.await("only this meeting", () -> workbench.rows(LIST).size() == 1 && workbench.hasRow(LIST, meeting.name()));
        page.open(meeting);
        workbench.screenshot("morning-1-find");
    }

    private void muteAllButOne(List<QuietMeeting> meetings) {
        workbench.on(() -> {
            LiveTable<Meeting> table = workbench.table(LIST);
            table.select(table.shown().stream().map(meeting -> meeting.id().value()).toList());
            return true;
        });
        List<String> everybody = meetings.stream().flatMap(meeting -> meeting.people().stream()).toList();
        workbench.await("their people", () -> everybody.stream().allMatch(person -> workbench.hasRow(ALL, person)));
        workbench.select(ALL, "Arne Holt");
        workbench.press("Mute all others (O)");
        workbench.await("all others muted",
                () -> workbench.rows(ALL).stream().filter(row -> row.contains("Muted")).count() == everybody.size() - 1);
        workbench.screenshot("morning-2-mute");
    }

    private void move(QuietMeeting from, QuietMeeting to) {
        page.open(from);
        workbench.select(PEOPLE, "Carlo Neri");
        menus.choose("More: layout, importance, lobby, move", "Move to another meeting…");
        workbench.await("the sheet", () -> workbench.windows().contains("Move Carlo Neri"));
        workbench.type(FIND, to.name());
        workbench.select("Meetings to move to", to.name());
        workbench.await("what changes", () -> workbench.enabled("Move"));
        workbench.screenshot("morning-3-move", "Move Carlo Neri");
        workbench.press("Move");
        workbench.await("gone from here", () -> !page.isIn("Carlo Neri"));
    }

    private void admit(QuietMeeting meeting) {
        page.open(meeting);
        workbench.select(PEOPLE, "Dag Ruud");
        menus.choose("More: layout, importance, lobby, move", "Send back to the lobby");
        workbench.await("in the lobby", () -> page.row("Dag Ruud").contains("In lobby"));
        workbench.screenshot("morning-4-lobby");
        workbench.press("Let in from the lobby: the selected, or all who wait");
        workbench.await("let in", () -> !page.row("Dag Ruud").contains("In lobby"));
    }

    private void quality() throws IOException {
        new ServerApi(many.door()).put("/settings/quality",
                Map.of("lossPercent", 1, "jitterMilliseconds", 20, "roundTripMilliseconds", 200, "forSeconds", 0, "everySeconds", 2));
        stage.page("Quality");
        workbench.await("somebody", () -> !workbench.rows("Badly connected people").isEmpty());
        workbench.screenshot("morning-5-quality");
    }

    private void yesterday() {
        stage.page("Meetings");
        workbench.type(FIND, "");
        workbench.press("Meetings at an earlier time");
        workbench.await("the list of then", () -> workbench.sees(THEN));
        workbench.screenshot("morning-6-when");
        workbench.type("Time to list", "yesterday 14:05");
        workbench.enter("Time to list");
        workbench.await("what went on", () -> workbench.hasRow(THEN, ManyMeetings.YESTERDAY));
        workbench.select(THEN, ManyMeetings.YESTERDAY);
        workbench.await("who was there", () -> workbench.sees(PEOPLE_THEN) && workbench.rows(PEOPLE_THEN).size() == ManyMeetings.THERE.size());
        assertTrue(ManyMeetings.THERE.stream().allMatch(person -> workbench.hasRow(PEOPLE_THEN, person)), workbench.rows(PEOPLE_THEN)::toString);
        Shots.bothThemes(workbench, "morning-6-yesterday");
        workbench.key(PAGE, SWT.DEL);
        workbench.await("now", () -> workbench.sees(LIST));
        assertEquals(List.of(), workbench.windows());
    }
}
