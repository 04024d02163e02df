package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantAt;
import org.moothall.ui.model.Cell;
import org.moothall.ui.model.Column;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Tone;

/** The columns of those who were in a meeting at an instant; what nobody watched is unknown. */
final class PastColumns {
    private PastColumns() {}

    static List<Column<ParticipantAt>> all(Formats formats, Clock clock) {
        return List.of(
                Column.icons("audio", Texts.of("person.audio"), person -> muted(person.audioMuted(), Icon.MICROPHONE, Icon.MICROPHONE_OFF, "heard", "muted")),
                Column.icons("video", Texts.of("person.video"), person -> muted(person.videoMuted(), Icon.CAMERA, Icon.CAMERA_OFF, "seen", "video-stopped")),
                Column.<ParticipantAt>of("name", Texts.of("person.name"), 136, person -> Cell.title(person.name()))
                        .sorted(Comparator.comparing(ParticipantAt::name, String.CASE_INSENSITIVE_ORDER)),
                Column.of("did", Texts.of("past.did"), 104, PastColumns::did),
                Column.<ParticipantAt>of("layout", Texts.of("layout"), 112,
                        person -> person.layout() == null ? unknown() : Cell.muted(PersonColumns.layout(person.layout()))),
                Column.<ParticipantAt>of("bridge", Texts.of("person.bridge"), 96, person -> Cell.muted(person.callBridge()))
                        .sorted(Comparator.comparing(ParticipantAt::callBridge)),
                Column.<ParticipantAt>of("joined", Texts.of("person.joined"), 72,
                        person -> Cell.muted(formats.time(person.joinedAt(), clock.instant())).withHint(Formats.utc(person.joinedAt())))
                        .sorted(Comparator.comparing(ParticipantAt::joinedAt)).atRight());
    }

    static Cell unknown() {
        return Cell.muted("?").withHint(Texts.of("past.unknown"));
    }

    private static Cell muted(@Nullable Boolean muted, Icon on, Icon off, String yes, String no) {
        return muted == null ? unknown() : muted ? Cell.icon(off, Tone.MUTED, Texts.of(no)) : Cell.icon(on, Tone.TEXT, Texts.of(yes));
    }

    private static Cell did(ParticipantAt person) {
        if (person.state() == Participant.State.IN_LOBBY) {
            return Cell.of(Texts.of("in-lobby")).in(Tone.WARNING);
        }
        return person.presenting() == null ? unknown()
                : Boolean.TRUE.equals(person.presenting()) ? Cell.of(Texts.of("presenting")).withIcon(Icon.PRESENTING) : Cell.EMPTY;
    }
}
