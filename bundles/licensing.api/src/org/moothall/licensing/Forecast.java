package org.moothall.licensing;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/**
 * When licences will run short, if use goes on as in the last 90 days.
 *
 * @param entitled what is allocated, or would be
 * @param known on how many of the 90 days something is known; below {@link #NEEDED} nothing is foretold
 * @param until last day (UTC) that is looked at
 * @param features for meetings and for recording or streaming
 */
public record Forecast(Entitlements entitled, int known, LocalDate until, List<Outlook> features) {

    /** Days that must be known. */
    public static final int NEEDED = 14;

    public Forecast {
        features = List.copyOf(features);
    }

    /** What may happen to a feature. @param milestones one for each {@link Event}, in order */
    public record Outlook(Feature feature, List<Milestone> milestones) {
        public Outlook {
            milestones = List.copyOf(milestones);
        }
    }

    /** What may happen. */
    public enum Event {
        /** More than 80 % is used. */
        OVER_80_PERCENT,
        /** More is used than there is. */
        INSUFFICIENT_LICENCES,
        /** Out of compliance: the countdown begins (alarm 1). */
        COUNTDOWN,
        /** Enforcement (alarm 2), or the feature is switched off. */
        ENFORCEMENT,
        /** High enforcement (alarm 3); of meetings only. */
        HIGH_ENFORCEMENT
    }

    /**
     * The first day (UTC) of an event.
     *
     * @param earliest if peaks are as high as the highest tenth was, or null when not until the end
     * @param expected as the median goes on, or null likewise
     * @param latest if peaks are as low as the lowest tenth was, or null likewise
     */
    public record Milestone(Event event, @Nullable LocalDate earliest, @Nullable LocalDate expected, @Nullable LocalDate latest) {}
}
