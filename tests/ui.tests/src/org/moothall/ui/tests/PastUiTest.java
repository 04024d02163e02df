package org.moothall.ui.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.swt.SWT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** A meeting as it was at an instant: by typing, by keys, and back to now. */
@NonNullByDefault({})
@ExtendWith(Stage.class)
@EnabledIf("org.moothall.testkit.RunningLab#built")
class PastUiTest {
    private static final String THEN = "Participants then";
    private static final String FIELD = "Time to look at";
    private static final String BAR = "Time of the meeting";

    private final Stage stage = Stage.get();
    private final RunningWorkbench workbench = stage.workbench();
    private final MeetingsPage page = new MeetingsPage(stage);
    private final QuietMeeting quiet = new QuietMeeting(stage.lab(), MeetingsPage.named("Noon watch"), "Mona Berg", "Nils Sand");

    @BeforeEach
    void openAMeeting() {
        stage.page("Meetings");
        workbench.key("Meetings page", SWT.HOME);
        page.open(quiet);
    }

    @AfterEach
    void closeDetails() {
        workbench.key("Meetings page", SWT.HOME);
        workbench.press("Close details (Esc)");
        quiet.close();
    }

    @Test
    void whoWasThereStandsInTheListOfAnEarlierInstant() {
        String person = quiet.people().getFirst();
        workbench.select("Participants", person);
        workbench.press("Mute 1");
        workbench.await("muted", () -> page.row(person).contains("Muted"));
        Instant muted = muted(person).plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
        workbench.await("a second after", () -> Instant.now().isAfter(muted.plusSeconds(1)));
        workbench.press("Unmute 1");
        workbench.await("heard", () -> !page.row(person).contains("Muted"));
        workbench.type(FIELD, clock(muted));
        workbench.enter(FIELD);
        workbench.await("who was there", () -> workbench.sees(THEN) && workbench.hasRow(THEN, person));
        workbench.await("muted then", () -> workbench.rows(THEN).stream().anyMatch(row -> row.contains(person) && row.contains("Muted")));
        assertFalse(workbench.sees("End meeting…"), "nothing is done to what was");
        Shots.bothThemes(workbench, "meeting-past");
        workbench.press("Back to now");
        workbench.await("now", () -> workbench.sees("End meeting…"));
    }

    @Test
    void keysStepThroughTheTimeOfAMeeting() {
        workbench.key(BAR, SWT.HOME);
        workbench.await("the beginning", () -> workbench.sees(THEN));
        workbench.key(BAR, SWT.PAGE_DOWN);
        workbench.key(BAR, SWT.ARROW_RIGHT);
        workbench.await("people", () -> !workbench.rows(THEN).isEmpty());
        workbench.key(BAR, SWT.END);
        workbench.await("now", () -> workbench.sees("End meeting…"));
    }

    @Test
    void aTimeThatIsNoneOrNotInTheMeetingIsToldSo() {
        workbench.type(FIELD, "teatime");
        workbench.enter(FIELD);
        workbench.await("what to write", () -> workbench.reads("Write 14:05, yesterday 14:05, 3 May 14:05 or 10 min ago."));
        workbench.type(FIELD, "1 Jan 2020 14:05");
        workbench.enter(FIELD);
        workbench.await("when it began", () -> workbench.reads("It began at "));
        workbench.screenshot("meeting-past-wrong-light-1280");
        workbench.type(FIELD, "");
        workbench.enter(FIELD);
        workbench.await("now", () -> workbench.sees("End meeting…"));
    }

    /** When the log says that they were muted. */
    private Instant muted(String person) {
        JsonNode meeting = stage.api().get("/meetings?q=" + quiet.name().replace(" ", "%20")).path("items").path(0);
        String log = "/meetings/" + meeting.path("id").asText() + "/log?limit=1000";
        Instant[] at = new Instant[1];
        workbench.await("the log", () -> {
            stage.api().get(log).path("items").forEach(entry -> {
                if (entry.path("participantName").asText().equals(person) && entry.path("what").asText().equals("audioMuted")) {
                    at[0] = entry.path("value").asText().equals("true") ? Instant.parse(entry.path("at").asText()) : at[0];
                }
            });
            return at[0] != null;
        });
        return at[0];
    }

    private static String clock(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK).withZone(ZoneId.systemDefault()).format(at);
    }
}
