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
     * Something long is under way: it stands in the operations drawer until it is closed, and its result after that.
     *
     * @param cancel stops it, on the UI thread; null when it cannot be stopped
     */
    Progress working(String text, @Nullable Runnable cancel);

    /** Something under way. Any thread. */
    interface Progress extends AutoCloseable {
        /** How far it is. @param step what is being done now @param total 0 when unknown */
        void at(String step, int done, int total);

        /** It came to its end. @param result what came of it, as a sentence; empty for nothing to tell */
        void done(String result);

        /** It failed. @param words what happened and what to do */
        void failed(String words);

        /** It ended without a result, or was cancelled; does nothing after {@link #done} and {@link #failed}. */
        @Override
        void close();
    }
}
