package org.moothall.licensing.internal.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.licensing.Enforcement;
import org.moothall.licensing.Enforcement.Level;
import org.moothall.licensing.Feature;

/**
 * Until when licences hold on a cluster, and what follows. Dates are UTC; a licence is expired from the first moment of its date on.
 *
 * @spec admin-guide §19.2, §19.3; installation-guide B.3, B.4
 */
public final class Expiry {

    /** An expiry is never further ahead than so many days. */
    public static final int AHEAD = 90;
    /** So many days after expiry enforcement gets high. */
    public static final int HIGH_AFTER = 90;

    private Expiry() {}

    /**
     * The date that a cluster should have.
     *
     * @param held what it has, or null when it has none
     * @param known whether it has or ever had a licence of any feature: one that never had gets 90 days when it is first met
     */
    public static @Nullable LocalDate wanted(Verdict verdict, Basis basis, @Nullable LocalDate held, boolean known) {
        LocalDate furthest = basis.today().plusDays(AHEAD);
        if (verdict.refreshes() || !known) {
            return furthest;
        }
        Optional<TrialSpan> trial = basis.trial(verdict.feature());
        return trial.isPresent() ? trial.get().ends() : held;
    }

    /** What a cluster that has this date does, or soon will. */
    public static Enforcement enforcement(Verdict verdict, Basis basis, @Nullable LocalDate held) {
        boolean counting = !verdict.refreshes() && basis.trial(verdict.feature()).isEmpty();
        return verdict.feature() == Feature.MEETINGS ? meetings(basis.today(), held, counting) : others(basis.today(), held, counting);
    }

    private static Enforcement meetings(LocalDate today, @Nullable LocalDate held, boolean counting) {
        if (held == null || !today.isBefore(held.plusDays(HIGH_AFTER))) {
            return new Enforcement(Level.ALARM_3, held, null, "High enforcement active");
        }
        if (!today.isBefore(held)) {
            int days = days(today, held.plusDays(HIGH_AFTER));
            return new Enforcement(Level.ALARM_2, held, days, "Enforcement active, high enforcement in " + count(days));
        }
        int days = days(today, held);
        return counting ? new Enforcement(Level.ALARM_1, held, days, "Enforcement in " + count(days)) : new Enforcement(Level.NONE, held, null, "");
    }

    private static Enforcement others(LocalDate today, @Nullable LocalDate held, boolean counting) {
        if (held == null || !today.isBefore(held)) {
            return new Enforcement(Level.NOT_AVAILABLE, held, null, "Not available");
        }
        int days = days(today, held);
        return counting ? new Enforcement(Level.AVAILABLE_FOR, held, days, "Available for " + days + (days == 1 ? " more day" : " more days"))
                : new Enforcement(Level.NONE, held, null, "");
    }

    private static int days(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to);
    }

    private static String count(int days) {
        return days + (days == 1 ? " day" : " days");
    }
}
