package org.moothall.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.moothall.ui.internal.Texts;

/** One way to write each kind of value. Immutable; the zone is the reader's. */
public final class Formats {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss 'UTC'", Locale.UK);

    private final ZoneId zone;

    /** Times in this zone. */
    public Formats(ZoneId zone) {
        this.zone = zone;
    }

    /** Times in the zone of this machine. */
    public static Formats local() {
        return new Formats(ZoneId.systemDefault());
    }

    /** {@code 0:42}, {@code 12:05}, {@code 1:23:45}; negative durations count as zero. */
    public static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        long hours = seconds / 3600;
        return hours > 0 ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, seconds / 60 % 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    /** How long ago, roughly: {@code just now}, {@code 5 min}, {@code 3 h}, {@code 12 days}. */
    public static String age(Duration duration) {
        long minutes = Math.max(0, duration.toMinutes());
        if (minutes < 1) {
            return Texts.of("age.just-now");
        }
        if (minutes < 120) {
            return Texts.of("age.minutes", minutes);
        }
        return minutes < 2880 ? Texts.of("age.hours", minutes / 60) : Texts.of("age.days", minutes / 1440);
    }

    /** {@code 1,902}. */
    public static String count(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /** {@code 1 meeting}, {@code 1,902 meetings}. */
    public static String count(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** The reader's clock: {@code 09:15} today, {@code 3 May 09:15} this year, with the year otherwise. */
    public String time(Instant instant, Instant now) {
        LocalDate day = LocalDate.ofInstant(instant, zone);
        LocalDate today = LocalDate.ofInstant(now, zone);
        String time = TIME.withZone(zone).format(instant);
        if (day.equals(today)) {
            return time;
        }
        return (day.getYear() == today.getYear() ? DAY : DATE).format(day) + " " + time;
    }

    /** The reader's clock to the second: {@code 09:15:02}. */
    public String clock(Instant instant) {
        return CLOCK.withZone(zone).format(instant);
    }

    /** {@link #time} to the second: {@code 09:15:02} today, {@code 3 May 09:15:02} this year, with the year otherwise. */
    public String second(Instant instant, Instant now) {
        String time = time(instant, now);
        return time.substring(0, time.length() - "HH:mm".length()) + clock(instant);
    }

    /** The reader's date: {@code 3 May 2026}. */
    public String date(Instant instant) {
        return DATE.withZone(zone).format(instant);
    }

    /** The same moment for tooltips: {@code 3 May 2026 08:15:02 UTC}. */
    public static String utc(Instant instant) {
        return UTC.withZone(ZoneOffset.UTC).format(instant);
    }
}
