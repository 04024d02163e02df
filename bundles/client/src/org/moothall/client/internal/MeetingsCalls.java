package org.moothall.client.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.Call;
import org.moothall.client.MeetingsClient;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.meetings.DeskChange;
import org.moothall.meetings.LogEntry;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingAt;
import org.moothall.meetings.MeetingDesk;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.Meetings.ParticipantChange;
import org.moothall.meetings.MoveWarning;
import org.moothall.meetings.OperatorActions.MeetingChange;
import org.moothall.meetings.OperatorActions.MeetingOutcomes;
import org.moothall.meetings.OperatorActions.NewMeeting;
import org.moothall.meetings.OperatorActions.NewParticipant;
import org.moothall.meetings.OperatorActions.Outcomes;
import org.moothall.meetings.OperatorActions.Space;
import org.moothall.meetings.OperatorActions.Undone;
import org.moothall.meetings.Participant;
import org.moothall.meetings.ParticipantAt;
import org.moothall.meetings.ParticipantId;
import org.moothall.meetings.Timeline;
import org.moothall.servers.ClusterId;

/** {@code /meetings}. */
record MeetingsCalls(Calls api) implements MeetingsClient {

    private static final String MEETINGS = "/meetings";
    private static final String PEOPLE = "/participants";

    @Override
    public CompletableFuture<Page<Meeting>> list(MeetingQuery query) {
        return api.call(Call.get(MEETINGS + parameters(query))).thenApply(answer -> Wire.page(answer.body(), Meeting.class));
    }

    @Override
    public CompletableFuture<Page<MeetingAt>> listAt(MeetingQuery query, Instant at) {
        return api.call(Call.get(MEETINGS + parameters(query).with("at", at.toString()))).thenApply(answer -> Wire.page(answer.body(), MeetingAt.class));
    }

    private static Query parameters(MeetingQuery query) {
        return new Query()
                .with("state", word(query.state()))
                .with("q", query.text())
                .with("cluster", query.cluster())
                .with("space", query.space())
                .with("pinned", query.pinned() ? "true" : null)
                .with("sort", word(query.sort()))
                .with("order", query.descending() ? "desc" : "asc")
                .with(query.page());
    }

    @Override
    public CompletableFuture<Timeline> timeline(MeetingId id) {
        return api.read(Call.get(path(id) + "/timeline"), Timeline.class);
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
    public CompletableFuture<Outcomes> change(MeetingId id, List<ParticipantId> participants, ParticipantChange change) {
        return people(Call.patch(path(id) + PEOPLE, body(change, participants)));
    }

    @Override
    public CompletableFuture<Outcomes> changeAll(MeetingId id, ParticipantChange change) {
        return people(Call.patch(path(id) + PEOPLE, body(change, null)));
    }

    @Override
    public CompletableFuture<Outcomes> drop(MeetingId id, List<ParticipantId> participants) {
        return people(Call.post(path(id) + PEOPLE + "/drop", Map.of("participants", List.copyOf(participants))));
    }

    @Override
    public CompletableFuture<Outcomes> callBack(MeetingId id, List<ParticipantId> participants) {
        return people(Call.post(path(id) + PEOPLE + "/call-back", Map.of("participants", List.copyOf(participants))));
    }

    @Override
    public CompletableFuture<Outcomes> move(MeetingId id, List<ParticipantId> participants, MeetingId target) {
        return people(Call.post(path(id) + PEOPLE + "/move", Map.of("participants", List.copyOf(participants), "to", target)));
    }

    @Override
    public CompletableFuture<List<MoveWarning>> checkMove(MeetingId id, List<ParticipantId> participants, MeetingId target) {
        return api.call(Call.post(path(id) + PEOPLE + "/move-check", Map.of("participants", List.copyOf(participants), "to", target)))
                .thenApply(answer -> Wire.rows(answer.body().path("warnings"), MoveWarning.class));
    }

    @Override
    public CompletableFuture<List<Space>> spaces(ClusterId cluster, String text) {
        return api.call(Call.get("/spaces" + new Query().with("cluster", cluster.value()).with("q", text)))
                .thenApply(answer -> Wire.rows(answer.body(), Space.class));
    }

    @Override
    public CompletableFuture<MeetingId> start(NewMeeting meeting) {
        return api.call(Call.post(MEETINGS, meeting)).thenApply(answer -> new MeetingId(answer.body().path("id").asText()));
    }

    @Override
    public CompletableFuture<MeetingAt> at(MeetingId id, Instant at) {
        return api.read(Call.get(path(id) + new Query().with("at", at.toString())), MeetingAt.class);
    }

    @Override
    public CompletableFuture<Page<ParticipantAt>> participantsAt(MeetingId id, Instant at, String text, PageRequest page) {
        return api.call(Call.get(path(id) + PEOPLE + new Query().with("at", at.toString()).with("q", text).with(page)))
                .thenApply(answer -> Wire.page(answer.body(), ParticipantAt.class));
    }

    @Override
    public CompletableFuture<Void> add(MeetingId id, NewParticipant participant) {
        return api.done(Call.post(path(id) + PEOPLE, participant));
    }

    @Override
    public CompletableFuture<MeetingOutcomes> change(MeetingId id, MeetingChange change) {
        return api.read(Call.patch(path(id), change), MeetingOutcomes.class);
    }

    @Override
    public CompletableFuture<Undone> undo(MeetingId id, String token) {
        return api.read(Call.post(path(id) + "/undo", Map.of("undo", token)), Undone.class);
    }

    private CompletableFuture<Outcomes> people(Call call) {
        return api.read(call, Outcomes.class);
    }

    @Override
    public CompletableFuture<Page<LogEntry>> log(MeetingId id, PageRequest page) {
        return api.call(Call.get(path(id) + "/log" + new Query().with(page))).thenApply(answer -> Wire.page(answer.body(), LogEntry.class));
    }

    @Override
    public CompletableFuture<String> wholeLog(MeetingId id, String form) {
        return api.call(Call.get(path(id) + "/log/" + form))
                .thenApply(answer -> answer.body().isTextual() ? answer.body().asText() : answer.body().toPrettyString());
    }

    @Override
    public CompletableFuture<MeetingDesk> desk(MeetingId id, DeskChange change) {
        return api.read(Call.patch(path(id) + "/desk", change), MeetingDesk.class);
    }

    @Override
    public CompletableFuture<Void> end(MeetingId id) {
        return api.done(Call.delete(path(id)));
    }

    private static Map<String, Object> body(ParticipantChange change, @Nullable List<ParticipantId> participants) {
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, "participants", participants);
        put(body, "audioMuted", change.audioMuted());
        put(body, "videoMuted", change.videoMuted());
        put(body, "layout", change.layout());
        put(body, "importance", change.importance());
        put(body, "inLobby", change.inLobby());
        return body;
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
