package org.moothall.applianceprofiles.internal.sizing;

import static org.moothall.applianceprofiles.sizing.Role.STREAMER;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import org.moothall.applianceprofiles.ApplianceProfile;
import org.moothall.applianceprofiles.Figure;
import org.moothall.applianceprofiles.MediaQuality;
import org.moothall.applianceprofiles.SizingRules;
import org.moothall.applianceprofiles.SizingRules.MachineSize;
import org.moothall.applianceprofiles.SizingRules.StreamerConfiguration;
import org.moothall.applianceprofiles.Source;
import org.moothall.applianceprofiles.sizing.SizingAnswer.Host;

/** Streamers on machines of their own: the smallest configuration that does, several of the largest otherwise. @spec installation-guide §D.4.2, Table 10 */
record StreamingSizing(SizingRules rules, Demand demand, ApplianceProfile machine, Working work) {

    void size() {
        List<StreamerConfiguration> rows = rules.streamer().configurations();
        StreamerConfiguration row = rows.stream().filter(each -> share(each).compareTo(BigDecimal.ONE) <= 0).findFirst().orElse(rows.getLast());
        BigDecimal sum = work.shares(STREAMER, demand.streams(), quality -> most(row, quality), "Streams", "streamers with " + size(row.size()));
        long count = work.whole(STREAMER, sum, "streamers", Source.guide("Table 10"));
        work.hosts.add(new Host(STREAMER, count, machine.id(), "Streamer", null, row.size().virtualCpus().required().longValueExact(),
                row.size().memory().value(), null,
                null, null));
        work.recommend(STREAMER, "In production streamers run on other servers than the conferences.", Source.guide("Appendix D"));
    }

    private BigDecimal share(StreamerConfiguration row) {
        return demand.streams().entrySet().stream()
                .map(each -> BigDecimal.valueOf(each.getValue()).divide(most(row, each.getKey()).required(), Rounding.SHARES))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Figure most(StreamerConfiguration row, MediaQuality quality) {
        return Objects.requireNonNull(row.streams().get(quality));
    }

    private static String size(MachineSize size) {
        return size.virtualCpus().required() + " virtual CPUs and " + size.memory().required() + " GB";
    }
}
