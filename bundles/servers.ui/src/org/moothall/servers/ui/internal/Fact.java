package org.moothall.servers.ui.internal;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.moothall.ui.model.Cell;
import org.moothall.ui.model.Status;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.Pen;
import org.moothall.ui.widgets.TextSize;

/** A line of details: what, and its value. */
record Fact(String name, Cell value) {

    static final int LINE = 28;
    private static final int NAMES = 136;

    static Fact of(String name, String value) {
        return new Fact(name, Cell.of(value));
    }

    /** Draws facts below each other. */
    static void paint(Pen pen, Rectangle area, List<Fact> facts) {
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            pen.text(fact.name, new Rectangle(area.x, area.y + i * LINE, NAMES - 8, LINE), Tone.MUTED, TextSize.BODY, SWT.LEFT);
            Rectangle value = new Rectangle(area.x + NAMES, area.y + i * LINE, Math.max(0, area.width - NAMES), LINE);
            @Nullable Status status = fact.value.status();
            if (status != null) {
                pen.status(status, value);
                value = new Rectangle(value.x + Pen.SHAPE + 8, value.y, Math.max(0, value.width - Pen.SHAPE - 8), LINE);
            }
            pen.text(fact.value.text(), value, fact.value.tone(), TextSize.BODY, SWT.LEFT);
        }
    }

    /** All of them in words, to be read aloud. */
    static String spoken(List<Fact> facts) {
        return String.join(". ", facts.stream().map(fact -> fact.name + " " + fact.value.text()).toList());
    }
}
