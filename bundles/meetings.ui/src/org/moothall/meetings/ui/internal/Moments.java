package org.moothall.meetings.ui.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;

/** Reads instants as people type them: {@code 14:05}, {@code yesterday 14:05}, {@code 3 May 14:05:30}, {@code 2026-05-03 14:05}, {@code 10 min ago}. */
final class Moments {
    private static final Pattern AGO = Pattern.compile("(\\d{1,5}) ?(s|sec|seconds?|m|min|minutes?|h|hours?|d|days?)( ago)?");
    private static final Pattern TIME = Pattern.compile("(?:(.*?[^ ,])[ ,]+(?:at )?)?(\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?)");
    private static final List<DateTimeFormatter> DAYS = List.of(day("d MMM uuuu"), day("d MMMM uuuu"), day("uuuu-MM-dd"), day("d.M.uuuu"));
    private static final List<DateTimeFormatter> DAYS_OF_THIS_YEAR = List.of(day("d MMM uuuu"), day("d MMMM uuuu"));

    private Moments() {}

    private static DateTimeFormatter day(String pattern) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(Locale.UK);
    }

    /** The instant that is meant; a time alone is the last one of this kind before {@code now}. Empty for what is none. */
    static Optional<Instant> read(String typed, Instant now, ZoneId zone) {
        String text = typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            return Optional.of(now.minus(Long.parseLong(ago.group(1)), unit(ago.group(2).charAt(0))));
        }
        Matcher time = TIME.matcher(text);
        return time.matches()
                ? clock(time.group(2)).flatMap(clock -> on(time.group(1), clock, LocalDateTime.ofInstant(now, zone))).map(at -> at.atZone(zone).toInstant())
                : Optional.empty();
    }

    /** An instant as addresses have it. Empty for what is none. */
    static Optional<Instant> exact(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static ChronoUnit unit(char letter) {
        return switch (letter) {
            case 's' -> ChronoUnit.SECONDS;
            case 'm' -> ChronoUnit.MINUTES;
            case 'h' -> ChronoUnit.HOURS;
            default -> ChronoUnit.DAYS;
        };
    }

    private static Optional<LocalDateTime> on(@Nullable String day, LocalTime time, LocalDateTime now) {
        LocalDate today = now.toLocalDate();
        if (day == null) {
            return Optional.of(time.isAfter(now.toLocalTime()) ? today.minusDays(1).atTime(time) : today.atTime(time));
        }
        return switch (day) {
            case "today" -> Optional.of(today.atTime(time));
            case "yesterday" -> Optional.of(today.minusDays(1).atTime(time));
            default -> date(day, DAYS).or(() -> date(day + " " + today.getYear(), DAYS_OF_THIS_YEAR)).map(date -> date.atTime(time));
        };
    }

    private static Optional<LocalTime> clock(String text) {
        String[] parts = text.split("[:.]");
        int[] numbers = Stream.of(parts).mapToInt(Integer::parseInt).toArray();
        boolean real = numbers[0] < 24 && numbers[1] < 60 && (numbers.length < 3 || numbers[2] < 60);
        return real ? Optional.of(LocalTime.of(numbers[0], numbers[1], numbers.length < 3 ? 0 : numbers[2])) : Optional.empty();
    }

    private static Optional<LocalDate> date(String text, List<DateTimeFormatter> forms) {
        for (DateTimeFormatter form : forms) {
            try {
                return Optional.of(LocalDate.parse(text, form));
            } catch (DateTimeParseException e) {
                continue; // not in this form
            }
        }
        return Optional.empty();
    }
}
