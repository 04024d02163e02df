package org.moothall.meetings.internal.quality;

import java.io.UncheckedIOException;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.core.json.Json;
import org.moothall.meetings.Quality.Thresholds;
import org.moothall.meetings.internal.store.Settings;
import org.moothall.store.Database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** From when on a leg is bad: a setting. Thread-safe. */
final class KeptThresholds {

    private static final String SETTING = "quality";
    private static final JsonMapper JSON = Json.lenient();
    private static final int LONGEST_MILLISECONDS = 60_000;
    private static final int LONGEST_SECONDS = 3_600;
    private static final int SELDOM_SECONDS = 300;

    private final Settings settings;
    private volatile @Nullable Thresholds known;

    KeptThresholds(Database database) {
        settings = new Settings(database);
    }

    Thresholds get() {
        @Nullable Thresholds now = known;
        if (now == null) {
            now = settings.find(SETTING).map(KeptThresholds::read).orElse(Thresholds.USUAL);
            known = now;
        }
        return now;
    }

    void set(Thresholds wanted) {
        if (!(wanted.lossPercent() >= 0 && wanted.lossPercent() <= 100)) {
            throw Problem.invalid("lossPercent", "must be from 0 to 100.").exception();
        }
        within("jitterMilliseconds", wanted.jitterMilliseconds(), 0, LONGEST_MILLISECONDS);
        within("roundTripMilliseconds", wanted.roundTripMilliseconds(), 0, LONGEST_MILLISECONDS);
        within("forSeconds", wanted.forSeconds(), 0, LONGEST_SECONDS);
        within("everySeconds", wanted.everySeconds(), 1, SELDOM_SECONDS);
        settings.set(SETTING, write(wanted));
        known = wanted;
    }

    private static void within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw Problem.invalid(field, "must be from " + least + " to " + most + ".").exception();
        }
    }

    private static String write(Thresholds thresholds) {
        try {
            return JSON.writeValueAsString(thresholds);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thresholds read(String text) {
        try {
            return JSON.readValue(text, Thresholds.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
