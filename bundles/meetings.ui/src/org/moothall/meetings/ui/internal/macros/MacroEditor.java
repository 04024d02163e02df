package org.moothall.meetings.ui.internal.macros;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.moothall.client.Client;
import org.moothall.meetings.Macro;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.LiveRows;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.EmptyState;
import org.moothall.ui.widgets.Forms;
import org.moothall.ui.widgets.LiveTable;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Sheet;
import org.moothall.ui.widgets.TextField;

/** The sheet in which a macro is named and its steps are put together. For the UI thread only. */
final class MacroEditor {
    private static final int WIDTH = 620;
    private static final int HEIGHT = 224;

    private final Client client;
    private final Executor ui;
    private final Sheet sheet;
    private final Value<String> name;
    private final List<Macro.Step> steps;
    private final LiveRows<MacroColumns.Step> rows = new LiveRows<>(row -> Integer.toString(row.place()));
    private final LiveTable<MacroColumns.Step> table;
    private final List<ActionButton> aboutOne = new ArrayList<>();
    private final ActionButton save;
    private BiConsumer<String, List<Macro.Step>> saves = (called, made) -> {};

    MacroEditor(Control over, String title, String called, List<Macro.Step> steps, Client client, Executor ui, StepWords words) {
        this.client = client;
        this.ui = ui;
        this.steps = new ArrayList<>(steps);
        name = new Value<>(called);
        sheet = new Sheet(over, title, WIDTH);
        TextField first = Forms.text(sheet.body(), Texts.of("name"), "", "", name);
        table = new LiveTable<>(sheet.body(), "macros.edited", Texts.of("steps.edited"), rows, MacroColumns.steps(words), UserSettings.none())
                .whenEmpty(EmptyState.Words.of(Texts.of("steps.none"), Texts.of("steps.none.text"))).onOpen(row -> editOne());
        GridData high = new GridData(SWT.FILL, SWT.FILL, true, true);
        high.heightHint = HEIGHT;
        table.control().setLayoutData(high);
        buttons();
        sheet.button(ActionButton.Kind.NORMAL, Texts.of("cancel"), sheet::close);
        save = sheet.button(ActionButton.Kind.PRIMARY, Texts.of("save"), this::save);
        name.onChange(typed -> check());
        sheet.onClose(words.named().onChange(more -> table.control().redraw())::close);
        table.selection().onChange(chosen -> check());
        show(-1);
        sheet.open();
        first.setFocus();
    }

    /** Does this with name and steps when they are to be saved. */
    void onSave(BiConsumer<String, List<Macro.Step>> action) {
        saves = action;
    }

    /** Tells why they could not be saved. */
    void problem(String words) {
        sheet.problem(words);
        check();
    }

    void close() {
        sheet.close();
    }

    private void buttons() {
        Composite bar = Look.style(new Composite(sheet.body(), SWT.NONE), Look.SURFACE);
        RowLayout layout = new RowLayout(SWT.HORIZONTAL);
        layout.marginLeft = 0;
        layout.spacing = 8;
        bar.setLayout(layout);
        ActionButton.of(bar, ActionButton.Kind.NORMAL, Texts.of("step.add"), () -> new StepEditor(bar, Texts.of("step.add.title"), null, client, ui, step -> {
            this.steps.add(step);
            show(this.steps.size() - 1);
        }));
        aboutOne.add(ActionButton.of(bar, ActionButton.Kind.NORMAL, Texts.of("step.edit"), this::editOne));
        aboutOne.add(ActionButton.of(bar, ActionButton.Kind.NORMAL, Texts.of("step.remove"), () -> one(place -> {
            this.steps.remove(place.intValue());
            show(Math.min(place, this.steps.size() - 1));
        })));
        aboutOne.add(ActionButton.of(bar, ActionButton.Kind.QUIET, Texts.of("step.up"), () -> move(-1)));
        aboutOne.add(ActionButton.of(bar, ActionButton.Kind.QUIET, Texts.of("step.down"), () -> move(1)));
    }

    private void editOne() {
        one(place -> new StepEditor(table.control(), Texts.of("step.edit.title"), steps.get(place), client, ui, step -> {
            steps.set(place, step);
            show(place);
        }));
    }

    private void move(int by) {
        one(place -> {
            int to = place + by;
            if (to >= 0 && to < steps.size()) {
                steps.add(to, steps.remove(place.intValue()));
                show(to);
            }
        });
    }

    private void one(Consumer<Integer> action) {
        table.selection().get().stream().findFirst().ifPresent(row -> action.accept(row.place()));
    }

    private void show(int selected) {
        List<MacroColumns.Step> now = new ArrayList<>();
        steps.forEach(step -> now.add(new MacroColumns.Step(now.size(), step)));
        rows.replaceAll(now);
        table.select(selected < 0 ? Set.of() : Set.of(Integer.toString(selected)));
        check();
    }

    private void check() {
        boolean one = table.selection().get().size() == 1;
        aboutOne.forEach(button -> button.setEnabled(one));
        save.setEnabled(!name.get().isBlank() && !steps.isEmpty());
    }

    private void save() {
        save.setEnabled(false);
        sheet.problem("");
        saves.accept(name.get().strip(), List.copyOf(steps));
    }
}
