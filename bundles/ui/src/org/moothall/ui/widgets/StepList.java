package org.moothall.ui.widgets;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.moothall.ui.internal.Texts;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Status;
import org.moothall.ui.model.Tone;

/** The steps of a wizard at its left, each with its state as shape, word and colour. */
public final class StepList extends Composite {
    /** How wide it is. */
    public static final int WIDTH = 184;
    private static final int ROW = 52;

    /** Where a step stands. */
    public enum State {
        /** It comes later. */
        LATER,
        /** It is the one that is shown. */
        NOW,
        /** It is the one that is shown, and something is under way. */
        WORKING,
        /** It is done. */
        DONE,
        /** It was not needed. */
        SKIPPED,
        /** It needs somebody. */
        FAILED
    }

    /** A step. @param name two or three words */
    public record Step(String name, State state) {}

    private final Drawn drawn;
    private List<Step> steps = List.of();

    /** An empty list. */
    public StepList(Composite parent) {
        super(parent, SWT.NONE);
        Look.style(this, Look.CHROME);
        setLayout(new FillLayout());
        drawn = new Drawn(this, Tone.CHROME, WIDTH, ROW, this::paint);
        drawn.named(Texts.of("wizard.steps"));
    }

    /** Shows these. */
    public void show(List<Step> now) {
        steps = List.copyOf(now);
        String spoken = now.stream().map(step -> step.name + ", " + word(step.state)).collect(Collectors.joining("; "));
        drawn.setToolTipText(spoken);
        drawn.redraw();
    }

    /** What it shows. */
    public List<Step> steps() {
        return steps;
    }

    private void paint(Pen pen, Rectangle area) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            int y = 16 + i * ROW;
            if (i < steps.size() - 1) {
                pen.fill(new Rectangle(25, y + 22, 2, ROW - 24), step.state == State.DONE ? Tone.OK : Tone.BORDER);
            }
            boolean current = step.state == State.NOW || step.state == State.WORKING || step.state == State.FAILED;
            shape(pen, new Rectangle(16, y, 20, 20), step.state);
            pen.text(step.name, new Rectangle(48, y - 2, area.width - 56, 20),
                    step.state == State.LATER || step.state == State.SKIPPED ? Tone.MUTED : Tone.TEXT,
                    current ? TextSize.STRONG : TextSize.BODY, SWT.LEFT);
            pen.text(word(step.state), new Rectangle(48, y + 16, area.width - 56, 16), step.state == State.FAILED ? Tone.ERROR : Tone.MUTED, TextSize.SMALL,
                    SWT.LEFT);
        }
    }

    private static void shape(Pen pen, Rectangle at, State state) {
        Rectangle middle = new Rectangle(at.x + (at.width - Pen.SHAPE) / 2, at.y, at.width, at.height);
        switch (state) {
            case DONE, SKIPPED -> pen.icon(Icon.CHECK, at, state == State.DONE ? Tone.OK : Tone.MUTED, at.width);
            case FAILED -> pen.status(Status.ERROR, middle);
            case LATER -> pen.status(Status.UNKNOWN, middle);
            case NOW, WORKING -> {
                pen.round(new Rectangle(middle.x, at.y + (at.height - Pen.SHAPE) / 2, Pen.SHAPE, Pen.SHAPE), Tone.ACCENT, Pen.SHAPE / 2);
            }
        }
    }

    private static String word(State state) {
        return Texts.of("wizard." + state.name().toLowerCase(java.util.Locale.ROOT));
    }
}
