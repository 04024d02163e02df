package org.moothall.licensing.authority.internal;

import java.time.Clock;
import java.util.Map;

import org.moothall.core.ChangeEvent;
import org.moothall.core.ChangeEvents;
import org.moothall.licensing.authority.Accounts;

/** Tells that something changed, so that pages read it anew. */
public record Changes(ChangeEvents events, Clock clock) {

    /** The thing of this id was added, changed or removed. */
    public void tell(String subject) {
        events.publish(new ChangeEvent(Accounts.CHANGED, subject, null, clock.instant(), Map.of()));
    }
}
