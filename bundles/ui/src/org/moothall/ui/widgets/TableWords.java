package org.moothall.ui.widgets;

import java.util.Objects;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.moothall.ui.internal.Texts;
import org.moothall.ui.model.LiveRows;

/** What stands where rows would be: nothing there yet, reading failed, or nothing passes the filter; each with its own words and button. */
final class TableWords {
    private static final int WIDEST = 480;

    private final Canvas canvas;
    private final EmptyState empty;
    private EmptyState.Words whenEmpty = EmptyState.Words.of(Texts.of("table.empty"), "");
    private EmptyState.@Nullable Words told;
    private Runnable retry = () -> {};
    private Runnable clearFilter = () -> {};

    TableWords(Canvas canvas) {
        this.canvas = canvas;
        empty = new EmptyState(canvas);
    }

    /** What it says and offers when there are no rows at all. */
    void whenEmpty(EmptyState.Words words) {
        whenEmpty = words;
    }

    /** What the button does when reading failed, and when the filter lets nothing through. */
    void remedies(Runnable readAgain, Runnable showAll) {
        retry = readAgain;
        clearFilter = showAll;
    }

    /** Says what is the case, or nothing while rows are shown. */
    void show(LiveRows<?> rows) {
        EmptyState.Words words = rows.visible().isEmpty() ? words(rows) : null;
        empty.setVisible(words != null);
        if (words != null) {
            if (!Objects.equals(words, told)) {
                empty.show(words);
            }
            Rectangle area = canvas.getClientArea();
            Point size = empty.computeSize(Math.min(WIDEST, area.width), SWT.DEFAULT);
            int spare = area.height - LiveTable.HEADER - size.y;
            empty.setBounds((area.width - size.x) / 2, LiveTable.HEADER + Math.max(0, spare / 3), size.x, size.y);
        }
        told = words;
    }

    private EmptyState.@Nullable Words words(LiveRows<?> rows) {
        return switch (rows.state()) {
            case LiveRows.State.Loading loading -> null;
            case LiveRows.State.Failed failed -> new EmptyState.Words(Texts.of("table.failed"), failed.message(), Texts.of("try-again"), retry);
            case LiveRows.State.Ready ready -> rows.filtered() && rows.total() > 0
                    ? new EmptyState.Words(Texts.of("table.no-match"), Texts.of("table.no-match.text", rows.total()), Texts.of("table.clear-filter"),
                            clearFilter)
                    : whenEmpty;
        };
    }
}
