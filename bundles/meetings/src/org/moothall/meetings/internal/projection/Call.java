package org.moothall.meetings.internal.projection;

import java.util.LinkedHashSet;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;

/** A call on one bridge; a meeting is one or several of them with the same correlator. */
final class Call extends Entity {

    final Set<Leg> legs = new LinkedHashSet<>();
    final Set<View> views = new LinkedHashSet<>();
    @Nullable
    MeetingModel meeting;

    Call(Key key, @Nullable String session, Life life) {
        super(key, session, life);
    }

    Call(Memento kept) {
        super(kept);
    }

    /** What joins it with calls on other bridges; empty while unknown. */
    String correlator() {
        String told = records.get("callCorrelator");
        return told.isEmpty() ? live.get("callCorrelator") : told;
    }

    String name() {
        String told = live.get("name");
        return told.isEmpty() ? records.get("name") : told;
    }

    boolean recording() {
        String told = live.get("recording");
        return told.isEmpty() ? runs("recording:") : live.is("recording");
    }

    boolean streaming() {
        String told = live.get("streaming");
        return told.isEmpty() ? runs("streaming:") : live.is("streaming");
    }

    private boolean runs(String prefix) {
        return records.all().entrySet().stream().anyMatch(e -> e.getKey().startsWith(prefix) && e.getValue().value().equals("true"));
    }
}
