package org.moothall.meetings.ui.internal;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.moothall.meetings.CallStatistics.Direction;
import org.moothall.meetings.CallStatistics.Medium;
import org.moothall.meetings.CallStatistics.Sample;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.Pen;
import org.moothall.ui.widgets.TextSize;

/** One figure of a connection over time: what they receive as a line, what they send as a dotted one; the newest values stand beside the name. */
final class FigureChart {
    private static final int TOP = 18;
    private static final int HEIGHT = 66;

    private final Figure figure;
    private final Supplier<List<Sample>> samples;
    private final Supplier<Medium> medium;
    private final Drawn drawn;

    FigureChart(Composite parent, Figure figure, Supplier<List<Sample>> samples, Supplier<Medium> medium) {
        this.figure = figure;
        this.samples = samples;
        this.medium = medium;
        drawn = new Drawn(parent, Tone.SURFACE, 200, HEIGHT, this::paint);
        drawn.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        drawn.addListener(SWT.MouseMove, e -> hint(e.x));
        redraw();
    }

    /** There are other samples. */
    void redraw() {
        if (!drawn.isDisposed()) {
            List<Sample> now = samples.get();
            drawn.named(now.isEmpty() ? figure.label() : figure.label() + ": " + words(now.getLast()));
            drawn.redraw();
        }
    }

    private String words(Sample sample) {
        return Texts.of("figure.both", figure.words(sample, medium.get(), Direction.SEND), figure.words(sample, medium.get(), Direction.RECEIVE));
    }

    private void hint(int x) {
        List<Sample> now = samples.get();
        if (!now.isEmpty()) {
            Sample sample = now.get(Math.max(0, Math.min(now.size() - 1, x * now.size() / Math.max(1, drawn.getSize().x))));
            drawn.setToolTipText(Texts.of("figure.then", Formats.local().clock(sample.at()), words(sample)));
        }
    }

    private void paint(Pen pen, Rectangle area) {
        int width = pen.text(figure.label(), new Rectangle(0, 0, area.width, TOP), Tone.MUTED, TextSize.SMALL, SWT.LEFT);
        Rectangle plot = new Rectangle(0, TOP + 4, area.width, area.height - TOP - 6);
        for (int i = 0; i <= 2; i++) {
            pen.hairline(0, plot.y + plot.height * i / 2, plot.width);
        }
        List<Sample> now = samples.get();
        if (now.isEmpty()) {
            return;
        }
        int right = area.width;
        for (Direction direction : List.of(Direction.RECEIVE, Direction.SEND)) {
            String value = Texts.of("figure." + direction.name().toLowerCase(Locale.ROOT), figure.words(now.getLast(), medium.get(), direction));
            right -= 12 + pen.text(value, new Rectangle(width + 8, 0, Math.max(0, right - width - 8), TOP), tone(direction), TextSize.SMALL, SWT.RIGHT);
        }
        double most = Math.max(1, Stream.of(Direction.values()).flatMap(direction -> now.stream().map(sample -> figure.of(sample, medium.get(), direction)))
                .filter(Objects::nonNull).mapToDouble(value -> value).max().orElse(1));
        line(pen, plot, now, Direction.RECEIVE, most, SWT.LINE_DOT);
        line(pen, plot, now, Direction.SEND, most, SWT.LINE_SOLID);
    }

    private static Tone tone(Direction direction) {
        return direction == Direction.SEND ? Tone.ACCENT : Tone.OK;
    }

    private void line(Pen pen, Rectangle plot, List<Sample> now, Direction direction, double most, int style) {
        GC gc = pen.gc();
        gc.setForeground(pen.color(tone(direction)));
        gc.setLineWidth(2);
        gc.setLineStyle(style);
        int last = Math.max(1, now.size() - 1);
        int beforeX = -1;
        int beforeY = 0;
        for (int i = 0; i < now.size(); i++) {
            @Nullable Double value = figure.of(now.get(i), medium.get(), direction);
            int x = plot.x + (plot.width - 2) * i / last;
            int y = value == null ? 0 : plot.y + plot.height - (int) Math.round((plot.height - 2) * value / most) - 1;
            if (value != null) {
                gc.drawLine(beforeX < 0 ? x : beforeX, beforeX < 0 ? y : beforeY, now.size() == 1 ? x + 2 : x, y);
            }
            beforeX = value == null ? -1 : x;
            beforeY = y;
        }
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setLineWidth(1);
    }
}
