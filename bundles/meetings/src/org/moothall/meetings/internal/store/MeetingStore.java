package org.moothall.meetings.internal.store;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.json.Json;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Participant;
import org.moothall.meetings.internal.find.Order;
import org.moothall.meetings.internal.projection.LoggedChange;
import org.moothall.meetings.internal.projection.Memory.BridgeFacts;
import org.moothall.meetings.internal.projection.Memory.MeetingFacts;
import org.moothall.meetings.internal.projection.Memory.ParticipantFacts;
import org.moothall.servers.ClusterId;
import org.moothall.store.Database;
import org.moothall.store.Sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Meetings and participants on disk: the live ones with what is needed to go on, the ended ones to be found. */
public final class MeetingStore {

    /** A meeting to be kept; {@code everybody} only when it is over, to be found by. */
    public record KeptMeeting(Meeting shown, @Nullable MeetingFacts facts, Collection<Participant> everybody) {}

    /** A participant to be kept. */
    public record KeptParticipant(Participant shown, @Nullable ParticipantFacts facts) {}

    /** A participant to be removed. */
    public record Departed(MeetingId meeting, String participant) {}

    /** All that changed since the last time. */
    public record Batch(List<BridgeFacts> bridges, List<KeptMeeting> meetings, List<KeptParticipant> participants, List<Departed> departed,
            List<LoggedChange> log, SignOfLife sign) {}

    /** Until when we have been watching this cluster. */
    public record SignOfLife(ClusterId cluster, Instant at) {}

    private static final String ALIVE = "alive:";
    /** Ended meetings of a batch that was not kept to its end: they are newer than what is known of following the bridges. */
    private static final String AHEAD = "ahead:";

    private final Database database;
    private final Settings settings;
    private final JsonMapper json = Json.lenient();

    /** Brings the tables up to date. */
    public MeetingStore(Database database) {
        this.database = database;
        settings = new Settings(database);
        database.migrate("meetings", Schema.STEPS);
    }

    /** Keeps what changed, meeting by meeting; what is known of following the bridges only when all else is kept. */
    public CompletableFuture<Boolean> keep(Batch batch) {
        List<Batch> parts = BatchParts.of(batch);
        String ahead = parts.size() == 1 ? "" : batch.meetings().stream().map(KeptMeeting::shown).filter(meeting -> meeting.state() == MeetingState.ENDED)
                .map(meeting -> meeting.id().value()).collect(Collectors.joining("\n"));
        List<Database.Work<Boolean>> steps = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            steps.add(step(parts.get(i), i < parts.size() - 1 ? ahead : ""));
        }
        return database.writeBehind(steps);
    }

    private Database.Work<Boolean> step(Batch part, String ahead) {
        List<BatchRows.Rows> all = BatchRows.of(part, this::write);
        String cluster = part.sign().cluster().value();
        return connection -> {
            for (BatchRows.Rows rows : all) {
                Sql.updateEach(connection, rows.sql(), rows.values());
            }
            Settings.set(connection, AHEAD + cluster, ahead);
            Settings.set(connection, ALIVE + cluster, Long.toString(part.sign().at().toEpochMilli()));
            return true;
        };
    }

    /** Until when this cluster was watched before; empty when it never was. */
    public Optional<Instant> lastSign(ClusterId cluster) {
        return settings.find(ALIVE + cluster.value()).map(Long::valueOf).map(Instant::ofEpochMilli);
    }

    /** What is known of following this bridge. */
    public Optional<BridgeFacts> bridge(String bridge) {
        return database.read(connection -> Sql.first(connection, row -> read(row.getString(1), BridgeFacts.class),
                "SELECT facts FROM meetings_bridge WHERE bridge = ?", bridge));
    }

    /**
     * A cluster's meetings that were going on, or ended after this time ({@link Order#number} of milliseconds), or of which
     * more is kept than we know to have followed.
     */
    public List<KeptMeeting> resumable(ClusterId cluster, String endedAfter) {
        Map<MeetingId, KeptMeeting> all = new LinkedHashMap<>();
        resumable("state = ? AND cluster = ? UNION ALL SELECT shown, facts FROM meetings_meeting WHERE state = ? AND key_end > ? AND cluster = ?",
                MeetingState.ACTIVE.name(), cluster.value(), MeetingState.ENDED.name(), endedAfter, cluster.value())
                .forEach(kept -> all.put(kept.shown().id(), kept));
        settings.find(AHEAD + cluster.value()).stream().flatMap(String::lines).map(MeetingId::new).filter(id -> !all.containsKey(id))
                .forEach(id -> resumable("id = ? AND state <> ?", id.value(), OldMeetings.EXPIRED).forEach(kept -> all.put(id, kept)));
        return List.copyOf(all.values());
    }

    private List<KeptMeeting> resumable(String which, Object... parameters) {
        return database.read(connection -> Sql.list(connection,
                row -> new KeptMeeting(read(row.getString(1), Meeting.class), read(row.getString(2), MeetingFacts.class), List.of()),
                "SELECT shown, facts FROM meetings_meeting WHERE " + which, parameters));
    }

    /** Clusters of which meetings go on, as far as anybody told. */
    public List<ClusterId> clustersWithMeetings() {
        return database.read(connection -> Sql.list(connection, row -> new ClusterId(row.getString(1)),
                "SELECT DISTINCT cluster FROM meetings_meeting WHERE state = ? ORDER BY cluster", MeetingState.ACTIVE.name()));
    }

    /** Some meetings of a cluster that go on, as they were shown last. */
    public List<Meeting> goingOn(ClusterId cluster, int most) {
        return database.read(connection -> Sql.list(connection, row -> read(row.getString(1), Meeting.class),
                "SELECT shown FROM meetings_meeting WHERE state = ? AND cluster = ? ORDER BY id LIMIT ?", MeetingState.ACTIVE.name(), cluster.value(), most));
    }

    /** Participants of a meeting with their facts. */
    public List<KeptParticipant> people(MeetingId meeting) {
        return database.read(connection -> Sql.list(connection,
                row -> new KeptParticipant(read(row.getString(1), Participant.class), read(row.getString(2), ParticipantFacts.class)),
                "SELECT shown, facts FROM meetings_participant WHERE meeting = ?", meeting.value()));
    }

    /** The meeting of this id. */
    public Optional<Meeting> find(MeetingId id) {
        return database.read(connection -> Sql.first(connection, row -> read(row.getString(1), Meeting.class),
                "SELECT shown FROM meetings_meeting WHERE id = ? AND state <> ?", id.value(), OldMeetings.EXPIRED));
    }

    private String write(@Nullable Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
