package org.moothall.ui.widgets;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.moothall.ui.model.Value;

/** The pieces of a form: one column, labels above, help below. For the UI thread only. */
public final class Forms {
    /** Width of a form. */
    public static final int WIDTH = 460;

    private Forms() {}

    /** A field of text that keeps what is typed in {@code value}. */
    public static TextField text(Composite parent, String name, String placeholder, String help, Value<String> value) {
        label(parent, name);
        return field(parent, TextField.plain(parent, name, placeholder), help, value);
    }

    /** A field that does not show what is typed. */
    public static TextField password(Composite parent, String name, String help, Value<String> value) {
        label(parent, name);
        return field(parent, TextField.password(parent, name), help, value);
    }

    /** Something to switch on and off. */
    public static CheckBox check(Composite parent, String name, Value<Boolean> value) {
        CheckBox check = new CheckBox(parent, name, value);
        GridData data = wide();
        data.verticalIndent = 4;
        check.setLayoutData(data);
        return check;
    }

    /** A paragraph. */
    public static Label say(Composite parent, String words, String look) {
        Label label = Look.style(new Label(parent, SWT.WRAP), look);
        label.setText(words.replace("&", "&&"));
        label.setLayoutData(wide());
        return label;
    }

    private static TextField field(Composite parent, TextField field, String help, Value<String> value) {
        field.setLayoutData(wide());
        field.show(value.get());
        field.value().onChange(value::set);
        if (!help.isEmpty()) {
            say(parent, help, Look.SMALL_MUTED);
        }
        return field;
    }

    private static void label(Composite parent, String name) {
        Label label = Look.style(new Label(parent, SWT.NONE), Look.STRONG);
        label.setText(name);
        GridData data = wide();
        data.verticalIndent = 4;
        label.setLayoutData(data);
    }

    private static GridData wide() {
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = WIDTH;
        return data;
    }
}
