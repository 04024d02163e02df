package org.moothall.meetings.internal.projection;

import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

/** A call leg: one connection of one device to the bridge that hosts it. */
final class Leg extends Entity {

    private static final Set<String> LINKS = Set.of("distributionLink", "lyncDistribution");

    @Nullable
    Call call;
    @Nullable
    Person person;

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

    boolean alive() {
        @Nullable Call in = call;
        return life.alive() && (in == null || in.life.alive());
    }
}
