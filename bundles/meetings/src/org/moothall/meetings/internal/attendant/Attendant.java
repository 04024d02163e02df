package org.moothall.meetings.internal.attendant;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.moothall.core.Boundary;
import org.moothall.core.ChangeEvent;
import org.moothall.core.ChangeEvents;
import org.moothall.core.Executors;
import org.moothall.core.ProblemException;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.Meetings;
import org.moothall.meetings.OperatorActions;
import org.moothall.meetings.internal.actions.Ground;
import org.moothall.meetings.internal.link.FollowedBridges;
import org.moothall.meetings.internal.live.LiveMeeting;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after meetings that change, a moment later, so that changes that come together are looked at once. */
@Boundary
@Component(service = Attendant.class, immediate = true)
public final class Attendant {

    private static final Logger LOG = LoggerFactory.getLogger(Attendant.class);
    private static final Duration MOMENT = Duration.ofMillis(500);
    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final int CAPACITY = 1_000;

    private final Ground ground;
    private final Activators activators;
    private final NewcomerLayouts layouts;
    private final LockModes locks;
    private final ExecutorService worker;
    private final ScheduledExecutorService timer;
    private final Set<String> due = ConcurrentHashMap.newKeySet();
    private final ChangeEvents.Subscription subscription;

    /** Begins to look after meetings. */
    @Activate
    public Attendant(@Reference Ground ground, @Reference FollowedBridges bridges, @Reference OperatorActions actions, @Reference ChangeEvents events,
            @Reference Executors executors) {
        this.ground = ground;
        activators = new Activators(bridges);
        layouts = new NewcomerLayouts(actions);
        locks = new LockModes(bridges);
        worker = executors.serial("meetings-attendant", CAPACITY);
        timer = executors.scheduler("meetings-attendant");
        timer.scheduleWithFixedDelay(this::lookSoon, MOMENT.toMillis(), MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        subscription = events.subscribe("meetings-attendant", this::heard, () -> LOG.debug("changes were missed; the next ones are looked at"));
    }

    /** Ends what is under way. */
    @Deactivate
    public void close() {
        subscription.close();
        timer.shutdownNow();
        worker.shutdownNow();
    }

    private void heard(ChangeEvent event) {
        if (event.type().equals(Meetings.MEETING_CHANGED) || event.type().equals(Meetings.PARTICIPANTS_CHANGED)) {
            due.add(event.subject());
        }
    }

    private void lookSoon() {
        if (!due.isEmpty()) {
            try {
                worker.execute(() -> Set.copyOf(due).forEach(this::look));
            } catch (RejectedExecutionException e) {
                LOG.debug("closing", e);
            }
        }
    }

    private void look(String id) {
        due.remove(id);
        MeetingId meeting = new MeetingId(id);
        try {
            LiveMeeting live = ground.going(meeting);
            layouts.look(live);
            locks.look(live.meeting());
            activators.look(live);
        } catch (ProblemException | CompletionException e) {
            failed(meeting, e);
        } catch (RuntimeException e) {
            LOG.error("Meeting {} could not be looked after", id, e);
        }
    }

    /** Over, or a bridge could not be asked: then it is tried again. */
    private void failed(MeetingId meeting, RuntimeException reason) {
        if (going(meeting)) {
            LOG.debug("Meeting {} is looked after again later: {}", meeting.value(), reason.getMessage());
            later(meeting);
        } else {
            activators.forget(meeting);
            layouts.forget(meeting);
            locks.forget(meeting);
        }
    }

    private boolean going(MeetingId meeting) {
        try {
            ground.going(meeting);
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    private void later(MeetingId meeting) {
        try {
            timer.schedule(() -> due.add(meeting.value()), AGAIN.toSeconds(), TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("closing", e);
        }
    }
}
