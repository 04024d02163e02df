package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.moothall.meetings.Timeline;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Pen;
import org.moothall.ui.widgets.TextSize;
import org.moothall.ui.widgets.Ticking;

/** The time of a meeting as a bar: drag, type or step to an instant of it. How many were there is a curve, what nobody watched is hatched. */
final class TimeBar {
    private static final int HEIGHT = 48;
    private static final int LABELS = 18;
    private static final int HATCH = 6;
    private static final int GRIP = 5;
    private static final Duration STEP = Duration.ofSeconds(10);

    private final PastMeeting past;
    private final Clock clock;
    private final Formats formats = Formats.local();
    private final Drawn bar;
    private boolean dragging;

    TimeBar(Composite parent, PastMeeting past, Clock clock) {
        this.past = past;
        this.clock = clock;
        Composite strip = Grids.strip(parent, 3);
        TimeField field = new TimeField(strip, Texts.of("past.field"), Texts.of("past.now"), past.at(), past::type, clock);
        bar = new Drawn(strip, Tone.SURFACE, 160, HEIGHT, this::paint);
        bar.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
        bar.named(Texts.of("past.bar"));
        bar.setCursor(bar.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        ActionButton now = ActionButton.of(strip, ActionButton.Kind.NORMAL, Texts.of("past.back"), past::backToNow);
        GridData right = new GridData(SWT.RIGHT, SWT.TOP, false, false);
        now.setLayoutData(right);
        listen();
        past.at().watch(at -> {
            now.setVisible(at.isPresent());
            right.exclude = at.isEmpty();
            now.requestLayout();
            bar.redraw();
        });
        past.timeline().onChange(read -> redraw());
        field.problems(past.problem(), 3);
    }

    private void redraw() {
        if (!bar.isDisposed()) {
            bar.redraw();
        }
    }

    private void listen() {
        bar.addListener(SWT.MouseDown, e -> {
            bar.setFocus();
            dragging = e.button == 1;
            drag(e.x);
        });
        bar.addListener(SWT.MouseMove, e -> {
            drag(e.x);
            bar.setToolTipText(hint(instant(e.x)));
        });
        bar.addListener(SWT.MouseUp, e -> dragging = false);
        bar.addListener(SWT.KeyDown, this::key);
        bar.addListener(SWT.FocusIn, e -> bar.redraw());
        bar.addListener(SWT.FocusOut, e -> bar.redraw());
        bar.addListener(SWT.Traverse, e -> e.doit = e.detail != SWT.TRAVERSE_ARROW_NEXT && e.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
        Ticking.redraw(bar, past::live);
    }

    private void drag(int x) {
        if (dragging) {
            past.look(instant(x));
        }
    }

    private void key(Event e) {
        Instant from = past.at().get().orElseGet(past::end);
        Duration leap = Duration.between(past.start(), past.end()).dividedBy(10);
        switch (e.keyCode) {
            case SWT.ARROW_LEFT -> past.look(from.minus(STEP));
            case SWT.ARROW_RIGHT -> past.look(from.plus(STEP));
            case SWT.PAGE_UP -> past.look(from.minus(leap));
            case SWT.PAGE_DOWN -> past.look(from.plus(leap));
            case SWT.HOME -> past.look(past.start());
            case SWT.END -> past.backToNow();
            default -> {
                return;
            }
        }
        e.doit = false;
    }

    private Instant instant(int x) {
        long span = Duration.between(past.start(), past.end()).toMillis();
        int width = Math.max(1, bar.getSize().x - 1);
        return past.start().plusMillis(span * Math.max(0, Math.min(x, width)) / width);
    }

    private int place(Instant instant, int width) {
        long span = Math.max(1, Duration.between(past.start(), past.end()).toMillis());
        long gone = Duration.between(past.start(), instant).toMillis();
        return (int) Math.max(0, Math.min(width - 1L, gone * (width - 1) / span));
    }

    private String hint(Instant instant) {
        String time = formats.second(instant, clock.instant());
        return past.timeline().get().map(read -> Texts.of("past.hint", time, Texts.count("people", people(read, instant)))).orElse(time);
    }

    private static int people(Timeline read, Instant instant) {
        return read.points().stream().filter(point -> !point.at().isAfter(instant)).reduce((one, other) -> other).map(Timeline.Point::participants).orElse(0);
    }

    private void paint(Pen pen, Rectangle area) {
        Rectangle track = new Rectangle(0, 0, area.width, area.height - LABELS);
        pen.round(track, Tone.CHROME, 4);
        past.timeline().get().ifPresent(read -> {
            curve(pen, track, read);
            read.unwatched().forEach(span -> hatch(pen, track, span));
        });
        past.at().get().ifPresent(at -> handle(pen, track, place(at, area.width)));
        if (bar.isFocusControl()) {
            pen.border(track, Tone.ACCENT, 4, 2);
        }
        labels(pen, new Rectangle(0, track.height, area.width, LABELS));
    }

    private void labels(Pen pen, Rectangle area) {
        pen.text(formats.time(past.start(), clock.instant()), area, Tone.MUTED, TextSize.SMALL, SWT.LEFT);
        pen.text(past.live() ? Texts.of("past.now") : formats.time(past.end(), clock.instant()), area, Tone.MUTED, TextSize.SMALL, SWT.RIGHT);
        if (past.timeline().get().map(read -> !read.unwatched().isEmpty()).orElse(false)) {
            pen.text(Texts.of("past.unwatched"), area, Tone.MUTED, TextSize.SMALL, SWT.CENTER);
        }
    }

    private void curve(Pen pen, Rectangle track, Timeline read) {
        int most = read.points().stream().mapToInt(Timeline.Point::participants).max().orElse(0);
        GC gc = pen.gc();
        gc.setAlpha(Look.of(bar).stale() ? 40 : 90);
        for (int i = 0; i < read.points().size() && most > 0; i++) {
            Timeline.Point point = read.points().get(i);
            int from = place(point.at(), track.width);
            int to = i + 1 < read.points().size() ? place(read.points().get(i + 1).at(), track.width) : track.width;
            int height = (track.height - 6) * point.participants() / most;
            pen.fill(new Rectangle(from, track.height - height, to - from, height), Tone.ACCENT);
        }
        gc.setAlpha(255);
    }

    private void hatch(Pen pen, Rectangle track, Timeline.Span span) {
        int from = place(span.from(), track.width);
        int to = Math.max(from + 3, span.to() == null ? track.width : place(Objects.requireNonNull(span.to()), track.width));
        GC gc = pen.gc();
        gc.setClipping(from, 0, to - from, track.height);
        gc.setForeground(pen.color(Tone.MUTED));
        for (int x = from - track.height; x < to; x += HATCH) {
            gc.drawLine(x, track.height, x + track.height, 0);
        }
        gc.setClipping((Rectangle) null);
    }

    private static void handle(Pen pen, Rectangle track, int wanted) {
        int x = Math.max(GRIP, Math.min(track.width - GRIP - 1, wanted));
        pen.fill(new Rectangle(x - 1, 0, 3, track.height), Tone.TEXT);
        pen.round(new Rectangle(x - GRIP, track.height / 2 - 8, 2 * GRIP + 1, 16), Tone.TEXT, 4);
    }
}
