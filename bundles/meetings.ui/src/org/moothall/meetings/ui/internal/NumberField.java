package org.moothall.meetings.ui.internal;

import org.eclipse.swt.widgets.Composite;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.Forms;
import org.moothall.ui.widgets.TextField;

/** A number of a form that is checked while it is typed. For the UI thread only. */
final class NumberField {
    private final TextField field;
    private final Value<String> text;
    private final double least;
    private final double most;
    private final boolean whole;

    NumberField(Composite parent, String key, Value<String> text, double least, double most, boolean whole) {
        this.text = text;
        this.least = least;
        this.most = most;
        this.whole = whole;
        field = Forms.text(parent, Texts.of("settings." + key), "", Texts.of("settings." + key + ".help"), text);
    }

    /** Puts a number into it. */
    void show(double number) {
        field.show(whole || number == Math.rint(number) ? Long.toString(Math.round(number)) : Double.toString(number));
    }

    /** Whether what stands in it is a number that is allowed; shows it when not. */
    boolean check() {
        boolean right = right();
        field.wrong(!right);
        return right;
    }

    /** What stands in it, which is {@link #check right}. */
    double number() {
        return Double.parseDouble(text.get().strip());
    }

    private boolean right() {
        return text.get().strip().matches(whole ? "\\d{1,6}" : "\\d{1,6}(\\.\\d{1,3})?") && number() >= least && number() <= most;
    }
}
