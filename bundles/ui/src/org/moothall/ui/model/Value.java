package org.moothall.ui.model;

import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A value that can be watched: the one kind of observable of our view models. Confined to one thread, in the workbench the UI's.
 * Watchers are called in order of subscription, only when the value really changed.
 */
public final class Value<T> {
    private final CopyOnWriteArrayList<Consumer<? super T>> watchers = new CopyOnWriteArrayList<>();
    private T current;

    /** A value that starts like this. */
    public Value(T initial) {
        current = initial;
    }

    /** What it is now. */
    public T get() {
        return current;
    }

    /** Changes it and tells the watchers, unless it is equal to what it was. */
    public void set(T value) {
        if (!Objects.equals(current, value)) {
            current = value;
            watchers.forEach(watcher -> watcher.accept(value));
        }
    }

    /** Tells {@code watcher} of every change from now on. */
    public Subscription onChange(Consumer<? super T> watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    /** Tells {@code watcher} now and on every change. */
    public Subscription watch(Consumer<? super T> watcher) {
        Subscription subscription = onChange(watcher);
        watcher.accept(current);
        return subscription;
    }

    /** A value that follows this one. */
    public <R> Value<R> map(Function<? super T, ? extends R> each) {
        Value<R> mapped = new Value<>(each.apply(current));
        onChange(changed -> mapped.set(each.apply(changed)));
        return mapped;
    }
}
