package org.moothall.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/**
 * History that is kept for a time only. Whoever keeps some registers one as a service; one instance at a time calls it, in
 * small steps between which others write. Thread-safe.
 */
public interface Expiring {

    /**
     * Deletes, within the write that this connection stands for, some of what is older; what is going on is never old.
     *
     * @param before what ended or happened before this is deleted, the oldest first
     * @param most rows to delete at the most, roughly
     * @return whether there may be more
     */
    boolean expire(Connection connection, Instant before, int most) throws SQLException;
}
