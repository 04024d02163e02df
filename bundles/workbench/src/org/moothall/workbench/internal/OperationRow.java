package org.moothall.workbench.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Status;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Pen;
import org.moothall.ui.widgets.ProgressLine;
import org.moothall.ui.widgets.TextSize;

/** One piece of work in the drawer. */
final class OperationRow extends Composite {
    private static final int LINE = 22;

    private final Drawn words;
    private final ProgressLine line;
    private final ActionButton cancel;
    private @Nullable OperationEntry entry;

    OperationRow(Composite parent) {
        super(parent, SWT.NONE);
        Look.style(this, Look.SURFACE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 16;
        layout.marginHeight = 10;
        layout.horizontalSpacing = 12;
        setLayout(layout);
        addListener(SWT.Paint, e -> new Pen(e.gc, Look.of(this)).hairline(0, getSize().y - 1, getSize().x));
        words = new Drawn(this, Tone.SURFACE, 200, 2 * LINE, this::paint);
        words.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        cancel = ActionButton.of(this, ActionButton.Kind.NORMAL, Texts.of("cancel"), this::cancel);
        cancel.setLayoutData(new GridData(SWT.RIGHT, SWT.CENTER, false, false));
        line = new ProgressLine(this, Texts.of("operations.progress"));
        line.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    }

    void show(OperationEntry now) {
        entry = now;
        visible(cancel, now.cancel() != null && !now.ended());
        visible(line, !now.ended());
        line.share(now.share());
        words.setToolTipText(now.title() + "\n" + now.words());
        words.redraw();
    }

    private void cancel() {
        OperationEntry shown = entry;
        Runnable stop = shown == null ? null : shown.cancel();
        if (stop != null) {
            cancel.setEnabled(false);
            stop.run();
        }
    }

    private void paint(Pen pen, Rectangle area) {
        OperationEntry shown = entry;
        if (shown == null) {
            return;
        }
        Instant end = Objects.requireNonNullElse(shown.endedAt(), Instant.now());
        int time = pen.text(Formats.duration(Duration.between(shown.startedAt(), end)), new Rectangle(0, 0, area.width, LINE), Tone.MUTED, TextSize.SMALL,
                SWT.RIGHT);
        pen.status(status(shown), new Rectangle(0, 0, 16, LINE));
        pen.text(shown.title(), new Rectangle(20, 0, area.width - time - 32, LINE), Tone.TEXT, TextSize.STRONG, SWT.LEFT);
        String part = !shown.ended() && shown.total() > 0 ? Texts.of("operations.part", shown.done(), shown.total()) : "";
        int right = pen.text(part, new Rectangle(0, LINE, area.width, LINE), Tone.MUTED, TextSize.BODY, SWT.RIGHT);
        pen.text(shown.words(), new Rectangle(20, LINE, area.width - right - 32, LINE), Tone.MUTED, TextSize.BODY, SWT.LEFT);
    }

    private static Status status(OperationEntry shown) {
        return switch (shown.state()) {
            case DONE -> Status.OK;
            case FAILED -> Status.ERROR;
            case CANCELLED -> Status.WARNING;
            case RUNNING -> Status.UNKNOWN;
        };
    }

    private static void visible(org.eclipse.swt.widgets.Control control, boolean on) {
        control.setVisible(on);
        if (control.getLayoutData() instanceof GridData data) {
            data.exclude = !on;
        }
    }
}
