package org.moothall.ui;

import org.eclipse.jdt.annotation.Nullable;

/** Messages at the bottom of the window, for 10 seconds each, one at a time. Injected. Any thread. */
public interface Notices {
    /** Something was done. */
    void done(String text);

    /** Something was done that {@code undo} takes back; {@code undo} runs on the UI thread. */
    void done(String text, Runnable undo);

    /** Something failed; {@code retry}, if there is one, runs on the UI thread. */
    void failed(String text, @Nullable Runnable retry);

    /**
     * Tells a failure in the words of its problem: what happened and what to do. A {@code CompletionException} is unwrapped.
     *
     * @param what what was tried, as a sentence without full stop: {@code "Mute S. Wood"}
     */
    void failed(String what, Throwable failure, @Nullable Runnable retry);

    /**
     * Something long is under way; shown with a progress line until it is closed.
     *
     * @param cancel stops it, on the UI thread; null when it cannot be stopped
     */
    Progress working(String text, @Nullable Runnable cancel);

    /** Something under way. Any thread. */
    interface Progress extends AutoCloseable {
        /** How far it is. @param step what is being done now @param total 0 when unknown */
        void at(String step, int done, int total);

        @Override
        void close();
    }
}
