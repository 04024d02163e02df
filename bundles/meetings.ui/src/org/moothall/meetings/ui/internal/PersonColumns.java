package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.Participant;
import org.moothall.meetings.Participant.Quality;
import org.moothall.meetings.Participant.State;
import org.moothall.ui.model.Cell;
import org.moothall.ui.model.Column;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Status;
import org.moothall.ui.model.Tone;

/** The columns of the list of people in a meeting. */
final class PersonColumns {

    static final Comparator<Participant> BY_NAME = Comparator.comparing(Participant::name, String.CASE_INSENSITIVE_ORDER);

    private PersonColumns() {}

    static List<Column<Participant>> all(Clock clock, Formats formats) {
        return List.of(audio(), video(), name(), doing(), quality(), device(), bridge(), layout(), importance(), address(), joined(clock, formats),
                left(clock, formats));
    }

    private static Column<Participant> audio() {
        return Column
                .<Participant>icons("audio", Texts.of("person.audio"), person -> switchable(person, person.audioMuted(), Icon.MICROPHONE, Icon.MICROPHONE_OFF,
                        Texts.of(person.audioMuted() ? "muted" : isHeard(person) ? "speaking" : "heard")))
                .sorted(Comparator.comparing(Participant::audioMuted));
    }

    private static Column<Participant> video() {
        return Column.<Participant>icons("video", Texts.of("person.video"), person -> switchable(person, person.videoMuted(), Icon.CAMERA, Icon.CAMERA_OFF,
                Texts.of(person.videoMuted() ? "video-stopped" : "seen"))).sorted(Comparator.comparing(Participant::videoMuted));
    }

    private static Cell switchable(Participant person, boolean off, Icon on, Icon crossed, String words) {
        if (person.state() == State.GONE) {
            return Cell.EMPTY;
        }
        boolean talks = on.equals(Icon.MICROPHONE) && isHeard(person);
        return Cell.icon(off ? crossed : on, off ? Tone.MUTED : talks ? Tone.OK : Tone.TEXT, words);
    }

    /** Who is muted may speak, but nobody hears it. */
    private static boolean isHeard(Participant person) {
        return person.speaking() && !person.audioMuted();
    }

    private static Column<Participant> name() {
        return Column.<Participant>of("name", Texts.of("person.name"), 136,
                person -> Cell.title(person.name()).withHint(person.address().isEmpty() ? null : person.address())).sorted(BY_NAME);
    }

    private static Column<Participant> doing() {
        return Column.<Participant>of("doing", Texts.of("person.doing"), 104, PersonColumns::now).sorted(Comparator.comparing(Participant::state));
    }

    private static Cell now(Participant person) {
        return switch (person.state()) {
            case GONE -> Cell.muted(reason(person.endReason()));
            case IN_LOBBY -> Cell.of(Texts.of("in-lobby")).in(Tone.WARNING);
            case CONNECTING -> Cell.muted(Texts.of("connecting"));
            case RINGING -> Cell.muted(Texts.of("ringing"));
            case ON_HOLD -> Cell.muted(Texts.of("on-hold"));
            case CONNECTED -> person.presenting() ? Cell.of(Texts.of("presenting")).withIcon(Icon.PRESENTING)
                    : isHeard(person) ? Cell.of(Texts.of("speaking")).withIcon(Icon.SPEAKING) : Cell.EMPTY;
        };
    }

    /** The bridge's reason word in words: {@code remoteTeardown} is {@code remote teardown}. */
    static String reason(@Nullable String word) {
        return word == null || word.isEmpty() ? Texts.of("left") : word.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    private static Column<Participant> quality() {
        return Column.<Participant>of("quality", Texts.of("person.quality"), 72,
                person -> person.state() != State.CONNECTED || person.quality() == Quality.UNKNOWN ? Cell.EMPTY
                        : person.quality() == Quality.GOOD ? Cell.status(Status.OK, Texts.of("quality.good"))
                                : Cell.status(Status.WARNING, Texts.of("quality.poor")))
                .sorted(Comparator.comparing(Participant::quality));
    }

    private static Column<Participant> device() {
        return Column.<Participant>of("device", Texts.of("person.device"), 104, person -> switch (person.device()) {
            case SIP -> Cell.muted(Texts.of("device.sip")).withIcon(Icon.DEVICE);
            case WEB_APP -> Cell.muted(Texts.of("device.web-app")).withIcon(Icon.BROWSER);
            case LYNC -> Cell.muted(Texts.of("device.lync")).withIcon(Icon.DEVICE);
            case UNKNOWN -> Cell.EMPTY;
        }).sorted(Comparator.comparing(Participant::device));
    }

    private static Column<Participant> bridge() {
        return Column.<Participant>of("bridge", Texts.of("person.bridge"), 96, person -> Cell.muted(person.callBridge()))
                .sorted(Comparator.comparing(Participant::callBridge));
    }

    private static Column<Participant> layout() {
        return Column.<Participant>of("layout", Texts.of("layout"), 128, person -> Cell.muted(layout(person.layout()))).hidden();
    }

    /** Ours in words, what a newer bridge invents as it says it. */
    static String layout(@Nullable String layout) {
        return layout == null || layout.isEmpty() ? "" : ParticipantChange.LAYOUTS.contains(layout) ? Texts.of("layout." + layout) : reason(layout);
    }

    private static Column<Participant> importance() {
        return Column.<Participant>of("importance", Texts.of("importance"), 96, person -> number(person.importance()))
                .sorted(Comparator.comparing((Participant person) -> Objects.requireNonNullElse(person.importance(), 0))).atRight().hidden();
    }

    private static Cell number(@Nullable Integer value) {
        return value == null ? Cell.EMPTY : Cell.of(Formats.count(value));
    }

    private static Column<Participant> address() {
        return Column.<Participant>of("address", Texts.of("person.address"), 200, person -> Cell.muted(person.address()))
                .sorted(Comparator.comparing(Participant::address)).hidden();
    }

    private static Column<Participant> joined(Clock clock, Formats formats) {
        return Column.<Participant>of("joined", Texts.of("person.joined"), 72, person -> moment(person.joinedAt(), clock, formats))
                .sorted(Comparator.comparing(Participant::joinedAt))
                .atRight().hidden();
    }

    private static Column<Participant> left(Clock clock, Formats formats) {
        return Column.<Participant>of("left", Texts.of("person.left"), 72, person -> moment(person.leftAt(), clock, formats))
                .sorted(Comparator.comparing((Participant person) -> Objects.requireNonNullElse(person.leftAt(), Instant.MAX))).atRight().hidden();
    }

    private static Cell moment(@Nullable Instant at, Clock clock, Formats formats) {
        return at == null ? Cell.EMPTY : Cell.muted(formats.time(at, clock.instant())).withHint(Formats.utc(at));
    }
}
