package org.moothall.applianceprofiles.ui.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.moothall.applianceprofiles.ApplianceProfile;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.CheckBox;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Menus;
import org.moothall.ui.widgets.TextField;

/** A platform and a form of numbers, beside each other their names. For the UI thread only. */
final class FormView {
    private static final int NUMBER = 112;
    private static final int GAP = 16;

    private final ScrolledComposite scroll;
    private final Composite body;
    private final SizingModel model;
    private final Value<List<ApplianceProfile>> platforms;
    private final List<Composite> fields = new ArrayList<>();
    private @Nullable ActionButton platform;

    FormView(Composite parent, SizingModel model, Value<List<ApplianceProfile>> platforms) {
        this.model = model;
        this.platforms = platforms;
        scroll = Look.style(new ScrolledComposite(parent, SWT.V_SCROLL), Look.SURFACE);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        body = Look.style(new Composite(scroll, SWT.NONE), Look.SURFACE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = Look.MARGIN;
        layout.marginHeight = GAP;
        layout.verticalSpacing = 4;
        body.setLayout(layout);
        scroll.setContent(body);
        platform();
        model.form().sections().forEach(this::section);
        model.platform().watch(id -> enable());
        arrange();
    }

    ScrolledComposite control() {
        return scroll;
    }

    /** The first field. */
    void focus() {
        body.setFocus();
    }

    private void platform() {
        title(Texts.of("platform"));
        ActionButton choice = ActionButton.of(body, ActionButton.Kind.NORMAL, Texts.of("platform.machine"), this::choose).opensMenu();
        platform = choice;
        choice.setLayoutData(across());
        model.platform().watch(id -> choice.text(SizingModel.name(platforms.get(), id)));
        platforms.onChange(known -> choice.text(SizingModel.name(known, model.platform().get())));
    }

    private void choose() {
        ActionButton button = platform;
        if (button != null) {
            Menus.below(button, menu -> platforms.get()
                    .forEach(each -> Menus.choice(menu, each.name(), each.id().equals(model.platform().get()), () -> model.platform().set(each.id()))));
        }
    }

    private void section(Form.Section section) {
        title(section.title());
        section.fields().forEach(this::field);
    }

    private void field(Field field) {
        if (field.kind() == Field.Kind.SWITCH) {
            CheckBox check = new CheckBox(body, field.label(), field.on());
            check.setLayoutData(across());
            return;
        }
        Label label = Look.style(new Label(body, SWT.NONE), Look.SURFACE);
        label.setText(field.label());
        label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        TextField typed = TextField.plain(body, field.label(), "");
        GridData data = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
        data.widthHint = NUMBER;
        typed.setLayoutData(data);
        typed.show(field.text().get());
        typed.value().onChange(field.text()::set);
        typed.text().addListener(SWT.DefaultSelection, e -> model.calculate());
        fields.add(typed);
        problem(field, typed);
    }

    private void problem(Field field, TextField typed) {
        Label why = Look.style(new Label(body, SWT.WRAP), Look.ERROR);
        GridData data = across();
        data.exclude = true;
        why.setVisible(false);
        why.setLayoutData(data);
        field.problem().onChange(words -> {
            typed.wrong(!words.isEmpty());
            why.setText(words.replace("&", "&&"));
            data.exclude = words.isEmpty();
            why.setVisible(!words.isEmpty());
            arrange();
        });
    }

    private void title(String words) {
        Label label = Look.style(new Label(body, SWT.NONE), Look.STRONG);
        label.setText(words);
        GridData data = across();
        data.verticalIndent = GAP / 2;
        label.setLayoutData(data);
    }

    private static GridData across() {
        return new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1);
    }

    private void enable() {
        fields.forEach(field -> field.setEnabled(model.asksForm()));
    }

    private void arrange() {
        body.layout(true, true);
        scroll.setMinHeight(body.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
    }
}
