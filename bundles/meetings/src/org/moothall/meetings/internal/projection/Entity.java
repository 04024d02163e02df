package org.moothall.meetings.internal.projection;

import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

import com.fasterxml.jackson.annotation.JsonFormat;

/** What a Call Bridge told of one of its objects. */
abstract sealed class Entity permits Call, Leg, View {

    /** Identity within a cluster. */
    record Key(String bridge, String id) {}

    /** What is needed to go on with it after a restart. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Memento(String bridge, String id, @Nullable String session, Life life, Map<String, Attributes.Told> records,
            Map<String, Attributes.Told> live) {}

    final Key key;
    @Nullable
    String session;
    Life life;
    /** Told by records and reads; newer by the bridge's own numbering. */
    final Attributes records;
    /** Told by events and reads; newer by our order of hearing. */
    final Attributes live;

    Entity(Key key, @Nullable String session, Life life) {
        this(key, session, life, new Attributes(), new Attributes());
    }

    Entity(Memento kept) {
        this(new Key(kept.bridge(), kept.id()), kept.session(), kept.life(), new Attributes(kept.records()), new Attributes(kept.live()));
    }

    private Entity(Key key, @Nullable String session, Life life, Attributes records, Attributes live) {
        this.key = key;
        this.session = session;
        this.life = life;
        this.records = records;
        this.live = live;
    }

    Memento memento() {
        return new Memento(key.bridge(), key.id(), session, life, records.all(), live.all());
    }
}
