package org.moothall.meetings.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Forms;
import org.moothall.ui.widgets.Look;

/**
 * Numbers of the server's settings that are saved together. Save can be pressed when something was changed and all is allowed. For the UI thread only.
 *
 * @param <T> the settings
 */
final class SettingsSection<T> {
    private final Composite body;
    private final Function<T, List<Double>> numbers;
    private final List<NumberField> fields = new ArrayList<>();
    private final Value<String> problem = new Value<>("");
    private final ActionButton save;
    private List<Double> saved = List.of();

    /** One of the numbers. */
    record Number(String key, double least, double most, boolean whole) {}

    SettingsSection(Composite parent, String title, List<Number> wanted, Function<T, List<Double>> numbers, Consumer<List<Double>> saves) {
        this.numbers = numbers;
        body = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = Look.MARGIN;
        layout.marginHeight = 16;
        layout.verticalSpacing = 8;
        body.setLayout(layout);
        body.setLayoutData(new GridData(SWT.LEFT, SWT.TOP, false, false));
        Forms.say(body, Texts.of(title), Look.TITLE);
        Forms.say(body, Texts.of(title + ".text"), Look.MUTED);
        for (Number each : wanted) {
            Value<String> text = new Value<>("");
            fields.add(new NumberField(body, each.key, text, each.least, each.most, each.whole));
            text.onChange(typed -> check());
        }
        Label wrong = Forms.say(body, "", Look.ERROR);
        problem.onChange(words -> {
            wrong.setText(words);
            body.layout(true, true);
        });
        save = ActionButton.of(body, ActionButton.Kind.PRIMARY, Texts.of(title + ".save"),
                () -> saves.accept(fields.stream().map(NumberField::number).toList()));
        save.setEnabled(false);
    }

    /** What the server has. */
    void show(T settings) {
        saved = numbers.apply(settings);
        for (int i = 0; i < fields.size(); i++) {
            fields.get(i).show(saved.get(i));
        }
        problem.set("");
        check();
    }

    /** Says what went wrong; what was typed stays. */
    void failed(String words) {
        problem.set(words);
    }

    private void check() {
        boolean right = fields.stream().map(NumberField::check).reduce(true, Boolean::logicalAnd);
        save.setEnabled(right && !saved.isEmpty() && !saved.equals(fields.stream().map(NumberField::number).toList()));
    }
}
