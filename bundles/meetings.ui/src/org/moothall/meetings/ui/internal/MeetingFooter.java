package org.moothall.meetings.ui.internal;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Status;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Pen;
import org.moothall.ui.widgets.TextSize;

/** The line below the lists: how many meetings and people, and whether that is live. */
final class MeetingFooter {
    private static final int HEIGHT = 28;

    private final Supplier<String> words;
    private final BooleanSupplier live;
    private final Drawn drawn;

    /** @param live whether what is shown is kept up to date */
    MeetingFooter(Composite parent, Supplier<String> words, BooleanSupplier live) {
        this.words = words;
        this.live = live;
        drawn = new Drawn(parent, Tone.SURFACE, 200, HEIGHT, this::paint);
        drawn.named(Texts.of("footer"));
        drawn.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, false));
    }

    /** The numbers may have changed. */
    void changed() {
        if (!drawn.isDisposed()) {
            drawn.redraw();
        }
    }

    private void paint(Pen pen, Rectangle area) {
        pen.hairline(0, 0, area.width);
        int right = live.getAsBoolean() ? paintLive(pen, area) : 0;
        pen.text(words.get(), new Rectangle(Look.MARGIN, 1, area.width - right - 3 * Look.MARGIN, area.height), Tone.MUTED, TextSize.SMALL, SWT.LEFT);
    }

    private int paintLive(Pen pen, Rectangle area) {
        boolean stale = Look.of(drawn).stale();
        int width = pen.text(Texts.of(stale ? "footer.old" : "footer.live"), new Rectangle(0, 1, area.width - Look.MARGIN, area.height), Tone.MUTED,
                TextSize.SMALL, SWT.RIGHT);
        pen.status(stale ? Status.WARNING : Status.OK, new Rectangle(area.width - Look.MARGIN - width - 16, 1, 10, area.height));
        return width;
    }

    /** How many meetings a list has, and people where they are counted. */
    static String words(MeetingList list) {
        long people = list.rows().visible().stream().mapToLong(MeetingColumns::peopleOf).sum();
        int rows = list.rows().visible().size();
        String counted = people == 0 ? "" : " · " + Texts.count("people", people);
        return list.hasMore() ? part(rows, list.matching().get()) : Texts.count("meetings", rows) + counted;
    }

    /** How many meetings went on then. */
    static String words(PastMeetings then) {
        if (then.at().get().isEmpty()) {
            return "";
        }
        int rows = then.rows().visible().size();
        return then.hasMore() ? part(rows, then.matching().get()) : Texts.count("meetings", rows);
    }

    private static String part(long rows, long matching) {
        return Texts.of("footer.part", Formats.count(rows), Texts.count("meetings", matching));
    }
}
