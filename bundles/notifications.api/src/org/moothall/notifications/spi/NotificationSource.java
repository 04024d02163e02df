package org.moothall.notifications.spi;

import java.util.List;

import org.moothall.notifications.Condition;

/**
 * Implemented by partners who know of conditions: registered as a service, asked every 30 seconds on a thread that may
 * block for at most 10 seconds. What was there and is missing from the next answer is cleared.
 */
public interface NotificationSource {

    /** Prefix of all keys of this source, for example {@code acme.}. */
    String keyPrefix();

    /** What is the case now. */
    List<Condition> conditions();
}
