package org.moothall.ui;

import java.util.concurrent.Executor;

/**
 * Runs tasks on the UI thread, in order, after the caller has returned; tasks that come after the window closed are dropped. Injected;
 * tests of view models pass {@code Runnable::run}. Typical: {@code client.meetings().list(query).whenCompleteAsync(this::show, ui)}.
 */
public interface UiThread extends Executor {}
