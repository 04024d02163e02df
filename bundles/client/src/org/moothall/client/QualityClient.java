package org.moothall.client;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.meetings.CallStatistics;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.ParticipantId;
import org.moothall.meetings.Quality;
import org.moothall.meetings.QualityLeg;

/** Who is badly connected, and how well a participant is. Threads and failures as {@link Client} says. */
public interface QualityClient {

    /** A page of the quality inbox, by Call Bridge, subnet and name. */
    CompletableFuture<Page<QualityLeg>> legs(Quality.Query query, PageRequest page);

    /** From when on it is bad. */
    CompletableFuture<Quality.Thresholds> thresholds();

    /** Changes that. */
    CompletableFuture<Quality.Thresholds> changeThresholds(Quality.Thresholds thresholds);

    /** What was measured of a participant after an instant, or all that is kept when it is null; whoever asks keeps the measuring going. */
    CompletableFuture<CallStatistics.Statistics> statistics(MeetingId meeting, ParticipantId participant, @Nullable Instant since);
}
