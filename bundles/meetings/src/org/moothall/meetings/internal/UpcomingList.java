package org.moothall.meetings.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Boundary;
import org.moothall.core.Page;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.internal.find.Order;
import org.moothall.meetings.internal.find.Words;
import org.moothall.meetings.internal.live.LiveMeeting;
import org.moothall.meetings.spi.UpcomingMeetings;
import org.moothall.meetings.spi.UpcomingMeetings.Upcoming;
import org.moothall.servers.Cluster;
import org.moothall.servers.ClusterId;
import org.moothall.servers.Servers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The meetings that are scheduled, of all sources. Thread-safe. */
@Boundary
@Component(service = UpcomingList.class)
public final class UpcomingList {

    private static final Logger LOG = LoggerFactory.getLogger(UpcomingList.class);

    private final Servers servers;
    private final List<UpcomingMeetings> sources = new CopyOnWriteArrayList<>();

    /** Without sources yet. */
    @Activate
    public UpcomingList(@Reference Servers servers) {
        this.servers = servers;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindSource(UpcomingMeetings source) {
        sources.add(source);
    }

    void unbindSource(UpcomingMeetings source) {
        sources.remove(source);
    }

    /** A page of them. */
    Page<Meeting> find(MeetingQuery query) {
        Set<String> beginnings = Words.ofQuery(query.text());
        @Nullable String cluster = query.cluster();
        @Nullable String space = query.space();
        List<Meeting> matching = all().stream().filter(meeting -> cluster == null || meeting.cluster().value().equals(cluster))
                .filter(meeting -> space == null || space.equals(meeting.space()))
                .filter(meeting -> beginnings.isEmpty() || Words.match(LiveMeeting.wordsOf(meeting, List.of()), beginnings)).toList();
        return query.pinned() ? Page.all(List.of()) : Order.of(query).page(matching, query.page());
    }

    /** The one of this id. */
    Optional<Meeting> find(MeetingId id) {
        return sources.isEmpty() ? Optional.empty() : all().stream().filter(meeting -> meeting.id().equals(id)).findFirst();
    }

    private List<Meeting> all() {
        Map<ClusterId, Cluster> managed = servers.clusters().stream().filter(Cluster::manageMeetings).collect(Collectors.toMap(Cluster::id, c -> c));
        List<Meeting> all = new ArrayList<>();
        sources.forEach(source -> told(source).forEach(upcoming -> {
            @Nullable Cluster cluster = managed.get(upcoming.cluster());
            if (cluster != null) {
                all.add(meeting(upcoming, cluster));
            }
        }));
        return all;
    }

    private static List<Upcoming> told(UpcomingMeetings source) {
        try {
            return source.upcoming();
        } catch (RuntimeException e) {
            LOG.error("{} could not tell its upcoming meetings", source.getClass().getName(), e);
            return List.of();
        }
    }

    private static Meeting meeting(Upcoming upcoming, Cluster cluster) {
        return new Meeting(new MeetingId(upcoming.id()), upcoming.name(), cluster.id(), cluster.name(), MeetingState.UPCOMING, upcoming.start(), upcoming.end(),
                0, 0, 0, false, false, false, false, false, upcoming.space(), upcoming.owner(), List.of(), true, 1);
    }
}
