package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Quality.Thresholds;
import org.moothall.meetings.QualityLeg;
import org.moothall.ui.model.Cell;
import org.moothall.ui.model.Column;
import org.moothall.ui.model.Formats;
import org.moothall.ui.model.Status;

/** The columns of the quality inbox. */
final class QualityColumns {
    private QualityColumns() {}

    static List<Column<QualityGroups.Group>> groups() {
        return List.of(Column.<QualityGroups.Group>of("name", Texts.of("inbox.where"), 152, group -> Cell.title(name(group)))
                .sorted(Comparator.comparing(QualityGroups.Group::name)),
                Column.<QualityGroups.Group>of("legs", Texts.of("inbox.legs"), 72, group -> Cell.of(Formats.count(group.legs())))
                        .sorted(Comparator.comparing(QualityGroups.Group::legs)).atRight());
    }

    private static String name(QualityGroups.Group group) {
        return group.all() ? Texts.of("inbox.everywhere") : group.name().isEmpty() ? Texts.of("inbox.no-address") : group.name();
    }

    static List<Column<QualityLeg>> legs(Clock clock, Supplier<Optional<Thresholds>> limits) {
        return List.of(
                Column.<QualityLeg>of("name", Texts.of("person.name"), 160, leg -> Cell.status(Status.WARNING, leg.name()).withHint(leg.address()))
                        .sorted(Comparator.comparing(QualityLeg::name, String.CASE_INSENSITIVE_ORDER)),
                Column.<QualityLeg>of("reason", Texts.of("inbox.reason"), 264, leg -> Cell.of(QualityWords.why(leg, limits.get())).withHint(leg.reason())),
                Column.<QualityLeg>of("for", Texts.of("inbox.for"), 72, leg -> Cell.of(Formats.duration(Duration.between(leg.since(), clock.instant()))))
                        .sorted(Comparator.comparing(QualityLeg::since).reversed()).atRight().quiet(),
                Column.<QualityLeg>of("meeting", Texts.of("meeting"), 176, leg -> Cell.muted(leg.meetingName()))
                        .sorted(Comparator.comparing(QualityLeg::meetingName, String.CASE_INSENSITIVE_ORDER)),
                Column.<QualityLeg>of("bridge", Texts.of("person.bridge"), 104, leg -> Cell.muted(leg.callBridge()))
                        .sorted(Comparator.comparing(QualityLeg::callBridge)),
                Column.<QualityLeg>of("loss", Texts.of("inbox.loss"), 64, leg -> percent(leg.loss())).sorted(by(QualityLeg::loss)).atRight().hidden(),
                Column.<QualityLeg>of("jitter", Texts.of("inbox.jitter"), 64, leg -> millis(leg.jitter())).sorted(by(QualityLeg::jitter)).atRight().hidden(),
                Column.<QualityLeg>of("round-trip", Texts.of("inbox.round-trip"), 88, leg -> millis(leg.roundTrip())).sorted(by(QualityLeg::roundTrip))
                        .atRight().hidden(),
                Column.<QualityLeg>of("subnet", Texts.of("inbox.subnet"), 128, leg -> Cell.muted(Objects.requireNonNullElse(leg.subnet(), ""))).hidden());
    }

    private static Comparator<QualityLeg> by(Function<QualityLeg, @Nullable Number> value) {
        return Comparator.comparingDouble(leg -> {
            @Nullable Number number = value.apply(leg);
            return number == null ? -1 : number.doubleValue();
        });
    }

    private static Cell percent(@Nullable Double value) {
        return value == null ? Cell.EMPTY : Cell.of(String.format(Locale.UK, "%.1f %%", value));
    }

    private static Cell millis(@Nullable Integer value) {
        return value == null ? Cell.EMPTY : Cell.of(Texts.of("milliseconds", value));
    }
}
