package org.moothall.licensing.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.licensing.UsageChart;
import org.moothall.licensing.UsageChart.Point;
import org.moothall.licensing.UsageChart.Resolution;
import org.moothall.licensing.internal.rules.Bins;
import org.moothall.licensing.internal.rules.ClusterBin;
import org.moothall.licensing.internal.rules.DayPeak;
import org.moothall.licensing.internal.rules.Demand;
import org.moothall.licensing.internal.store.EntitlementStore;
import org.moothall.licensing.internal.store.UsageRead;
import org.moothall.servers.ClusterId;

/** Utilisation over time. @spec admin-guide §18 */
final class Charting {

    private static final long MOST_DAYS = 3_660;

    private final UsageRead usage;
    private final EntitlementStore entitlements;

    Charting(UsageRead usage, EntitlementStore entitlements) {
        this.usage = usage;
        this.entitlements = entitlements;
    }

    UsageChart of(Instant from, Instant to, @Nullable ClusterId cluster) {
        if (!from.isBefore(to)) {
            throw Problem.invalid("to", "must be after from.").exception();
        }
        if (Duration.between(from, to).toDays() > MOST_DAYS) {
            throw Problem.invalid("from", "must be at most " + MOST_DAYS + " days before to.").exception();
        }
        return Duration.between(from, to).compareTo(Duration.ofDays(1)) <= 0 ? bins(from, to, cluster) : days(from, to, cluster);
    }

    private UsageChart bins(Instant from, Instant to, @Nullable ClusterId cluster) {
        long first = Bins.of(from);
        long last = Bins.of(to.minusMillis(1));
        Map<Long, ClusterBin> known = usage.bins(cluster, first, last).stream().collect(Collectors.toMap(ClusterBin::bin, Function.identity()));
        List<Point> points = new ArrayList<>();
        for (long bin = first; bin <= last; bin++) {
            ClusterBin made = known.get(bin);
            points.add(made == null || made.unknown() ? new Point(Bins.instant(bin), null, made == null ? 0 : made.missing())
                    : new Point(Bins.instant(bin), Demand.of(made.used()).used(), made.missing()));
        }
        return chart(Resolution.FIVE_MINUTES, Bins.instant(first), Bins.instant(last + 1), points);
    }

    private UsageChart days(Instant from, Instant to, @Nullable ClusterId cluster) {
        long first = LocalDate.ofInstant(from, ZoneOffset.UTC).toEpochDay();
        long last = LocalDate.ofInstant(to.minusMillis(1), ZoneOffset.UTC).toEpochDay();
        Map<Long, DayPeak> known = usage.days(cluster, first, last).stream().collect(Collectors.toMap(DayPeak::day, Function.identity()));
        List<Point> points = new ArrayList<>();
        for (long day = first; day <= last; day++) {
            DayPeak peak = known.get(day);
            Instant at = Bins.instant(Bins.firstOf(day));
            points.add(peak == null ? new Point(at, null, Bins.A_DAY) : new Point(at, peak.peak().used(), Bins.A_DAY - peak.complete()));
        }
        return chart(Resolution.DAYS, Bins.instant(Bins.firstOf(first)), Bins.instant(Bins.firstOf(last + 1)), points);
    }

    private UsageChart chart(Resolution resolution, Instant from, Instant to, List<Point> points) {
        return new UsageChart(resolution, from, to, points, entitlements.between(from, to));
    }
}
