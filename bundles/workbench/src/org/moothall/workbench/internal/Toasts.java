package org.moothall.workbench.internal;

import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.moothall.ui.Notices;
import org.moothall.ui.UiThread;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Pen;
import org.moothall.ui.widgets.TextSize;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages at the bottom of the window, above the page, ten seconds each. */
final class Toasts implements Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Toasts.class);
    private static final int MILLIS = 10_000;
    private static final int HEIGHT = 44;
    private static final int PADDING = 16;

    private final MApplication application;
    private final UiThread ui;
    private @Nullable Canvas canvas;
    private String text = "";
    private String action = "";
    private Runnable run = () -> { };
    private boolean failure;
    private int turn;

    Toasts(MApplication application, UiThread ui) {
        this.application = application;
        this.ui = ui;
    }

    @Override
    public void done(String words) {
        ui.execute(() -> show(words, "", () -> { }, false));
    }

    @Override
    public void done(String words, Runnable undo) {
        ui.execute(() -> show(words, "Undo", undo, false));
    }

    @Override
    public void failed(String words, @Nullable Runnable retry) {
        ui.execute(() -> show(words, retry == null ? "" : "Try again", retry == null ? () -> { } : retry, true));
    }

    @Override
    public void failed(String what, Throwable problem, @Nullable Runnable retry) {
        if (Failures.code(problem).isEmpty()) {
            LOG.error("{} failed", what, problem);
        }
        failed(what + ": " + Failures.words(problem), retry);
    }

    @Override
    public Progress working(String words, @Nullable Runnable cancel) {
        Runnable stop = cancel == null ? () -> { } : cancel;
        String button = cancel == null ? "" : "Cancel";
        ui.execute(() -> keep(words, button, stop));
        return new Progress() {
            @Override
            public void at(String step, int done, int total) {
                String part = total > 0 ? " (" + done + " of " + total + ")" : "";
                ui.execute(() -> keep(words + ": " + step + part, button, stop));
            }

            @Override
            public void close() {
                ui.execute(() -> {
                    if (text.startsWith(words)) {
                        hide();
                    }
                });
            }
        };
    }

    private void show(String words, String button, Runnable pressed, boolean failed) {
        keep(words, button, pressed);
        failure = failed;
        Canvas shown = canvas;
        int mine = turn;
        if (shown != null) {
            shown.getDisplay().timerExec(MILLIS, () -> {
                if (mine == turn) {
                    hide();
                }
            });
        }
    }

    private void keep(String words, String button, Runnable pressed) {
        text = words;
        action = button;
        run = pressed;
        failure = false;
        turn++;
        if (application.getChildren().get(0).getWidget() instanceof Shell shell && !shell.isDisposed()) {
            Canvas shown = canvas(shell);
            place(shell, shown);
            shown.setVisible(true);
            shown.moveAbove(null);
            shown.redraw();
        }
    }

    private void hide() {
        Canvas shown = canvas;
        if (shown != null && !shown.isDisposed()) {
            shown.setVisible(false);
        }
    }

    private Canvas canvas(Shell shell) {
        Canvas known = canvas;
        if (known == null || known.isDisposed()) {
            Canvas made = new Canvas(shell, SWT.DOUBLE_BUFFERED);
            made.setData("org.moothall.name", "Message");
            made.addListener(SWT.Paint, this::paint);
            made.addListener(SWT.MouseUp, this::press);
            shell.addListener(SWT.Resize, e -> place(shell, made));
            canvas = made;
            return made;
        }
        return known;
    }

    private void place(Shell shell, Canvas shown) {
        GC gc = new GC(shown);
        Pen pen = new Pen(gc, Look.of(shown));
        int width = pen.width(text, TextSize.BODY) + 2 * PADDING + 28 + 40 + (action.isEmpty() ? 0 : pen.width(action, TextSize.STRONG) + 32);
        gc.dispose();
        Rectangle area = shell.getClientArea();
        int fitting = Math.max(240, Math.min(width, area.width - 64));
        shown.setBounds((area.width - fitting) / 2, area.height - HEIGHT - 24, fitting, HEIGHT);
    }

    private void press(Event e) {
        Rectangle area = ((Canvas) e.widget).getClientArea();
        boolean close = e.x > area.width - 40;
        boolean acted = !close && !action.isEmpty() && e.x > area.width - 40 - actionWidth((Canvas) e.widget);
        Runnable pressed = run;
        if (close || acted) {
            hide();
        }
        if (acted) {
            pressed.run();
        }
    }

    private int actionWidth(Canvas shown) {
        GC gc = new GC(shown);
        int width = new Pen(gc, Look.of(shown)).width(action, TextSize.STRONG) + 24;
        gc.dispose();
        return width;
    }

    private void paint(Event e) {
        Canvas shown = (Canvas) e.widget;
        Pen pen = new Pen(e.gc, Look.of(shown));
        Rectangle area = shown.getClientArea();
        pen.fill(area, Tone.NOTICE);
        if (failure) {
            pen.fill(new Rectangle(0, 0, 4, area.height), Tone.ERROR);
        }
        pen.icon(failure ? Icon.ALERT : Icon.CHECK, new Rectangle(PADDING, 0, 16, area.height), Tone.ON_NOTICE, 16);
        int button = action.isEmpty() ? 0 : actionWidth(shown);
        Point end = new Point(area.width - 40, area.height);
        pen.text(text, new Rectangle(PADDING + 28, 0, end.x - button - PADDING - 36, area.height), Tone.ON_NOTICE, TextSize.BODY, SWT.LEFT);
        pen.text(action, new Rectangle(end.x - button, 0, button - 8, area.height), Tone.NOTICE_ACTION, TextSize.STRONG, SWT.RIGHT);
        pen.icon(Icon.CLOSE, new Rectangle(end.x + 8, 0, 16, area.height), Tone.ON_NOTICE, 16);
    }
}
