package org.moothall.workbench.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.Announcer;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Pen;
import org.moothall.ui.widgets.TextSize;

/** One message at the bottom of a window, with what can be done about it. */
final class Toast extends Composite {
    /** What a toast says. @param action words of its button; empty for none */
    record Says(String text, String action, Runnable run, boolean failure) {}

    private static final int HEIGHT = 44;
    private static final int PADDING = 16;
    private static final int CLOSE = 40;
    private static final int ICON = 28;

    private final Says says;
    private final Shell window;

    Toast(Shell window, Says says) {
        super(window, SWT.DOUBLE_BUFFERED);
        this.window = window;
        this.says = says;
        Look.style(this, "notice");
        Drawn text = new Drawn(this, Tone.NOTICE, 100, HEIGHT, this::paint).named(says.text);
        text.setToolTipText(says.text);
        int right = CLOSE;
        Drawn close = new Drawn(this, Tone.NOTICE, CLOSE, HEIGHT,
                (pen, area) -> pen.icon(Icon.CLOSE, new Rectangle(8, 0, 16, area.height), Tone.ON_NOTICE, 16));
        close.pressed(ACC.ROLE_PUSHBUTTON, Texts.of("toast.close"), this::dispose);
        int wanted = width(says.text, TextSize.BODY) + PADDING + ICON + PADDING;
        int button = says.action.isEmpty() ? 0 : width(says.action, TextSize.STRONG) + 2 * PADDING;
        int width = Math.max(240, Math.min(wanted + button + right, window.getClientArea().width - 64));
        if (button > 0) {
            action(width - right - button, button);
        }
        close.setBounds(width - right, 0, right, HEIGHT);
        text.setBounds(0, 0, width - right - button, HEIGHT);
        setSize(width, HEIGHT);
        window.addListener(SWT.Resize, e -> place());
        place();
        moveAbove(null);
        Announcer.say(text, says.text);
    }

    /** What it says. */
    Says says() {
        return says;
    }

    /** Does what its button does. */
    void act() {
        dispose();
        says.run.run();
    }

    private void action(int x, int width) {
        Drawn[] self = new Drawn[1];
        self[0] = new Drawn(this, Tone.NOTICE, width, HEIGHT, (pen, area) -> {
            pen.text(says.action, area, Tone.NOTICE_ACTION, TextSize.STRONG, SWT.CENTER);
            if (self[0].hovered()) {
                int words = pen.width(says.action, TextSize.STRONG);
                pen.fill(new Rectangle((area.width - words) / 2, area.height / 2 + 10, words, 1), Tone.NOTICE_ACTION);
            }
        });
        self[0].pressed(ACC.ROLE_PUSHBUTTON, says.action, this::act);
        self[0].setBounds(x, 0, width, HEIGHT);
    }

    private void place() {
        if (!isDisposed()) {
            Rectangle area = window.getClientArea();
            setLocation((area.width - getSize().x) / 2, area.height - HEIGHT - 24);
        }
    }

    private int width(String words, TextSize size) {
        GC gc = new GC(this);
        int width = new Pen(gc, Look.of(this)).width(words, size);
        gc.dispose();
        return width;
    }

    private void paint(Pen pen, Rectangle area) {
        if (says.failure) {
            pen.fill(new Rectangle(0, 0, 4, area.height), Tone.ERROR);
        }
        pen.icon(says.failure ? Icon.ALERT : Icon.CHECK, new Rectangle(PADDING, 0, 16, area.height), Tone.ON_NOTICE, 16);
        pen.text(says.text, new Rectangle(PADDING + ICON, 0, area.width - PADDING - ICON, area.height), Tone.ON_NOTICE, TextSize.BODY, SWT.LEFT);
    }
}
