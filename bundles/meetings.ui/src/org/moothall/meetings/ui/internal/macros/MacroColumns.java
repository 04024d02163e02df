package org.moothall.meetings.ui.internal.macros;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Macro;
import org.moothall.meetings.MacroRun;
import org.moothall.ui.model.Cell;
import org.moothall.ui.model.Column;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Status;

/** The columns of macros, of their steps and of what happened. */
final class MacroColumns {
    /** A step and its place, from 0. */
    record Step(int place, Macro.Step step) {}

    private MacroColumns() {}

    static List<Column<Macro>> macros(Clock clock, Formats formats) {
        return List.of(
                Column.<Macro>of("name", Texts.of("column.name"), 240, macro -> Cell.title(macro.name()))
                        .sorted(Comparator.comparing(Macro::name, String.CASE_INSENSITIVE_ORDER)),
                Column.<Macro>of("steps", Texts.of("column.steps"), 72, macro -> Cell.of(Formats.count(macro.steps().size())))
                        .sorted(Comparator.comparing(macro -> macro.steps().size())).atRight(),
                Column.<Macro>of("by", Texts.of("column.by"), 112, macro -> Cell.muted(macro.changedBy())).sorted(Comparator.comparing(Macro::changedBy)),
                Column.<Macro>of("changed", Texts.of("column.changed"), 112,
                        macro -> Cell.muted(formats.time(macro.changedAt(), clock.instant())).withHint(Formats.utc(macro.changedAt())))
                        .sorted(Comparator.comparing(Macro::changedAt)).atRight());
    }

    static List<Column<Step>> steps(StepWords words) {
        return List.of(
                Column.<Step>of("place", Texts.of("column.place"), 32, row -> Cell.muted(Integer.toString(row.place + 1))).atRight(),
                Column.<Step>of("what", Texts.of("column.what"), 232, row -> Cell.title(words.what(row.step)).withHint(words.what(row.step))),
                Column.<Step>of("where", Texts.of("column.where"), 192,
                        row -> Cell.of(words.where(row.step.meetings())).withHint(words.where(row.step.meetings()))));
    }

    static List<Column<MacroRuns.Row>> outcomes() {
        return List.of(
                Column.<MacroRuns.Row>of("step", Texts.of("column.place"), 32, row -> Cell.muted(Integer.toString(row.outcome().step() + 1))).atRight(),
                Column.<MacroRuns.Row>of("meeting", Texts.of("column.meeting"), 144,
                        row -> Cell.of(Objects.requireNonNullElse(row.outcome().meetingName(), ""))),
                Column.<MacroRuns.Row>of("who", Texts.of("column.who"), 128, row -> Cell.of(Objects.requireNonNullElse(row.outcome().participantName(), ""))),
                Column.<MacroRuns.Row>of("result", Texts.of("column.result"), 160, row -> result(row.kind(), row.outcome())));
    }

    private static Cell result(MacroRuns.Kind kind, MacroRun.Outcome outcome) {
        String done = StepWords.command(outcome.command());
        String command = kind == MacroRuns.Kind.UNDO ? Texts.of("undone", done) : done;
        @Nullable String problem = outcome.problem();
        return outcome.done() ? Cell.status(Status.OK, command) : Cell.status(Status.ERROR, problem == null ? command : problem).withHint(problem);
    }
}
