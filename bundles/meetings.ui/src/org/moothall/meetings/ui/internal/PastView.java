package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.moothall.meetings.MeetingAt;
import org.moothall.meetings.ParticipantAt;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.EmptyState;
import org.moothall.ui.widgets.LiveTable;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Pen;
import org.moothall.ui.widgets.TextSize;

/** A meeting as it was: what is known of it then, and who was there. Nothing can be done here. */
final class PastView {
    private static final int LINE = 24;

    private final PastMeeting past;
    private final Clock clock;
    private final Formats formats = Formats.local();
    private final Composite body;

    PastView(Composite parent, PastMeeting past, Clock clock, UserSettings settings) {
        this.past = past;
        this.clock = clock;
        body = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        body.setLayout(Grids.column());
        Composite strip = Grids.strip(body, 1);
        Drawn facts = new Drawn(strip, Tone.SURFACE, 280, 2 * LINE + 8, this::paint).named(Texts.of("past.facts"));
        facts.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        past.meeting().onChange(then -> facts.redraw());
        past.at().onChange(at -> facts.redraw());
        LiveTable<ParticipantAt> table = new LiveTable<>(body, "meetings.past", Texts.of("past.people"), past.people(), PastColumns.all(formats, clock),
                settings)
                .sortedBy("name", false).remedies(past::read, () -> {})
                .whenEmpty(EmptyState.Words.of(Texts.of("past.nobody"), Texts.of("past.nobody.text")));
        table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    }

    /** All of it. */
    Composite control() {
        return body;
    }

    private void paint(Pen pen, Rectangle area) {
        Optional<Instant> at = past.at().get();
        if (at.isEmpty()) {
            return;
        }
        pen.round(area, Tone.SELECTION, 4);
        Rectangle first = new Rectangle(12, 4, area.width - 24, LINE);
        Rectangle second = new Rectangle(12, 4 + LINE, area.width - 24, LINE);
        pen.text(Texts.of("past.as-it-was", formats.second(at.get(), clock.instant())), first, Tone.TEXT, TextSize.STRONG, SWT.LEFT);
        past.meeting().get().ifPresent(then -> pen.text(facts(then), second, Tone.TEXT, TextSize.BODY, SWT.LEFT));
    }

    /** What was, and what is not known, in one line. */
    static String facts(MeetingAt then) {
        List<String> facts = new ArrayList<>(List.of(Texts.count("people", then.participants())));
        List<String> unknown = new ArrayList<>();
        fact(then.recording(), "column.recording", facts, unknown);
        fact(then.streaming(), "column.streaming", facts, unknown);
        fact(then.presenting(), "presenting", facts, unknown);
        fact(then.locked(), "column.locked", facts, unknown);
        fact(then.newcomersMuted(), "newcomers.muted", facts, unknown);
        if (!unknown.isEmpty()) {
            facts.add(Texts.of("past.not-known", String.join(", ", unknown)));
        }
        return String.join(" · ", facts);
    }

    private static void fact(@Nullable Boolean is, String key, List<String> facts, List<String> unknown) {
        if (is == null) {
            unknown.add(Texts.of(key).toLowerCase(Locale.ROOT));
        } else if (is) {
            facts.add(Texts.of(key));
        }
    }
}
