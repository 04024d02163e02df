package org.moothall.client.internal;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.Call;
import org.moothall.client.QualityClient;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.meetings.CallStatistics;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.ParticipantId;
import org.moothall.meetings.Quality;
import org.moothall.meetings.QualityLeg;

/** {@code /quality} and what belongs to it elsewhere. */
record QualityCalls(Calls api) implements QualityClient {

    private static final String SETTINGS = "/settings/quality";

    @Override
    public CompletableFuture<Page<QualityLeg>> legs(Quality.Query query, PageRequest page) {
        Query parameters = new Query().with("cluster", query.cluster()).with("callBridge", query.callBridge()).with("subnet", query.subnet())
                .with("q", query.text()).with(page);
        return api.call(Call.get("/quality/legs" + parameters)).thenApply(answer -> Wire.page(answer.body(), QualityLeg.class));
    }

    @Override
    public CompletableFuture<Quality.Thresholds> thresholds() {
        return api.read(Call.get(SETTINGS), Quality.Thresholds.class);
    }

    @Override
    public CompletableFuture<Quality.Thresholds> changeThresholds(Quality.Thresholds thresholds) {
        return api.read(Call.put(SETTINGS, thresholds), Quality.Thresholds.class);
    }

    @Override
    public CompletableFuture<CallStatistics.Statistics> statistics(MeetingId meeting, ParticipantId participant, @Nullable Instant since) {
        String path = "/meetings/" + Wire.segment(meeting.value()) + "/participants/" + Wire.segment(participant.value()) + "/statistics";
        return api.read(Call.get(path + new Query().with("since", since == null ? null : since.toString())), CallStatistics.Statistics.class);
    }
}
