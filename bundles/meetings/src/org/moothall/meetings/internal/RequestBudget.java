package org.moothall.meetings.internal;

import org.moothall.core.Problem;
import org.moothall.meetings.internal.store.Settings;

/** How many requests a second each Call Bridge is asked for its meetings: a setting. Thread-safe. */
final class RequestBudget {

    static final int USUAL = 200;
    private static final int MOST = 1_000;
    private static final String SETTING = "requests-per-second";

    private final Settings settings;
    private volatile int perSecond;

    RequestBudget(Settings settings) {
        this.settings = settings;
        perSecond = settings.find(SETTING).map(Integer::valueOf).orElse(USUAL);
    }

    int perSecond() {
        return perSecond;
    }

    void set(int wanted) {
        if (wanted < 1 || wanted > MOST) {
            throw Problem.invalid("requestsPerSecond", "must be from 1 to " + MOST + ".").exception();
        }
        settings.set(SETTING, Integer.toString(wanted));
        perSecond = wanted;
    }
}
