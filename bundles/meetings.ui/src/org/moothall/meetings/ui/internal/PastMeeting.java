package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.MeetingsClient;
import org.moothall.core.PageRequest;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingAt;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.ParticipantAt;
import org.moothall.meetings.Timeline;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Later;
import org.moothall.ui.model.LiveRows;
import org.moothall.ui.model.Subscription;
import org.moothall.ui.model.Value;

/** A meeting as it was at an instant that somebody looks at. Confined to the UI thread. */
final class PastMeeting {
    /** While the bar is dragged only the last place counts. */
    static final Duration DRAG_PAUSE = Duration.ofMillis(150);
    /** Between two reads of how many were in a meeting that goes on. */
    static final Duration CURVE_PAUSE = Duration.ofSeconds(5);
    private static final int PAGE = 500;

    private final MeetingsClient meetings;
    private final Executor ui;
    private final Later later;
    private final Clock clock;
    private final Formats formats = Formats.local();
    private final Value<Optional<Instant>> at = new Value<>(Optional.empty());
    private final Value<Optional<MeetingAt>> meeting = new Value<>(Optional.empty());
    private final Value<Optional<Timeline>> timeline = new Value<>(Optional.empty());
    private final Value<String> problem = new Value<>("");
    private final LiveRows<ParticipantAt> people = new LiveRows<>(person -> person.id().value());
    private @Nullable Meeting shown;
    private @Nullable Subscription reading;
    private @Nullable Subscription drawing;
    private long turn;

    PastMeeting(MeetingsClient meetings, Executor ui, Later later, Clock clock) {
        this.meetings = meetings;
        this.ui = ui;
        this.later = later;
        this.clock = clock;
    }

    /** The instant that is looked at; empty for now. */
    Value<Optional<Instant>> at() {
        return at;
    }

    /** The meeting then. */
    Value<Optional<MeetingAt>> meeting() {
        return meeting;
    }

    /** Who was in it then. */
    LiveRows<ParticipantAt> people() {
        return people;
    }

    /** What the bar shows. */
    Value<Optional<Timeline>> timeline() {
        return timeline;
    }

    /** Why what was typed cannot be shown; empty when it can. */
    Value<String> problem() {
        return problem;
    }

    /** The meeting is this one now, as it is. @param opens where another one than before is looked at first; empty for now */
    void show(Optional<Meeting> now, Optional<Instant> opens) {
        @Nullable Meeting before = shown;
        shown = now.isPresent() ? now.get() : null;
        if (before == null || now.map(known -> !known.id().equals(before.id())).orElse(true)) {
            backToNow();
            timeline.set(Optional.empty());
            readTimeline();
            if (now.isPresent()) {
                opens.ifPresent(this::look);
            }
        } else if (now.map(known -> known.version() > before.version()).orElse(false)) {
            drawAgain();
        }
    }

    /** When it began. */
    Instant start() {
        Meeting now = shown;
        return now == null ? clock.instant() : now.startedAt();
    }

    /** The newest instant that can be looked at. */
    Instant end() {
        Meeting now = shown;
        return now == null ? clock.instant() : Objects.requireNonNullElse(now.endedAt(), clock.instant());
    }

    /** Whether it goes on. */
    boolean live() {
        Meeting now = shown;
        return now != null && MeetingColumns.live(now);
    }

    /** Looks at what was typed. */
    void type(String text, ZoneId zone) {
        if (text.isBlank()) {
            backToNow();
            return;
        }
        Optional<Instant> meant = Moments.read(text, clock.instant(), zone);
        if (meant.isEmpty()) {
            problem.set(Texts.of("past.not-a-time"));
        } else if (meant.get().isBefore(start())) {
            problem.set(Texts.of("past.before", formats.time(start(), clock.instant())));
        } else if (meant.get().isAfter(end())) {
            problem.set(live() ? Texts.of("past.future") : Texts.of("past.after", formats.time(end(), clock.instant())));
        } else {
            look(meant.get());
        }
    }

    /** Looks at this instant of the meeting; the nearest one for what is outside of it. */
    void look(Instant instant) {
        Instant inside = instant.isBefore(start()) ? start() : instant.isAfter(end()) ? end() : instant;
        problem.set("");
        if (at.get().isEmpty()) {
            people.loading();
        }
        at.set(Optional.of(inside.truncatedTo(ChronoUnit.MILLIS)));
        Subscription before = reading;
        if (before != null) {
            before.close();
        }
        reading = later.in(DRAG_PAUSE, this::read);
    }

    /** Shows the meeting as it is. */
    void backToNow() {
        turn++;
        problem.set("");
        at.set(Optional.empty());
        meeting.set(Optional.empty());
    }

    /** Reads what is looked at once more. */
    void read() {
        Meeting now = shown;
        Optional<Instant> wanted = at.get();
        if (now == null || wanted.isEmpty()) {
            return;
        }
        long mine = ++turn;
        meetings.at(now.id(), wanted.get()).thenCombine(everybody(now.id(), wanted.get(), null, List.of()), Then::new).whenCompleteAsync((then, failure) -> {
            if (mine == turn && then != null) {
                meeting.set(Optional.of(then.meeting));
                people.replaceAll(then.people);
            } else if (mine == turn && failure != null) {
                people.failed(FailureWords.of(failure));
            }
        }, ui);
    }

    private record Then(MeetingAt meeting, List<ParticipantAt> people) {}

    private CompletableFuture<List<ParticipantAt>> everybody(MeetingId id, Instant instant, @Nullable String cursor, List<ParticipantAt> before) {
        return meetings.participantsAt(id, instant, "", new PageRequest(PAGE, cursor)).thenCompose(page -> {
            List<ParticipantAt> all = Stream.concat(before.stream(), page.items().stream()).toList();
            return page.next() == null ? CompletableFuture.completedFuture(all) : everybody(id, instant, page.next(), all);
        });
    }

    private void drawAgain() {
        if (drawing == null) {
            drawing = later.in(CURVE_PAUSE, () -> {
                drawing = null;
                readTimeline();
            });
        }
    }

    private void readTimeline() {
        Meeting now = shown;
        if (now != null) {
            meetings.timeline(now.id()).whenCompleteAsync((read, failure) -> {
                if (read != null && shown != null && read.meeting().equals(Objects.requireNonNull(shown).id())) {
                    timeline.set(Optional.of(read));
                }
            }, ui);
        }
    }
}
