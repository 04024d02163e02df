package org.moothall.mediaengine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.moothall.core.Problem;

/**
 * What this cluster is licensed for, and what becomes of it. The same on every bridge; thread-safe.
 *
 * <p>Each feature has a date (UTC) from whose first moment on it is expired, or none. A cluster that never had a licence works
 * fully for its first 90 days, as the guides' trial mode does; from then on, or once it had one, what is missing is enforced.
 *
 * @spec installation-guide B.3, B.4
 */
public final class Licences {

    /** How far ahead an expiry may be, how long after it the highest alarm begins, and how long a new cluster needs none. */
    public static final int DAYS = 90;
    private static final String SINGLE = "clusterLicensing";
    private static final String SINCE = "since";
    private static final String EVER = "ever";
    private static final String TRIAL = "trial.";
    private static final Duration ON_SCREEN = Duration.ofSeconds(30);
    private static final String TEXT = "This meeting server is out of licensing compliance.";
    private static final String PROMPT = "Your deployment is out of licensing compliance, please contact your administrator.";

    private final Clock clock;
    private final Catalogue catalogue;

    /** Whether a feature may be used. */
    public enum Status {
        /** It never could, or cannot any more. */
        NO_LICENSE("noLicense"),
        /** It can, to its date. */
        ACTIVATED("activated"),
        /** Its date is past. */
        EXPIRED("expired");

        private final String wire;

        Status(String wire) {
            this.wire = wire;
        }

        /** As the API writes it. */
        public String wire() {
            return wire;
        }
    }

    /** What participants meet. */
    public enum Alarm {
        /** Nothing. */
        NONE,
        /** Alarm level 2: a text for half a minute, and a prompt on joining. */
        ENFORCED,
        /** Alarm level 3: a text that stays, and a prompt on joining. */
        HIGH
    }

    /** Those that this catalogue keeps; a new cluster begins now. */
    public Licences(Clock clock, Catalogue catalogue) {
        this.clock = clock;
        this.catalogue = catalogue;
        catalogue.seedSingle(SINGLE, Map.of(SINCE, today().toString()));
    }

    /** Whether this feature may be used. */
    public Status status(Feature feature) {
        return expiry(feature).map(date -> today().isBefore(date) ? Status.ACTIVATED : Status.EXPIRED).orElse(Status.NO_LICENSE);
    }

    /** From when on this feature is expired; empty when it has no licence. */
    public Optional<LocalDate> expiry(Feature feature) {
        return date(feature.wire());
    }

    /** When a trial of this kind began that this cluster took part in. */
    public Optional<LocalDate> trial(String kind) {
        return date(TRIAL + kind);
    }

    /** Sets expiries, an empty one takes the licence away. Problem: {@code core.invalid-input}, naming the feature, when one is too far ahead. */
    public void set(Map<Feature, Optional<LocalDate>> expiries) {
        Map<String, String> changes = new LinkedHashMap<>();
        expiries.forEach((feature, date) -> {
            if (date.filter(today().plusDays(DAYS)::isBefore).isPresent()) {
                throw Problem.invalid(feature.wire(), "is more than " + DAYS + " days ahead.").exception();
            }
            changes.put(feature.wire(), date.map(LocalDate::toString).orElse(""));
            changes.put(EVER, "true");
        });
        change(changes);
    }

    /** Marks that this cluster took part in a trial of this kind; a mark stays as it is for ever. */
    public void mark(String kind, LocalDate began) {
        if (trial(kind).isEmpty()) {
            change(Map.of(TRIAL + kind, began.toString()));
        }
    }

    /** What participants meet now. */
    public Alarm alarm() {
        return alarm(clock.instant());
    }

    /** Whether encrypted calls are processed. */
    public boolean encryption() {
        return untouched(clock.instant()) || bridge().isPresent();
    }

    /** Whether this feature works in meetings now. */
    public boolean works(Feature feature) {
        return untouched(clock.instant()) || status(feature) == Status.ACTIVATED;
    }

    /** What this participant sees and hears of it now; empty when nothing was missing when they joined nor is now. */
    public Optional<Notice> notice(CallLeg leg) {
        Instant joined = leg.connected();
        if (joined == null) {
            return Optional.empty();
        }
        boolean high = alarm() == Alarm.HIGH;
        boolean prompted = alarm(joined) != Alarm.NONE;
        boolean shown = high || prompted && joined.plus(ON_SCREEN).isAfter(clock.instant());
        return shown || prompted ? Optional.of(new Notice(shown ? TEXT : "", high, prompted ? PROMPT : "")) : Optional.empty();
    }

    private Alarm alarm(Instant at) {
        LocalDate day = day(at);
        if (untouched(at)) {
            return Alarm.NONE;
        }
        return bridge().map(date -> day.isBefore(date) ? Alarm.NONE : day.isBefore(date.plusDays(DAYS)) ? Alarm.ENFORCED : Alarm.HIGH).orElse(Alarm.HIGH);
    }

    /** Either kind of Call Bridge licence will do: the later one counts. */
    private Optional<LocalDate> bridge() {
        return Stream.of(Feature.CALL_BRIDGE, Feature.CALL_BRIDGE_NO_ENCRYPTION).flatMap(feature -> expiry(feature).stream()).max(LocalDate::compareTo);
    }

    /** Whether nobody ever licensed this cluster, and it is new enough not to mind. */
    private boolean untouched(Instant at) {
        return !catalogue.single(SINGLE).containsKey(EVER) && date(SINCE).filter(begun -> day(at).isBefore(begun.plusDays(DAYS))).isPresent();
    }

    private void change(Map<String, String> changes) {
        if (!changes.isEmpty()) {
            catalogue.changeSingle(SINGLE, changes);
        }
    }

    private Optional<LocalDate> date(String name) {
        return Optional.ofNullable(catalogue.single(SINGLE).get(name)).map(LocalDate::parse);
    }

    private LocalDate today() {
        return day(clock.instant());
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
