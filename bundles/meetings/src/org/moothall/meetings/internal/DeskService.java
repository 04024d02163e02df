package org.moothall.meetings.internal;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.moothall.core.Boundary;
import org.moothall.core.ChangeEvent;
import org.moothall.core.Executors;
import org.moothall.meetings.DeskChange;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingDesk;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Meetings;
import org.moothall.meetings.internal.desk.OperatorDesk;
import org.moothall.meetings.internal.live.LiveMeeting;
import org.moothall.store.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes what operators share about meetings and tells everybody. Thread-safe. */
@Boundary
@Component(service = DeskService.class, immediate = true)
public final class DeskService {

    private static final Logger LOG = LoggerFactory.getLogger(DeskService.class);
    private static final long READ_AGAIN_SECONDS = 1;

    private final MeetingsRoom room;
    private final OperatorDesk desk;
    private final Clock clock;
    private final ScheduledExecutorService timer;

    /** For the meetings of this room; looks at what other servers on the same store change. */
    @Activate
    public DeskService(@Reference MeetingsRoom room, @Reference Database database, @Reference Executors executors, @Reference Clock clock) {
        this.room = room;
        this.desk = room.operatorDesk();
        this.clock = clock;
        timer = executors.scheduler("meetings-desk");
        if (database.shared()) {
            timer.scheduleWithFixedDelay(this::readAgain, READ_AGAIN_SECONDS, READ_AGAIN_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Ends reading again. */
    @Deactivate
    public void close() {
        timer.shutdownNow();
    }

    private void readAgain() {
        try {
            desk.readAgain();
        } catch (RuntimeException e) {
            LOG.warn("What operators of other servers share could not be read; it is tried again", e);
        }
    }

    /** Changes it in the name of this user. */
    public MeetingDesk change(Meeting meeting, DeskChange change, String user) {
        MeetingDesk now = desk.change(meeting, change, user);
        tell(meeting);
        if (change.pinned() != null) {
            room.live().ofSpace(meeting).forEach(this::tell);
        }
        return now;
    }

    /** By the thread that tells everything else about the meeting, so that nobody hears of an older state later. */
    private void tell(Meeting known) {
        MeetingId id = known.id();
        room.desk(known.cluster()).filter(writer -> known.state() != MeetingState.ENDED).ifPresentOrElse(
                writer -> writer.tell(p -> room.live().find(id).map(LiveMeeting::meeting).ifPresent(this::publish)),
                () -> publish(known));
    }

    private void publish(Meeting meeting) {
        room.events().publish(new ChangeEvent(Meetings.MEETING_CHANGED, meeting.id().value(), meeting.cluster().value(), clock.instant(),
                Map.of("meeting", meeting)));
    }
}
