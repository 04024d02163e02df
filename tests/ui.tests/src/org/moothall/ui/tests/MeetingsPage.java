package org.moothall.ui.tests;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** What the tests of the Meetings page do again and again. */
@NonNullByDefault({})
final class MeetingsPage {
    private static final String LIST = "Active meetings";
    private static final String PEOPLE = "Participants";

    private static final AtomicInteger NUMBER = new AtomicInteger(500);

    private final RunningWorkbench workbench;

    MeetingsPage(Stage stage) {
        workbench = stage.workbench();
    }

    /** No other test's meeting is called so, nor begins so. */
    static String named(String name) {
        return "%s %03d".formatted(name, NUMBER.incrementAndGet());
    }

    /** Opens a meeting beside the list and waits until all its people have answered. */
    void open(QuietMeeting meeting) {
        workbench.select(LIST, meeting.name());
        workbench.await("its people", () -> workbench.sees(PEOPLE) && meeting.people().stream().allMatch(this::hasAnswered));
    }

    /** What the list says of a person; empty when they are not in it. */
    List<String> row(String person) {
        return workbench.rows(PEOPLE).stream().filter(row -> row.contains(person)).findFirst().orElse(List.of());
    }

    private boolean hasAnswered(String person) {
        List<String> row = row(person);
        return !row.isEmpty() && row.stream().noneMatch(cell -> cell.equals("Ringing…") || cell.equals("Connecting…"));
    }

    boolean isIn(String person) {
        return !row(person).isEmpty();
    }
}
