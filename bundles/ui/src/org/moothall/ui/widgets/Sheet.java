package org.moothall.ui.widgets;

import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.moothall.ui.model.Tone;

/**
 * A window over the page that asks for one thing: a preview of what is about to happen, or a short form. Esc closes it, and nothing
 * has happened then. For the UI thread only.
 */
public final class Sheet {
    private static final int EDGE = 24;
    private static final int BUTTON = 88;

    private final Shell shell;
    private final @Nullable StepList steps;
    private final Composite body;
    private final Label problem;
    private final Composite bar;
    private @Nullable ActionButton first;
    private Runnable closed = () -> {};

    /** A sheet over the window of this control; its body has a grid of one column of this width. */
    public Sheet(Control over, String title, int width) {
        this(over, title, width, false);
    }

    /** A sheet with the steps of a wizard at its left. */
    public static Sheet wizard(Control over, String title, int width) {
        return new Sheet(over, title, width, true);
    }

    private Sheet(Control over, String title, int width, boolean wizard) {
        shell = new Shell(over.getShell(), SWT.TITLE | SWT.CLOSE | SWT.BORDER | SWT.APPLICATION_MODAL);
        shell.setText(title);
        Look.style(shell, Look.SURFACE);
        GridLayout across = grid(0, 0, 0);
        across.numColumns = wizard ? 2 : 1;
        across.horizontalSpacing = 0;
        shell.setLayout(across);
        shell.addListener(SWT.Paint, e -> new Pen(e.gc, Look.of(shell)).border(shell.getClientArea(), Tone.BORDER, 0, 1));
        steps = wizard ? stepList() : null;
        Composite content = Look.style(new Composite(shell, SWT.NONE), Look.SURFACE);
        content.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        content.setLayout(grid(EDGE, EDGE, 16));
        Label name = Look.style(new Label(content, SWT.WRAP), Look.TITLE);
        name.setText(title.replace("&", "&&"));
        name.setLayoutData(wide(width));
        body = Look.style(new Composite(content, SWT.NONE), Look.SURFACE);
        body.setLayout(grid(0, 0, 8));
        GridData fill = new GridData(SWT.FILL, SWT.FILL, true, true);
        fill.widthHint = width;
        body.setLayoutData(fill);
        problem = Look.style(new Label(content, SWT.WRAP), Look.ERROR);
        GridData hidden = wide(width);
        hidden.exclude = true;
        problem.setLayoutData(hidden);
        problem.setVisible(false);
        bar = Look.style(new Composite(content, SWT.NONE), Look.SURFACE);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.END, true, false));
        GridLayout buttons = grid(0, 0, 8);
        buttons.numColumns = 0;
        bar.setLayout(buttons);
        shell.addListener(SWT.Traverse, e -> {
            if (e.detail == SWT.TRAVERSE_ESCAPE) {
                e.doit = false;
                close();
            }
        });
        shell.addListener(SWT.Dispose, e -> closed.run());
    }

    private StepList stepList() {
        StepList list = new StepList(shell);
        GridData high = new GridData(SWT.LEFT, SWT.FILL, false, true);
        high.widthHint = StepList.WIDTH;
        list.setLayoutData(high);
        return list;
    }

    /** Shows the steps of a wizard. */
    public void steps(List<StepList.Step> now) {
        StepList list = steps;
        if (list != null && !list.isDisposed()) {
            list.show(now);
        }
    }

    /** Where its content goes: a grid of one column. */
    public Composite body() {
        return body;
    }

    /** Adds a button to the bar: the first one stands at the left, the others at the right. */
    public ActionButton button(ActionButton.Kind kind, String text, Runnable action) {
        ActionButton button = ActionButton.of(bar, kind, text, action);
        GridData data = new GridData(SWT.RIGHT, SWT.CENTER, first == null, false);
        button.setLayoutData(data);
        if (bar.getLayout() instanceof GridLayout layout) {
            layout.numColumns++;
        }
        if (first == null) {
            first = button;
        }
        return button;
    }

    /** Tells what went wrong above the buttons; empty for nothing. */
    public void problem(String words) {
        if (!shell.isDisposed()) {
            problem.setText(words);
            problem.setVisible(!words.isEmpty());
            if (problem.getLayoutData() instanceof GridData data) {
                data.exclude = words.isEmpty();
            }
            fit();
        }
    }

    /** Called once when it has been closed, in whatever way. */
    public void onClose(Runnable action) {
        closed = action;
    }

    /** Whether it was closed. */
    public boolean isClosed() {
        return shell.isDisposed();
    }

    /** Shows it in the middle of the window. */
    public void open() {
        fit();
        shell.open();
    }

    /** Takes the size that its content wants, after that changed. */
    public void fit() {
        if (shell.isDisposed()) {
            return;
        }
        for (Control button : bar.getChildren()) {
            if (button.getLayoutData() instanceof GridData data) {
                data.widthHint = Math.max(BUTTON, button.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
            }
        }
        shell.layout(true, true);
        Point size = shell.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        Rectangle under = window().getBounds();
        int height = Math.min(size.y, under.height - 2 * EDGE);
        shell.setBounds(under.x + (under.width - size.x) / 2, under.y + Math.max(EDGE, (under.height - height) / 3), size.x, height);
    }

    /** The window below all sheets: a sheet over a small sheet may be larger than that one. */
    private Composite window() {
        Composite under = shell.getParent();
        while (under.getParent() != null) {
            under = under.getParent();
        }
        return under;
    }

    /** Closes it. */
    public void close() {
        if (!shell.isDisposed()) {
            Composite under = shell.getParent();
            shell.dispose();
            under.getShell().setActive(); // not every window manager gives the focus back
        }
    }

    private static GridData wide(int width) {
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false);
        data.widthHint = width;
        return data;
    }

    private static GridLayout grid(int horizontal, int vertical, int spacing) {
        GridLayout layout = new GridLayout(1, false);
        layout.marginWidth = horizontal;
        layout.marginHeight = vertical;
        layout.verticalSpacing = spacing;
        layout.horizontalSpacing = 8;
        return layout;
    }
}
