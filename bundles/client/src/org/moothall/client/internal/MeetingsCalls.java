package org.moothall.client.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.Answer;
import org.moothall.client.Call;
import org.moothall.client.MeetingsClient;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.ProblemException;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.Meetings.Outcome;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantId;

/** {@code /meetings}. */
record MeetingsCalls(Calls api) implements MeetingsClient {

    private static final String MEETINGS = "/meetings";

    @Override
    public CompletableFuture<Page<Meeting>> list(MeetingQuery query) {
        Query parameters = new Query()
                .with("state", word(query.state()))
                .with("q", query.text())
                .with("cluster", query.cluster())
                .with("sort", word(query.sort()))
                .with("order", query.descending() ? "desc" : "asc")
                .with(query.page());
        return api.call(Call.get(MEETINGS + parameters)).thenApply(answer -> Wire.page(answer.body(), Meeting.class));
    }

    @Override
    public CompletableFuture<Meeting> get(MeetingId id) {
        return api.read(Call.get(path(id)), Meeting.class);
    }

    @Override
    public CompletableFuture<Page<Participant>> participants(MeetingId id, String text, PageRequest page) {
        return api.call(Call.get(path(id) + "/participants" + new Query().with("q", text).with(page)))
                .thenApply(answer -> Wire.page(answer.body(), Participant.class));
    }

    @Override
    public CompletableFuture<List<Outcome>> change(MeetingId id, List<ParticipantId> participants, ParticipantChange change) {
        return change(id, change, Map.of("participants", List.copyOf(participants)));
    }

    @Override
    public CompletableFuture<List<Outcome>> changeAll(MeetingId id, ParticipantChange change) {
        return change(id, change, Map.of());
    }

    private CompletableFuture<List<Outcome>> change(MeetingId id, ParticipantChange change, Map<String, Object> whom) {
        Map<String, Object> body = new LinkedHashMap<>(whom);
        put(body, "audioMuted", change.audioMuted());
        put(body, "videoMuted", change.videoMuted());
        return api.call(Call.patch(path(id) + "/participants", body))
                .thenApply(answer -> Wire.rows(answer.body().path("outcomes"), Outcome.class));
    }

    @Override
    public CompletableFuture<List<Outcome>> drop(MeetingId id, List<ParticipantId> participants) {
        List<CompletableFuture<Outcome>> each = participants.stream().map(one -> drop(id, one)).toList();
        return CompletableFuture.allOf(each.toArray(CompletableFuture[]::new))
                .thenApply(all -> each.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<Outcome> drop(MeetingId id, ParticipantId participant) {
        BiFunction<@Nullable Answer, @Nullable Throwable, Outcome> outcome = (answer, failure) -> outcome(participant, failure);
        return api.call(Call.delete(path(id) + "/participants/" + Wire.segment(participant.value()))).handle(outcome);
    }

    private static Outcome outcome(ParticipantId participant, @Nullable Throwable failure) {
        if (failure == null) {
            return new Outcome(participant, true, null);
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return new Outcome(participant, false, cause instanceof ProblemException e ? e.problem().detail() : "The request was cancelled.");
    }

    @Override
    public CompletableFuture<Void> end(MeetingId id) {
        return api.done(Call.delete(path(id)));
    }

    private static void put(Map<String, Object> body, String field, @Nullable Object value) {
        if (value != null) {
            body.put(field, value);
        }
    }

    private static String path(MeetingId id) {
        return MEETINGS + "/" + Wire.segment(id.value());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
