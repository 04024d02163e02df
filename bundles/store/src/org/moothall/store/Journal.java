package org.moothall.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.moothall.core.ChangeEvent;

/**
 * Change events with ids that stay valid after a restart and on every instance. It listens to {@code ChangeEvents}, numbers
 * what it hears, keeps the last million for a week and hands it to followers in order. Service; thread-safe.
 */
public interface Journal {

    /** An event with its id and its JSON form; ids grow and are never used twice. */
    record Entry(long id, ChangeEvent event, String json) {}

    /** The id of the newest entry, 0 before the first. */
    long newest();

    /** The id after which every entry is kept, 0 when all are. */
    long oldest();

    /** Up to {@code limit} entries after this id, oldest first; empty when the id is older than what is kept. */
    Optional<List<Entry>> after(long id, int limit);

    /** Calls the follower with every new entry, in order, until closed; {@code lost} when it fell behind and must read again. */
    AutoCloseable follow(String name, Consumer<Entry> follower, Runnable lost);
}
