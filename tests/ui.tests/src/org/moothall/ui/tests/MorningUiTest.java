package org.moothall.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moothall.meetings.Meeting;
import org.moothall.ui.widgets.LiveTable;

/** An operator's morning: what there is to do with many meetings, one after the other, with a picture of each. */
@NonNullByDefault({})
@ExtendWith(Stage.class)
@EnabledIf("org.moothall.testkit.RunningLab#built")
class MorningUiTest {
    private static final String LIST = "Active meetings";
    private static final String PEOPLE = "Participants";
    private static final String ALL = "Participants of the selected meetings";
    private static final String THEN = "Participants then";

    private final Stage stage = Stage.get();
    private final RunningWorkbench workbench = stage.workbench();
    private final OpenMenus menus = new OpenMenus(workbench);
    private final MeetingsPage page = new MeetingsPage(stage);

    @Test
    void anOperatorsMorning() {
        String name = MeetingsPage.named("Council");
        try (QuietMeeting first = new QuietMeeting(stage.lab(), name + " A", "Zyta Wolska", "Arne Holt");
                QuietMeeting second = new QuietMeeting(stage.lab(), name + " B", "Berit Dahl", "Carlo Neri");
                QuietMeeting third = new QuietMeeting(stage.lab(), name + " C", "Dag Ruud", "Elsa Vik")) {
            stage.page("Meetings");
            workbench.await("all three", () -> Stream.of(first, second, third).allMatch(meeting -> workbench.hasRow(LIST, meeting.name())));
            findByFourLetters(first);
            muteAllButOne(List.of(first, second, third));
            move(second, third);
            admit(third);
            quality();
            earlier(first);
        }
    }

    private void findByFourLetters(QuietMeeting meeting) {
        workbench.await("they came", () -> stage.api().get("/meetings?q=zyta").path("items").size() > 0);
        workbench.type("Find meeting, person or space", "zyta");
        workbench.await("only this meeting", () -> workbench.rows(LIST).size() == 1 && workbench.hasRow(LIST, meeting.name()));
        page.open(meeting);
        workbench.screenshot("morning-1-find");
        workbench.type("Find meeting, person or space", "");
        workbench.await("all again", () -> workbench.rows(LIST).size() > 3);
    }

    private void muteAllButOne(List<QuietMeeting> meetings) {
        List<String> names = meetings.stream().map(QuietMeeting::name).toList();
        workbench.on(() -> {
            LiveTable<Meeting> table = workbench.table(LIST);
            table.select(table.shown().stream().filter(meeting -> names.contains(meeting.name())).map(meeting -> meeting.id().value()).toList());
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
        workbench.type("Find meeting, person or space", to.name());
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

    private void quality() {
        stage.api().put("/settings/quality",
                Map.of("lossPercent", 1, "jitterMilliseconds", 20, "roundTripMilliseconds", 200, "forSeconds", 0, "everySeconds", 2));
        stage.page("Quality");
        workbench.await("somebody", () -> !workbench.rows("Badly connected people").isEmpty());
        workbench.screenshot("morning-5-quality");
    }

    private void earlier(QuietMeeting meeting) {
        stage.page("Meetings");
        page.open(meeting);
        workbench.press("Unmute all");
        workbench.await("all are heard", () -> workbench.rows(PEOPLE).stream().noneMatch(row -> row.contains("Muted")));
        Instant there = Instant.now();
        workbench.await("some seconds", () -> Instant.now().isAfter(there.plusSeconds(2)));
        workbench.select(PEOPLE, "Zyta Wolska");
        workbench.press("Drop the selected… (Del)");
        workbench.press("Drop Zyta Wolska");
        workbench.await("gone", () -> !page.isIn("Zyta Wolska"));
        workbench.type("Time to look at", DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK).withZone(ZoneId.systemDefault()).format(there));
        workbench.enter("Time to look at");
        workbench.await("there then", () -> workbench.sees(THEN) && workbench.hasRow(THEN, "Zyta Wolska"));
        workbench.screenshot("morning-6-earlier");
        workbench.press("Back to now");
        workbench.await("now", () -> workbench.sees(PEOPLE));
        assertEquals(List.of(), page.row("Zyta Wolska"));
        workbench.press("Close details (Esc)");
    }
}
