package org.moothall.meetings.ui.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.moothall.meetings.ui.internal.MeetingDetails.Whom;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Tone;
import org.moothall.ui.model.Value;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Pen;
import org.moothall.ui.widgets.TextSize;

/** Chooses between who is in the meeting and who has left it. */
final class PeopleTabs extends Composite {

    private final MeetingDetails details;

    PeopleTabs(Composite parent, MeetingDetails details) {
        super(parent, SWT.NONE);
        this.details = details;
        Look.style(this, Look.SURFACE);
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 16;
        setLayout(layout);
        tab(Whom.PRESENT, Texts.of("participants"), details.present(), 128);
        tab(Whom.LEFT, Texts.of("left"), details.left(), 64);
        tab(Whom.LOG, Texts.of("log"), new Value<>(-1), 40);
    }

    private void tab(Whom whom, String word, Value<Integer> count, int width) {
        Drawn tab = new Drawn(this, Tone.SURFACE, width, Look.CONTROL, (pen, area) -> paint(pen, area, whom, word, count.get()));
        tab.pressed(ACC.ROLE_TABITEM, word, () -> details.whom().set(whom));
        count.onChange(now -> tab.redraw());
        details.whom().onChange(now -> tab.redraw());
    }

    private void paint(Pen pen, Rectangle area, Whom whom, String word, int count) {
        boolean chosen = details.whom().get() == whom;
        int width = pen.text(word, area, chosen ? Tone.TEXT : Tone.MUTED, chosen ? TextSize.STRONG : TextSize.BODY, SWT.LEFT);
        width += count < 0 ? 0 : 6 + pen.text(Formats.count(count), new Rectangle(width + 6, 0, area.width, area.height), Tone.MUTED, TextSize.BODY, SWT.LEFT);
        if (chosen) {
            pen.fill(new Rectangle(0, area.height - 2, width, 2), Tone.ACCENT);
        }
    }
}
