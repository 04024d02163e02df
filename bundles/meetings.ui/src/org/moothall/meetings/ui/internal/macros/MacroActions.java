package org.moothall.meetings.ui.internal.macros;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import org.eclipse.swt.widgets.Control;
import org.moothall.client.Client;
import org.moothall.meetings.Macro;
import org.moothall.ui.Notices;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Forms;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Sheet;

/** What is done with macros as such. For the UI thread only. */
final class MacroActions {
    private final Client client;
    private final Notices notices;
    private final Executor ui;
    private final MacroRuns runs;
    private final StepWords words;

    MacroActions(Client client, Notices notices, Executor ui, MacroRuns runs, StepWords words) {
        this.client = client;
        this.notices = notices;
        this.ui = ui;
        this.runs = runs;
        this.words = words;
    }

    /** Makes one by hand. */
    void create(Control over) {
        edit(over, Texts.of("new.title"), "", List.of());
    }

    /** Makes one of what was recorded. */
    void create(Control over, List<Macro.Step> recorded) {
        edit(over, Texts.of("recorded.title"), "", recorded);
    }

    /** Changes one. */
    void edit(Control over, Macro macro) {
        saving(new MacroEditor(over, Texts.of("edit.title", macro.name()), macro.name(), macro.steps(), client, ui, words),
                (name, steps) -> client.macros().change(macro, name, steps));
    }

    /** Asks, then forgets one. */
    void remove(Control over, Macro macro) {
        Sheet sheet = new Sheet(over, Texts.of("remove.title", macro.name()), Forms.WIDTH);
        Forms.say(sheet.body(), Texts.of("remove.text"), Look.SURFACE);
        ActionButton keep = sheet.button(ActionButton.Kind.NORMAL, Texts.of("keep"), sheet::close);
        sheet.button(ActionButton.Kind.DANGER, Texts.of("remove.button"), () -> client.macros().remove(macro.id()).whenCompleteAsync((done, failure) -> {
            sheet.close();
            if (failure == null) {
                notices.done(Texts.of("removed", macro.name()), () -> again(macro));
            } else {
                notices.failed(Texts.of("remove.what", macro.name()), failure, null);
            }
        }, ui));
        sheet.open();
        keep.setFocus();
    }

    /** Runs one at once, unless it throws people out: then it is asked before. */
    void run(Control over, Macro macro) {
        if (StepWords.dangerous(macro)) {
            ask(over, macro);
        } else {
            runs.run(macro);
        }
    }

    /** Tells what would happen. */
    void rehearse(Macro macro) {
        runs.rehearse(macro);
    }

    /** Shows the steps before anything is done. */
    void ask(Control over, Macro macro) {
        Sheet sheet = new Sheet(over, Texts.of("run.title", macro.name()), Forms.WIDTH);
        Forms.say(sheet.body(), Texts.of(StepWords.dangerous(macro) ? "run.dangerous" : "run.text"), Look.SURFACE);
        macro.steps().forEach(step -> Forms.say(sheet.body(), Texts.of("run.step", words.what(step), words.where(step.meetings())), Look.STRONG));
        sheet.button(ActionButton.Kind.NORMAL, Texts.of("cancel"), sheet::close);
        ActionButton rehearse = sheet.button(ActionButton.Kind.NORMAL, Texts.of("rehearse"), () -> {
            sheet.close();
            runs.rehearse(macro);
        });
        sheet.button(StepWords.dangerous(macro) ? ActionButton.Kind.DANGER : ActionButton.Kind.PRIMARY, Texts.of("run.button"), () -> {
            sheet.close();
            runs.run(macro);
        });
        sheet.open();
        rehearse.setFocus();
    }

    private void edit(Control over, String title, String name, List<Macro.Step> steps) {
        saving(new MacroEditor(over, title, name, steps, client, ui, words), (called, made) -> client.macros().add(called, made));
    }

    private void saving(MacroEditor editor, BiFunction<String, List<Macro.Step>, CompletableFuture<Macro>> save) {
        editor.onSave((name, steps) -> save.apply(name, steps).whenCompleteAsync((saved, failure) -> {
            if (failure == null) {
                editor.close();
                notices.done(Texts.of("saved", name));
            } else {
                editor.problem(FailureWords.of(failure));
            }
        }, ui));
    }

    private void again(Macro macro) {
        client.macros().add(macro.name(), macro.steps()).whenCompleteAsync((added, failure) -> {
            if (failure != null) {
                notices.failed(Texts.of("again.what", macro.name()), failure, null);
            }
        }, ui);
    }
}
