package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.ToIntFunction;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.moothall.client.Client;
import org.moothall.client.EventStream;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingState;
import org.moothall.ui.Navigation;
import org.moothall.ui.OverviewTile;
import org.moothall.ui.UiThread;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Gate;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Pen;
import org.moothall.ui.widgets.TextSize;
import org.moothall.ui.widgets.Tiles;
import org.osgi.service.component.annotations.Component;

/** Meetings and people now, and how many meetings there were at the same time before. */
@Component(service = OverviewTile.class)
public final class NowTile implements OverviewTile {
    private static final int POINTS = 120;

    @Override
    public String title() {
        return Texts.of("tile.title");
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public int columns() {
        return 4;
    }

    @Override
    public @Nullable String permission() {
        return "meetings.read";
    }

    @Override
    public @Nullable String address() {
        return "meetings";
    }

    @Override
    public void create(Composite parent, IEclipseContext context) {
        GridLayout layout = new GridLayout(3, true);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 8;
        parent.setLayout(layout);
        Gate ui = new Gate(context.get(UiThread.class));
        Client client = context.get(Client.class);
        MeetingsNow now = new MeetingsNow(client.meetings(), ui, Clock.systemUTC());
        EventStream.Subscription listening = client.events().listen(now);
        parent.addListener(SWT.Dispose, e -> {
            listening.close();
            ui.close();
        });
        Navigation navigation = context.get(Navigation.class);
        number(parent, now, navigation, Texts.of("tile.meetings"), m -> 1);
        number(parent, now, navigation, Texts.of("tile.people"), Meeting::participants);
        number(parent, now, navigation, Texts.of("tile.recorded"), m -> m.recording() ? 1 : 0);
        Drawn curve = new Drawn(parent, Tone.SURFACE, 200, 160, (pen, area) -> draw(pen, area, now));
        curve.named(Texts.of("tile.curve"));
        curve.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 3, 1));
        Tiles.follow(curve, now.all(), curve::redraw);
        ticking(curve);
        trouble(parent, now);
        now.read();
    }

    private static void number(Composite parent, MeetingsNow now, Navigation navigation, String word, ToIntFunction<Meeting> count) {
        Drawn[] self = new Drawn[1];
        Drawn drawn = new Drawn(parent, Tone.SURFACE, 80, 56, (pen, area) -> {
            String text = now.all().get().map(all -> Formats.count(active(all).stream().mapToInt(count).sum())).orElse("–");
            pen.text(text, new Rectangle(0, 2, area.width, 30), self[0].hovered() ? Tone.ACCENT : Tone.TEXT, TextSize.TITLE, SWT.LEFT);
            pen.text(word, new Rectangle(0, 32, area.width, 18), Tone.MUTED, TextSize.SMALL, SWT.LEFT);
        });
        self[0] = drawn;
        drawn.pressed(ACC.ROLE_LINK, word, () -> navigation.go("meetings"));
        drawn.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
        Tiles.follow(drawn, now.all(), drawn::redraw);
    }

    /** Says in place of dashes why there are no numbers, and reads them again when asked to. */
    private static void trouble(Composite parent, MeetingsNow now) {
        Composite line = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        GridData below = new GridData(SWT.FILL, SWT.CENTER, true, false, 3, 1);
        line.setLayoutData(below);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        line.setLayout(layout);
        Label words = Look.style(new Label(line, SWT.WRAP), Look.ERROR);
        words.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        ActionButton.of(line, ActionButton.Kind.NORMAL, Texts.of("tile.again"), now::read);
        Tiles.follow(line, now.failure(), () -> {
            String why = now.all().get().isEmpty() ? now.failure().get() : "";
            words.setText(why.replace("&", "&&"));
            line.setVisible(!why.isEmpty());
            below.exclude = why.isEmpty();
            parent.layout(true, true);
        });
    }

    private static List<Meeting> active(List<Meeting> all) {
        return all.stream().filter(m -> m.state() == MeetingState.ACTIVE).toList();
    }

    private static void draw(Pen pen, Rectangle area, MeetingsNow now) {
        List<Meeting> all = now.all().get().orElse(List.of());
        MeetingCurve curve = MeetingCurve.of(all, now.now(), POINTS);
        int peak = Math.max(1, curve.peak());
        int base = area.height - 24;
        Rectangle plot = new Rectangle(0, 24, area.width - 1, base - 24);
        pen.hairline(0, base, area.width);
        for (int i = 0; i < 3; i++) {
            pen.hairline(0, plot.y + plot.height * i / 3, area.width);
        }
        line(pen, plot, curve, peak);
        pen.text(label(curve.span()), new Rectangle(0, base + 4, area.width, 18), Tone.MUTED, TextSize.SMALL, SWT.LEFT);
        pen.text(Texts.of("tile.now"), new Rectangle(0, base + 4, area.width, 18), Tone.MUTED, TextSize.SMALL, SWT.RIGHT);
        if (curve.peak() > 0) {
            int x = plot.width * curve.peakPlace() / (POINTS - 1);
            boolean left = x < area.width / 2;
            pen.text(Texts.of("tile.most", curve.peak()), left ? new Rectangle(x, 4, area.width - x, 18) : new Rectangle(0, 4, x, 18), Tone.MUTED,
                    TextSize.SMALL,
                    left ? SWT.LEFT : SWT.RIGHT);
        }
    }

    private static void line(Pen pen, Rectangle plot, MeetingCurve curve, int peak) {
        int[] points = new int[POINTS * 2];
        int[] shape = new int[POINTS * 2 + 4];
        for (int i = 0; i < POINTS; i++) {
            points[2 * i] = plot.x + plot.width * i / (POINTS - 1);
            points[2 * i + 1] = plot.y + plot.height - plot.height * curve.counts()[i] / peak;
        }
        System.arraycopy(points, 0, shape, 0, points.length);
        shape[POINTS * 2] = plot.x + plot.width;
        shape[POINTS * 2 + 1] = plot.y + plot.height;
        shape[POINTS * 2 + 2] = plot.x;
        shape[POINTS * 2 + 3] = plot.y + plot.height;
        GC gc = pen.gc();
        gc.setBackground(pen.color(Tone.ACCENT));
        gc.setForeground(pen.color(Tone.ACCENT));
        gc.setAlpha(36);
        gc.fillPolygon(shape);
        gc.setAlpha(255);
        gc.setLineWidth(2);
        gc.drawPolyline(points);
        gc.setLineWidth(1);
    }

    private static String label(Duration span) {
        return span.toMinutes() < 60 ? Texts.of("tile.minutes-ago", span.toMinutes()) : Texts.count("tile.hours-ago", span.toHours());
    }

    private static void ticking(Drawn curve) {
        curve.getDisplay().timerExec((int) Duration.ofSeconds(10).toMillis(), () -> {
            if (!curve.isDisposed()) {
                curve.redraw();
                ticking(curve);
            }
        });
    }
}
