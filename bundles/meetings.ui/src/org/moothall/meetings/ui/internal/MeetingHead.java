package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.moothall.meetings.Meeting;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Tone;
import org.moothall.ui.widgets.ActionButton;
import org.moothall.ui.widgets.Drawn;
import org.moothall.ui.widgets.Look;
import org.moothall.ui.widgets.Pen;
import org.moothall.ui.widgets.TextSize;
import org.moothall.ui.widgets.Ticking;

/** Name, time and flags of the chosen meeting; its clock ticks while it is seen. */
final class MeetingHead {

    private record Flag(Icon icon, Tone tone, String word) {}

    private static final int LINE = 24;

    private final MeetingDetails details;
    private final Clock clock;
    private final Formats formats = Formats.local();

    MeetingHead(Composite parent, MeetingDetails details, Clock clock, MeetingOutlets outlets) {
        this.details = details;
        this.clock = clock;
        Composite head = Look.style(new Composite(parent, SWT.NONE), Look.SURFACE);
        GridLayout layout = new GridLayout(4, false);
        layout.marginWidth = 16;
        layout.marginHeight = 8;
        head.setLayout(layout);
        head.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        Drawn drawn = new Drawn(head, Tone.SURFACE, 280, 32 + 2 * LINE, this::paint);
        drawn.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        outlet(head, Icon.TAB, "outlet.tab", outlets.tab());
        outlet(head, Icon.WINDOW, "outlet.window", outlets.window());
        place(ActionButton.icon(head, Icon.CLOSE, Texts.of("details.close"), outlets.close()));
        details.meeting().watch(meeting -> {
            drawn.named(meeting.map(Meeting::name).orElse(Texts.of("meeting")));
            drawn.redraw();
        });
        Ticking.redraw(drawn, () -> details.meeting().get().map(MeetingColumns::live).orElse(false));
    }

    private void outlet(Composite head, Icon icon, String key, @Nullable Consumer<Meeting> opens) {
        if (opens == null) {
            ((GridLayout) Objects.requireNonNull(head.getLayout())).numColumns--;
            return;
        }
        place(ActionButton.icon(head, icon, Texts.of(key), () -> details.meeting().get().ifPresent(opens)));
    }

    private static void place(ActionButton button) {
        button.setLayoutData(new GridData(SWT.RIGHT, SWT.TOP, false, false));
    }

    private void paint(Pen pen, Rectangle area) {
        Optional<Meeting> shown = details.meeting().get();
        if (shown.isEmpty()) {
            return;
        }
        Meeting meeting = shown.get();
        pen.text(meeting.name(), new Rectangle(0, 0, area.width, 32), Tone.TEXT, TextSize.TITLE, SWT.LEFT);
        pen.text(when(meeting), new Rectangle(0, 32, area.width, LINE), Tone.MUTED, TextSize.BODY, SWT.LEFT);
        int x = 0;
        for (Flag flag : flags(meeting)) {
            pen.icon(flag.icon, new Rectangle(x, 32 + LINE, 16, LINE), flag.tone, 16);
            x += 22 + pen.text(flag.word, new Rectangle(x + 22, 32 + LINE, Math.max(0, area.width - x - 22), LINE), Tone.TEXT, TextSize.BODY, SWT.LEFT) + 16;
        }
    }

    private String when(Meeting meeting) {
        String lasted = Formats.duration(MeetingColumns.lasted(meeting, clock.instant()));
        String since = formats.time(meeting.startedAt(), clock.instant());
        String where = meeting.callBridges().isEmpty() ? meeting.clusterName() : meeting.clusterName() + " · " + String.join(", ", meeting.callBridges());
        return MeetingColumns.live(meeting) ? Texts.of("head.live", lasted, since, where) : Texts.of("head.ended", lasted, since, where);
    }

    private static List<Flag> flags(Meeting meeting) {
        List<Flag> flags = new ArrayList<>();
        flags.add(new Flag(Icon.PEOPLE, Tone.MUTED, MeetingColumns.live(meeting) ? Texts.count("people", meeting.participants())
                : Texts.of("at-most", Texts.count("people", meeting.maxParticipants()))));
        if (meeting.recording()) {
            flags.add(new Flag(Icon.RECORDING, Tone.ERROR, Texts.of("column.recording")));
        }
        if (meeting.streaming()) {
            flags.add(new Flag(Icon.STREAMING, Tone.ACCENT, Texts.of("column.streaming")));
        }
        if (meeting.presenting()) {
            flags.add(new Flag(Icon.PRESENTING, Tone.ACCENT, Texts.of("presenting")));
        }
        if (meeting.locked()) {
            flags.add(new Flag(Icon.LOCKED, Tone.MUTED, MeetingColumns.lock(meeting)));
        }
        if (meeting.newcomersMuted()) {
            flags.add(new Flag(Icon.MICROPHONE_OFF, Tone.MUTED, Texts.of("newcomers.muted")));
        }
        if (meeting.inLobby() > 0) {
            flags.add(new Flag(Icon.USER, Tone.WARNING, Texts.of("lobby.count", meeting.inLobby())));
        }
        return flags;
    }
}
