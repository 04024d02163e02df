package org.moothall.meetings.ui.internal;

import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Meeting;

/**
 * Where a meeting that is shown can go.
 *
 * @param close closes what shows it
 * @param tab shows it in a tab of its own, or null where it is in one
 * @param window shows it in a window of its own, or null where it is in one
 */
record MeetingOutlets(Runnable close, @Nullable Consumer<Meeting> tab, @Nullable Consumer<Meeting> window) {}
