package org.moothall.meetings.internal.projection;

import java.time.Instant;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

/** A call leg: one connection of one device to the bridge that hosts it. */
final class Leg extends Entity {

    private static final Set<String> LINKS = Set.of("distributionLink", "lyncDistribution");

    @Nullable
    Call call;
    @Nullable
    Person person;

    private String connectedText = "";
    private @Nullable Instant connected;

    Leg(Key key, @Nullable String session, Life life) {
        super(key, session, life);
    }

    Leg(Memento kept) {
        super(kept);
    }

    /** The participant it belongs to; for an ordinary one of a single leg both ids are the same. */
    String participant() {
        String group = records.get("groupId");
        return group.isEmpty() ? key.id() : group;
    }

    /** Whether it joins bridges rather than people. */
    boolean link() {
        return LINKS.contains(records.get("subType"));
    }

    /** Whether records told of it: then its end will be told by one too. */
    boolean recorded() {
        return !records.get("recorded").isEmpty();
    }

    /** When it was connected first, or null when no record told; parsed once, since pictures are drawn often. */
    @Nullable
    Instant connectedAt() {
        String told = records.get("connectedAt");
        if (!told.equals(connectedText)) {
            connectedText = told;
            connected = told.isEmpty() ? null : Instant.parse(told);
        }
        return connected;
    }

    boolean alive() {
        @Nullable Call in = call;
        return life.alive() && (in == null || in.life.alive());
    }
}
