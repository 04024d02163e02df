package org.moothall.meetings.ui.internal.macros;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.Client;
import org.moothall.client.EventData;
import org.moothall.client.EventStream;
import org.moothall.client.Operation;
import org.moothall.core.ChangeEvent;
import org.moothall.meetings.Macro;
import org.moothall.meetings.MacroRun;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.LiveRows;
import org.moothall.ui.model.Value;

/** The last run of a macro from this page: how far it is and what happened to whom. Confined to the UI thread; events may come on any. */
final class MacroRuns implements EventStream.Listener {
    private static final String CHANGED = "web.operation-changed";

    /** @param failure empty while it goes on or when it came to its end */
    record State(String macro, String name, boolean rehearsed, boolean going, int done, int total, int failed, String failure) {}

    /** Row of the table of outcomes. */
    record Row(int place, MacroRun.Outcome outcome) {}

    private final Client client;
    private final Executor ui;
    private final LiveRows<Row> outcomes = new LiveRows<>(row -> Integer.toString(row.place));
    private final Value<Optional<State>> state = new Value<>(Optional.empty());
    private String operation = "";

    MacroRuns(Client client, Executor ui) {
        this.client = client;
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

    /** Begins. */
    void start(Macro macro, boolean rehearse) {
        operation = "";
        outcomes.replaceAll(List.of());
        State begun = new State(macro.id().value(), macro.name(), rehearse, true, 0, macro.steps().size(), 0, "");
        state.set(Optional.of(begun));
        client.macros().run(macro.id(), rehearse).whenCompleteAsync((run, failure) -> {
            if (run == null) {
                state.set(Optional.of(failed(begun, failure)));
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
        if (!asked.isEmpty() && state.get().map(State::going).orElse(false)) {
            client.operations().get(asked).whenCompleteAsync((run, failure) -> {
                if (asked.equals(operation) && run != null) {
                    take(run);
                }
            }, ui);
        }
    }

    private void take(Operation run) {
        if (!state.get().map(State::going).orElse(false)) {
            return; // an answer that was overtaken by that of the end
        }
        Optional<MacroRun> told = client.macros().told(run);
        int failed = told.map(MacroRun::failed).orElse(0);
        told.ifPresent(now -> {
            List<Row> rows = new ArrayList<>();
            now.outcomes().forEach(outcome -> rows.add(new Row(rows.size(), outcome)));
            outcomes.replaceAll(rows);
        });
        state.set(state.get().map(before -> new State(before.macro, before.name, before.rehearsed, run.state() == Operation.State.RUNNING, run.done(),
                run.total(), failed, words(run))));
    }

    private static String words(Operation run) {
        return switch (run.state()) {
            case FAILED -> Objects.requireNonNullElse(run.failure(), Texts.of("run.failed"));
            case CANCELLED -> Texts.of("run.cancelled");
            default -> "";
        };
    }

    private static State failed(State begun, @Nullable Throwable failure) {
        return new State(begun.macro, begun.name, begun.rehearsed, false, 0, begun.total, 0, failure == null ? "" : FailureWords.of(failure));
    }
}
