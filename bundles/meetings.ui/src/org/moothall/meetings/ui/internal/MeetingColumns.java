package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.LockMode;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.ui.model.Cell;
import org.moothall.ui.model.Column;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Icon;
import org.moothall.ui.model.Tone;

/** The columns of the list of meetings. */
final class MeetingColumns {

    /** Key of the column by which live meetings are sorted at first. */
    static final String START = "start";
    /** Key of the column by which ended meetings are sorted at first. */
    static final String END = "end";

    /** Key of the column that pins. */
    static final String STAR = "star";
    private static final String MOST = "most";
    private static final Comparator<Meeting> BY_NAME = Comparator.comparing(Meeting::name, String.CASE_INSENSITIVE_ORDER);
    private static final Comparator<Meeting> BY_END = Comparator.comparing((Meeting meeting) -> Objects.requireNonNullElse(meeting.endedAt(), Instant.MAX));

    private MeetingColumns() {}

    /** For live meetings. */
    static List<Column<Meeting>> active(Clock clock, Formats formats) {
        return List.of(star(), name(), start(clock, formats), duration(clock).quiet(), people(), recording(), streaming().hidden(), locked(), lobby(),
                keeper(), note(), bridges(), cluster(), space());
    }

    /** For choosing a meeting to move people to. */
    static List<Column<Meeting>> targets(Clock clock, Formats formats) {
        return List.of(name(), start(clock, formats), people(), locked());
    }

    /** For meetings that are over. */
    static List<Column<Meeting>> ended(Clock clock, Formats formats) {
        return List.of(star(), name(), start(clock, formats), end(clock, formats), unsorted(duration(clock)), most(), bridges(), unsorted(cluster()), keeper(),
                note(), space());
    }

    /** For meetings that are scheduled. */
    static List<Column<Meeting>> upcoming(Clock clock, Formats formats) {
        return List.of(name(), start(clock, formats), end(clock, formats), planned(), owner(), cluster(), space());
    }

    /** What the server sorts by for this column of ended meetings. */
    static MeetingQuery.Sort sort(String column) {
        return switch (column) {
            case "name" -> MeetingQuery.Sort.NAME;
            case START -> MeetingQuery.Sort.START;
            case MOST -> MeetingQuery.Sort.PARTICIPANTS;
            default -> MeetingQuery.Sort.END;
        };
    }

    /** The server's order, ascending. */
    static Comparator<Meeting> order(MeetingQuery.Sort sort) {
        return switch (sort) {
            case NAME -> BY_NAME;
            case START -> Comparator.comparing(Meeting::startedAt);
            case PARTICIPANTS -> Comparator.comparing(MeetingColumns::peopleOf);
            case END -> BY_END;
        };
    }

    /** How many are in it, or were at most. */
    static int peopleOf(Meeting meeting) {
        return live(meeting) ? meeting.participants() : meeting.maxParticipants();
    }

    private static Column<Meeting> star() {
        return Column.icons(STAR, Texts.of("desk.pinned"), meeting -> DeskActions.pinned(meeting)
                ? Cell.icon(Icon.STAR_ON, Tone.ACCENT, Texts.of("desk.pinned")) : Cell.icon(Icon.STAR, Tone.HAIRLINE, ""));
    }

    private static Column<Meeting> keeper() {
        return Column.of("keeper", Texts.of("desk.keeper"), 104, meeting -> Cell.muted(DeskActions.keeper(meeting)));
    }

    private static Column<Meeting> note() {
        return Column.of("note", Texts.of("desk.note.text"), 88, meeting -> Cell.muted(DeskActions.note(meeting)).withHint(DeskActions.note(meeting)));
    }

    /** What the server cannot sort by. */
    private static Column<Meeting> unsorted(Column<Meeting> column) {
        return column.sorted(null);
    }

    private static Column<Meeting> name() {
        return Column.<Meeting>of("name", Texts.of("column.name"), 248, MeetingColumns::title).sorted(BY_NAME);
    }

    private static Cell title(Meeting meeting) {
        return meeting.complete() ? Cell.title(meeting.name())
                : Cell.title(meeting.name()).withIcon(Icon.REFRESH).withHint(Texts.of("incomplete"));
    }

    private static Column<Meeting> start(Clock clock, Formats formats) {
        return Column.<Meeting>of(START, Texts.of("column." + START), 88, meeting -> moment(meeting.startedAt(), clock, formats))
                .sorted(Comparator.comparing(Meeting::startedAt)).atRight();
    }

    private static Column<Meeting> end(Clock clock, Formats formats) {
        return Column.<Meeting>of(END, Texts.of("column." + END), 88, meeting -> moment(meeting.endedAt(), clock, formats)).sorted(BY_END).atRight();
    }

    private static Cell moment(@Nullable Instant at, Clock clock, Formats formats) {
        return at == null ? Cell.EMPTY : Cell.of(formats.time(at, clock.instant())).withHint(Formats.utc(at));
    }

    private static Column<Meeting> duration(Clock clock) {
        return Column.<Meeting>of("duration", Texts.of("column.duration"), 88, meeting -> Cell.of(Formats.duration(lasted(meeting, clock.instant()))))
                .sorted(Comparator.comparing((Meeting meeting) -> lasted(meeting, clock.instant()))).atRight();
    }

    private static Column<Meeting> planned() {
        return Column.<Meeting>of("duration", Texts.of("column.duration"), 88, meeting -> Cell.of(Formats.duration(lasted(meeting, meeting.startedAt()))))
                .atRight();
    }

    private static Column<Meeting> owner() {
        return Column.of("owner", Texts.of("column.owner"), 160, meeting -> Cell.muted(Objects.requireNonNullElse(meeting.owner(), "")));
    }

    /** How long it has lasted, or lasted. */
    static Duration lasted(Meeting meeting, Instant now) {
        return Duration.between(meeting.startedAt(), Objects.requireNonNullElse(meeting.endedAt(), now));
    }

    private static Column<Meeting> people() {
        return Column.<Meeting>of("people", Texts.of("column.people"), 72, meeting -> Cell.of(Formats.count(meeting.participants())))
                .sorted(Comparator.comparing(Meeting::participants)).atRight();
    }

    private static Column<Meeting> most() {
        return Column.<Meeting>of(MOST, Texts.of("column.most"), 104, meeting -> Cell.of(Formats.count(meeting.maxParticipants())))
                .sorted(Comparator.comparing(Meeting::maxParticipants)).atRight();
    }

    private static Column<Meeting> recording() {
        return Column
                .<Meeting>icons("recording", Texts.of("column.recording"),
                        meeting -> flag(meeting.recording(), Icon.RECORDING, Tone.ERROR, Texts.of("recording.hint")))
                .sorted(Comparator.comparing(Meeting::recording).reversed());
    }

    private static Column<Meeting> streaming() {
        return Column.<Meeting>icons("streaming", Texts.of("column.streaming"),
                meeting -> flag(meeting.streaming(), Icon.STREAMING, Tone.ACCENT, Texts.of("streaming.hint")));
    }

    private static Column<Meeting> locked() {
        return Column.<Meeting>icons("locked", Texts.of("column.locked"), meeting -> flag(meeting.locked(), Icon.LOCKED, Tone.MUTED, lock(meeting)))
                .sorted(Comparator.comparing(Meeting::locked).reversed());
    }

    /** That it is locked, and for whom where that is known. */
    static String lock(Meeting meeting) {
        @Nullable LockMode mode = meeting.lockMode();
        return mode == null ? Texts.of("column.locked") : Texts.of(mode == LockMode.ALL ? "locked.all" : "locked.needs-activation");
    }

    private static Column<Meeting> lobby() {
        return Column.<Meeting>of("lobby", Texts.of("column.lobby"), 64, meeting -> meeting.inLobby() == 0 ? Cell.EMPTY
                : Cell.of(Formats.count(meeting.inLobby())).in(Tone.WARNING).withHint(Texts.of("lobby.hint")))
                .sorted(Comparator.comparing(Meeting::inLobby).reversed()).atRight();
    }

    private static Column<Meeting> bridges() {
        return Column.<Meeting>of("bridges", Texts.of("column.bridges"), 120, meeting -> Cell.muted(String.join(", ", meeting.callBridges())));
    }

    private static Column<Meeting> cluster() {
        return Column.<Meeting>of("cluster", Texts.of("column.cluster"), 104, meeting -> Cell.muted(meeting.clusterName()))
                .sorted(Comparator.comparing(Meeting::clusterName));
    }

    private static Column<Meeting> space() {
        return Column.<Meeting>of("space", Texts.of("column.space"), 160, meeting -> Cell.muted(Objects.requireNonNullElse(meeting.space(), ""))).hidden();
    }

    private static Cell flag(boolean on, Icon icon, Tone tone, String words) {
        return on ? Cell.icon(icon, tone, words) : Cell.EMPTY;
    }

    /** Whether people can still do something with it. */
    static boolean live(Meeting meeting) {
        return meeting.state() == MeetingState.ACTIVE;
    }
}
