package org.moothall.meetings.ui.internal.macros;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.moothall.client.Client;
import org.moothall.client.EventData;
import org.moothall.client.EventStream;
import org.moothall.client.Operation;
import org.moothall.core.ChangeEvent;
import org.moothall.meetings.Macro;
import org.moothall.meetings.MacroRun;
import org.moothall.ui.Notices;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.LiveRows;
import org.moothall.ui.model.Value;

/**
 * The last run of a macro from this page: how far it is, what happened to whom, and how it is undone. Confined to the UI thread;
 * events may come on any.
 */
final class MacroRuns implements EventStream.Listener {
    private static final String CHANGED = "web.operation-changed";

    /** What is done with a macro. */
    enum Kind {
        RUN("run."), REHEARSAL("rehearsal."), UNDO("undo.");

        private final String texts;

        Kind(String texts) {
            this.texts = texts;
        }

        /** What is to be said of it. */
        String text(String what, Object... arguments) {
            return Texts.of(texts + what, arguments);
        }
    }

    /**
     * @param failure empty while it goes on or when it came to its end
     * @param undo token that undoes it, empty where nothing can be undone
     */
    record State(Macro macro, Kind kind, boolean going, int done, int total, int failed, String failure, String undo) {
        private State ended(String why) {
            return new State(macro, kind, false, done, total, failed, why, undo);
        }
    }

    /** Row of the table of outcomes. */
    record Row(int place, Kind kind, MacroRun.Outcome outcome) {}

    private final Client client;
    private final Notices notices;
    private final Executor ui;
    private final LiveRows<Row> outcomes = new LiveRows<>(row -> Integer.toString(row.place));
    private final Value<Optional<State>> state = new Value<>(Optional.empty());
    private String operation = "";

    MacroRuns(Client client, Notices notices, Executor ui) {
        this.client = client;
        this.notices = notices;
        this.ui = ui;
        outcomes.replaceAll(List.of());
    }

    /** What happened, in the order of the steps. */
    LiveRows<Row> outcomes() {
        return outcomes;
    }

    /** How far the last run is; nothing before the first. */
    Value<Optional<State>> state() {
        return state;
    }

    /** Begins to run it. */
    void run(Macro macro) {
        begin(macro, Kind.RUN, client.macros().run(macro.id(), false));
    }

    /** Begins to find out what would happen. */
    void rehearse(Macro macro) {
        begin(macro, Kind.REHEARSAL, client.macros().run(macro.id(), true));
    }

    /** Begins to undo the last run, where it can be undone. */
    void undo() {
        state.get().filter(run -> !run.going && !run.undo.isEmpty())
                .ifPresent(run -> begin(run.macro, Kind.UNDO, client.macros().undo(run.macro.id(), run.undo)));
    }

    private void begin(Macro macro, Kind kind, CompletableFuture<Operation> call) {
        operation = "";
        outcomes.replaceAll(List.of());
        State begun = new State(macro, kind, true, 0, macro.steps().size(), 0, "", "");
        state.set(Optional.of(begun));
        call.whenCompleteAsync((run, failure) -> {
            if (run == null) {
                state.set(Optional.of(begun.ended(failure == null ? "" : FailureWords.of(failure))));
                return;
            }
            operation = run.id();
            take(run);
            read();
        }, ui);
    }

    /** Ends after the step that it is at. */
    void stop() {
        if (!operation.isEmpty()) {
            client.operations().cancel(operation);
        }
    }

    @Override
    public void changed(ChangeEvent event) {
        if (CHANGED.equals(event.type())) {
            EventData.find(event, "operation", Operation.class).ifPresent(told -> ui.execute(() -> {
                if (told.id().equals(operation)) {
                    read();
                }
            }));
        }
    }

    @Override
    public void reset() {
        ui.execute(this::read);
    }

    /** The whole of it: events tell how far it is, the outcomes are read. */
    private void read() {
        String asked = operation;
        if (!asked.isEmpty()) {
            client.operations().get(asked).whenCompleteAsync((run, failure) -> {
                if (asked.equals(operation) && run != null) {
                    take(run);
                }
            }, ui);
        }
    }

    /** What was stopped tells more at the end of its step; of what goes on nothing counts that was overtaken by the end. */
    private void take(Operation run) {
        state.get().filter(before -> before.going || run.state() != Operation.State.RUNNING).ifPresent(before -> {
            Optional<MacroRun> told = client.macros().told(run);
            told.ifPresent(outcomes -> list(before.kind, outcomes));
            boolean going = run.state() == Operation.State.RUNNING;
            State now = new State(before.macro, before.kind, going, run.done(), run.total(), told.map(MacroRun::failed).orElse(0), words(run),
                    told.map(MacroRuns::undo).orElse(""));
            state.set(Optional.of(now));
            if (before.going && !going) {
                tell(now);
            }
        });
    }

    private void list(Kind kind, MacroRun told) {
        List<Row> rows = new ArrayList<>();
        told.outcomes().forEach(outcome -> rows.add(new Row(rows.size(), kind, outcome)));
        outcomes.replaceAll(rows);
    }

    /** At the bottom of the window, where it is undone as everything else is. */
    private void tell(State ended) {
        if (ended.kind == Kind.REHEARSAL || !ended.failure.isEmpty()) {
            return;
        }
        String words = ended.kind.text(ended.failed == 0 ? "told" : "told-problems", ended.macro.name(), ended.failed);
        if (ended.undo.isEmpty()) {
            notices.done(words);
        } else {
            notices.done(words, this::undo);
        }
    }

    private static String undo(MacroRun run) {
        return Objects.requireNonNullElse(run.undo(), "");
    }

    private static String words(Operation run) {
        return switch (run.state()) {
            case FAILED -> Objects.requireNonNullElse(run.failure(), Texts.of("run.failed"));
            case CANCELLED -> Texts.of("run.cancelled");
            default -> "";
        };
    }
}
