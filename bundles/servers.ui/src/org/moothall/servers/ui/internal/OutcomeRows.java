package org.moothall.servers.ui.internal;

import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.moothall.servers.CallBridge;
import org.moothall.servers.DiscoveryOutcome;
import org.moothall.servers.ui.internal.AddServers.Step;
import org.moothall.ui.model.Status;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.Forms;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Pen;
import org.moothall.ui.widgets.TextSize;

/** What became of each Call Bridge that was to be added. */
final class OutcomeRows {
    private static final int TWO_LINES = 52;

    private OutcomeRows() {}

    /** A line each, with how many there are above. */
    static void fill(Composite parent, Step.Results results) {
        Forms.say(parent, summary(results), Look.STRONG);
        for (DiscoveryOutcome outcome : results.outcomes()) {
            Drawn row = new Drawn(parent, Tone.SURFACE, Forms.WIDTH, outcome.added() ? Look.ROW : TWO_LINES, (pen, area) -> paint(pen, area, outcome));
            row.named(outcome.address() + " " + words(outcome));
            row.setToolTipText(words(outcome));
            row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        }
    }

    /** All of them in one sentence. */
    static String summary(Step.Results results) {
        long added = results.outcomes().stream().filter(DiscoveryOutcome::added).count();
        int all = results.outcomes().size();
        return results.complete() ? Texts.of("add.complete") : added == 0 ? Texts.count("add.none-yet", all) : Texts.of("add.some", added, all);
    }

    private static void paint(Pen pen, Rectangle area, DiscoveryOutcome outcome) {
        pen.status(outcome.added() ? Status.OK : outcome.problem() == null ? Status.UNKNOWN : Status.ERROR, new Rectangle(0, 0, 16, Look.ROW));
        int width = pen.text(outcome.address(), new Rectangle(24, 0, area.width - 24, Look.ROW), Tone.TEXT, TextSize.STRONG, SWT.LEFT);
        if (outcome.added()) {
            pen.text(words(outcome), new Rectangle(36 + width, 0, Math.max(0, area.width - 36 - width), Look.ROW), Tone.MUTED, TextSize.BODY, SWT.LEFT);
        } else {
            pen.text(words(outcome), new Rectangle(24, Look.ROW - 8, area.width - 24, 24), Tone.MUTED, TextSize.BODY, SWT.LEFT);
        }
    }

    private static String words(DiscoveryOutcome outcome) {
        DiscoveryOutcome.@Nullable Failure problem = outcome.problem();
        @Nullable CallBridge bridge = outcome.callBridge();
        return problem != null ? problem.detail() : bridge == null ? Texts.of("add.not-yet") : Texts.of("add.added-as", bridge.name());
    }
}
