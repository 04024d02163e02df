package org.moothall.ui.widgets;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** What stands where rows would be: what is the case, what to do next, and the button that does it. */
public final class EmptyState extends Composite {
    private final Label title;
    private final Label text;
    private @Nullable ActionButton button;

    /** Words and button. @param title one short sentence @param action name of the button, or empty for none */
    public record Words(String title, String text, String action, Runnable run) {
        /** Words without a button. */
        public static Words of(String title, String text) {
            return new Words(title, text, "", () -> {});
        }
    }

    /** Empty until {@link #show}. */
    public EmptyState(Composite parent) {
        super(parent, SWT.NONE);
        Look.style(this, Look.SURFACE);
        GridLayout layout = new GridLayout(1, false);
        layout.verticalSpacing = 8;
        setLayout(layout);
        title = Look.style(new Label(this, SWT.CENTER), Look.STRONG);
        title.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, false));
        text = Look.style(new Label(this, SWT.CENTER | SWT.WRAP), Look.MUTED);
        GridData wrapped = new GridData(SWT.CENTER, SWT.CENTER, true, false);
        wrapped.widthHint = 420;
        text.setLayoutData(wrapped);
    }

    /** Says this. */
    public void show(Words words) {
        title.setText(words.title);
        text.setText(words.text);
        ActionButton old = button;
        if (old != null) {
            old.dispose();
            button = null;
        }
        if (!words.action.isEmpty()) {
            ActionButton made = ActionButton.of(this, ActionButton.Kind.NORMAL, words.action, words.run);
            GridData data = new GridData(SWT.CENTER, SWT.CENTER, true, false);
            data.verticalIndent = 8;
            made.setLayoutData(data);
            button = made;
        }
        layout(true, true);
    }
}
