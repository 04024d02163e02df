package org.moothall.meetings.internal.projection;

import org.eclipse.jdt.annotation.Nullable;

/** How one bridge shows a participant, wherever that participant is connected. */
final class View extends Entity {

    @Nullable
    Call call;
    @Nullable
    Person person;

    View(Key key, @Nullable String session, Life life) {
        super(key, session, life);
    }

    View(Memento kept) {
        super(kept);
    }

    boolean alive() {
        @Nullable Call in = call;
        return life.alive() && (in == null || in.life.alive());
    }
}
