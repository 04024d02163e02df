package org.moothall.licensing.internal.rules;

import java.util.List;

import org.moothall.licensing.Feature;
import org.moothall.licensing.LicenceStatus;
import org.moothall.licensing.Rule;

/**
 * How a feature stands and why.
 *
 * @param status as shown
 * @param bought how it would stand without a trial: this decides whether expiry is refreshed
 * @param over the days on which more was used than there is
 * @param excused days that would be among them, were there not a trial
 */
public record Verdict(Feature feature, LicenceStatus status, LicenceStatus bought, Rule rule, List<DayPeak> over, List<DayPeak> excused) {

    public Verdict {
        over = List.copyOf(over);
        excused = List.copyOf(excused);
    }

    /** Whether what was bought suffices for expiry to be refreshed. @spec installation-guide B.3 */
    public boolean refreshes() {
        return switch (bought) {
            case IN_COMPLIANCE, LICENSED, OVER_80_PERCENT, INSUFFICIENT_LICENCES -> true;
            case UNLICENSED, OUT_OF_COMPLIANCE -> false;
        };
    }
}
