package org.moothall.meetings.ui.internal.macros;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.moothall.meetings.Macro;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.LiveRows;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.EmptyState;
import org.moothall.ui.widgets.LiveTable;
import org.moothall.ui.widgets.Look;

/** A macro beside the list: its steps, what to do with it, and what its last run did. For the UI thread only. */
final class MacroView {
    private static final int EDGE = 16;
    private static final int STEPS = 8;

    private final Composite control;
    private final Label title;
    private final Label told;
    private final MacroRuns runs;
    private final LiveRows<MacroColumns.Step> steps = new LiveRows<>(row -> Integer.toString(row.place()));
    private final LiveTable<MacroColumns.Step> stepTable;
    private final LiveTable<MacroRuns.Row> outcomes;
    private final ActionButton stop;
    private final ActionButton undo;
    private final List<ActionButton> starts = new ArrayList<>();
    private @Nullable Macro macro;

    MacroView(Composite parent, MacroActions actions, MacroRuns runs, StepWords words, UserSettings settings, boolean may, Runnable close) {
        this.runs = runs;
        control = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        control.setLayout(column(0));
        Composite head = strip(2);
        title = Look.style(new Label(head, SWT.NONE), Look.TITLE);
        title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        ActionButton.icon(head, Icon.CLOSE, Texts.of("details.close"), close);
        Composite bar = strip(4);
        if (may) {
            starts.add(new ActionButton(bar, ActionButton.Kind.PRIMARY, Texts.of("run.button"), Icon.PLAY, false, () -> with(one -> actions.run(bar, one))));
            starts.add(ActionButton.of(bar, ActionButton.Kind.NORMAL, Texts.of("rehearse"), () -> with(actions::rehearse)));
            ActionButton.of(bar, ActionButton.Kind.NORMAL, Texts.of("edit"), () -> with(one -> actions.edit(bar, one)));
            ActionButton.icon(bar, Icon.REMOVE, Texts.of("remove"), () -> with(one -> actions.remove(bar, one)));
        }
        stepTable = new LiveTable<>(control, "macros.steps", Texts.of("steps"), steps, MacroColumns.steps(words), settings);
        stepTable.control().setLayoutData(high(0));
        Composite last = strip(3);
        told = Look.style(new Label(last, SWT.WRAP), Look.STRONG);
        told.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        stop = ActionButton.of(last, ActionButton.Kind.NORMAL, Texts.of("run.stop"), runs::stop);
        undo = ActionButton.of(last, ActionButton.Kind.NORMAL, Texts.of("run.undo"), runs::undo);
        outcomes = new LiveTable<>(control, "macros.outcomes", Texts.of("outcomes"), runs.outcomes(), MacroColumns.outcomes(), settings)
                .whenEmpty(EmptyState.Words.of(Texts.of("outcomes.none"), Texts.of("outcomes.none.text")));
        outcomes.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        runs.state().onChange(state -> showRun());
        showRun();
    }

    Control control() {
        return control;
    }

    /** Shows this one, or the same one changed. */
    void show(Macro shown) {
        macro = shown;
        title.setText(shown.name().replace("&", "&&"));
        title.setToolTipText(shown.name());
        List<MacroColumns.Step> rows = new ArrayList<>();
        shown.steps().forEach(step -> rows.add(new MacroColumns.Step(rows.size(), step)));
        steps.replaceAll(rows);
        stepTable.control().setLayoutData(high(rows.size()));
        showRun();
        control.layout(true, true);
    }

    /** Meetings and spaces are called otherwise than they were. */
    void named() {
        if (!control.isDisposed()) {
            stepTable.control().redraw();
        }
    }

    private void showRun() {
        if (control.isDisposed()) {
            return;
        }
        Macro shown = macro;
        Optional<MacroRuns.State> run = runs.state().get().filter(state -> shown != null && state.macro().id().equals(shown.id()));
        boolean going = runs.state().get().map(MacroRuns.State::going).orElse(false);
        told.setText(run.map(MacroView::words).orElse(""));
        show(stop, run.isPresent() && going);
        show(undo, run.isPresent() && !going && run.stream().noneMatch(state -> state.undo().isEmpty()));
        outcomes.control().setVisible(run.isPresent() || runs.state().get().isEmpty());
        starts.forEach(button -> button.setEnabled(!going));
    }

    private static void show(ActionButton button, boolean on) {
        GridData place = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
        place.exclude = !on;
        button.setLayoutData(place);
        button.setVisible(on);
        button.requestLayout();
    }

    private static String words(MacroRuns.State run) {
        if (!run.failure().isEmpty()) {
            return run.kind().text("ended", run.failure());
        }
        if (run.going()) {
            return run.kind().text("going", run.done(), run.total());
        }
        return run.failed() == 0 ? run.kind().text("well") : run.kind().text("problems", run.failed());
    }

    private void with(Consumer<Macro> action) {
        Macro shown = macro;
        if (shown != null) {
            action.accept(shown);
        }
    }

    private Composite strip(int columns) {
        Composite strip = Look.style(new Composite(control, SWT.NONE), Look.SURFACE);
        GridLayout layout = column(EDGE);
        layout.numColumns = columns;
        layout.marginHeight = 8;
        strip.setLayout(layout);
        strip.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        return strip;
    }

    private static GridLayout column(int edge) {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = edge;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        layout.horizontalSpacing = 8;
        return layout;
    }

    private static GridData high(int rows) {
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, false);
        data.heightHint = LiveTable.HEADER + Math.max(1, Math.min(STEPS, rows)) * Look.ROW + 4;
        return data;
    }
}
