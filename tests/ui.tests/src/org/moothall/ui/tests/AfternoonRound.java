package org.moothall.ui.tests;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.meetings.spi.UpcomingMeetings;
import org.moothall.servers.Servers;

/** A source of one scheduled meeting in the cluster called Lab. Runs in the built server, not here. */
@NonNullByDefault({})
public final class AfternoonRound implements UpcomingMeetings {
    /** What the meeting is called. */
    public static final String NAME = "Afternoon round";

    private final List<Servers> known = new CopyOnWriteArrayList<>();

    /** Which clusters there are. */
    public void bind(Servers servers) {
        known.add(servers);
    }

    @Override
    public List<Upcoming> upcoming() {
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(2, ChronoUnit.HOURS);
        return known.stream().flatMap(servers -> servers.clusters().stream()).filter(cluster -> cluster.name().equals("Lab"))
                .map(cluster -> new Upcoming("round", NAME, cluster.id(), start, start.plus(45, ChronoUnit.MINUTES), null, "ada.ferreira@example.org"))
                .toList();
    }
}
