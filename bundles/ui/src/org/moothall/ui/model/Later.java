package org.moothall.ui.model;

import java.time.Duration;

/** Runs something later on the UI thread. Tests of view models keep the tasks and run them when they want to. */
@FunctionalInterface
public interface Later {
    /** Runs this after that time, unless what it returns is closed before. */
    Subscription in(Duration delay, Runnable task);
}
