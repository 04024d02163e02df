package org.moothall.meetings.internal.projection;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

/** How far we follow one bridge. */
final class BridgeModel {

    /** One run of the bridge. */
    static final class Session {
        final String id;
        final Instant since;
        final RecordNumbers numbers;
        Instant newest;
        /** Records below were written before the last reconciliation read. */
        long readUpTo;
        Instant readAt = Instant.EPOCH;

        Session(String id, Instant since, RecordNumbers numbers) {
            this.id = id;
            this.since = since;
            this.newest = since;
            this.numbers = numbers;
        }
    }

    /** Can be kept and taken up again. */
    record Memento(String bridge, @Nullable String current, List<SessionMemento> sessions) {}

    /** Of one session. */
    record SessionMemento(String id, Instant since, Instant newest, long readUpTo, Instant readAt, RecordNumbers.Memento numbers) {}

    final String id;
    final Map<String, Session> sessions = new HashMap<>();
    /** The run that it is in now, or null after a restart that no record told of yet. */
    @Nullable
    Session current;
    /** When the run began that no record told of yet. */
    @Nullable
    Instant restarted;
    /** Whether a reconciliation read has to confirm what we believe. */
    boolean unsure = true;
    /** Whether its events are heard. */
    boolean listening;

    BridgeModel(String id) {
        this.id = id;
    }

    BridgeModel(Memento kept) {
        id = kept.bridge();
        for (SessionMemento each : kept.sessions()) {
            Session session = new Session(each.id(), each.since(), new RecordNumbers(each.numbers()));
            session.newest = each.newest();
            session.readUpTo = each.readUpTo();
            session.readAt = each.readAt();
            sessions.put(each.id(), session);
        }
        @Nullable String now = kept.current();
        current = now == null ? null : sessions.get(now);
    }

    Memento memento() {
        @Nullable Session now = current;
        return new Memento(id, now == null ? null : now.id, sessions.values().stream().map(s -> new SessionMemento(s.id, s.since, s.newest, s.readUpTo,
                s.readAt, s.numbers.memento())).toList());
    }
}
