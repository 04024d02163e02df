package org.moothall.meetings.ui.internal;

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

    private final Supplier<MeetingList> shown;
    private final Drawn drawn;

    MeetingFooter(Composite parent, Supplier<MeetingList> shown) {
        this.shown = shown;
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
        boolean stale = Look.of(drawn).stale();
        int live = pen.text(Texts.of(stale ? "footer.old" : "footer.live"), new Rectangle(0, 1, area.width - Look.MARGIN, area.height), Tone.MUTED,
                TextSize.SMALL, SWT.RIGHT);
        pen.status(stale ? Status.WARNING : Status.OK, new Rectangle(area.width - Look.MARGIN - live - 16, 1, 10, area.height));
        MeetingList list = shown.get();
        long people = list.rows().visible().stream().mapToLong(MeetingColumns::peopleOf).sum();
        long matching = list.matching().get();
        int rows = list.rows().visible().size();
        String words = list.hasMore() ? Texts.of("footer.part", Formats.count(rows), Texts.count("meetings", matching))
                : Texts.count("meetings", rows) + " · " + Texts.count("people", people);
        pen.text(words, new Rectangle(Look.MARGIN, 1, area.width - live - 3 * Look.MARGIN, area.height), Tone.MUTED, TextSize.SMALL, SWT.LEFT);
    }
}
