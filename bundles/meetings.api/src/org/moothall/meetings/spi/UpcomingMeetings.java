package org.moothall.meetings.spi;

import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Id;
import org.moothall.servers.ClusterId;

/**
 * A source of meetings that are scheduled. Register one as a service, by whiteboard; there may be several. They are asked whenever
 * somebody looks at the list, by several threads at a time, so answer from memory. What it throws is logged, and its meetings are
 * missing meanwhile.
 *
 * @spec admin-guide §15
 */
public interface UpcomingMeetings {

    /** The meetings that have not begun, in any order; those of clusters whose meetings are not managed are not shown. */
    List<Upcoming> upcoming();

    /**
     * A scheduled meeting.
     *
     * @param id the same each time, and different from those of other sources: begin it with the source's name
     * @param start when it is to begin
     * @param end when it is to end
     * @param space id of its space where that is known, or null
     * @param owner who scheduled it, or null
     */
    record Upcoming(String id, String name, ClusterId cluster, Instant start, Instant end, @Nullable String space, @Nullable String owner) {
        public Upcoming {
            Id.checked(id);
            if (end.isBefore(start)) {
                throw new IllegalArgumentException("ends before it begins: " + id);
            }
        }
    }
}
