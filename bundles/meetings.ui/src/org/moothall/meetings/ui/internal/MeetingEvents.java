package org.moothall.meetings.ui.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.EventData;
import org.moothall.client.EventStream;
import org.moothall.core.ChangeEvent;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.Meetings;
import org.moothall.meetings.Participant;
import org.moothall.ui.model.Later;
import org.moothall.ui.model.Subscription;

/**
 * Takes what the server tells to the page's models, on the UI thread. What comes within a tenth of a second is one change of the
 * lists, so that thousands of live meetings do not keep the window busy.
 */
final class MeetingEvents implements EventStream.Listener {
    static final Duration PAUSE = Duration.ofMillis(100);

    private final List<MeetingList> lists;
    private final MeetingCounts counts;
    private final List<MeetingWatcher> watchers;
    private final Executor ui;
    private final Later later;
    private final List<Runnable> gathered = new ArrayList<>();
    private @Nullable Subscription waiting;

    MeetingEvents(List<MeetingList> lists, MeetingCounts counts, List<MeetingWatcher> watchers, Executor ui, Later later) {
        this.lists = lists;
        this.counts = counts;
        this.watchers = watchers;
        this.ui = ui;
        this.later = later;
    }

    @Override
    public void changed(ChangeEvent event) {
        switch (event.type()) {
            case Meetings.MEETING_CHANGED -> EventData.find(event, "meeting", Meeting.class).ifPresent(meeting -> gather(() -> meeting(meeting)));
            case Meetings.MEETING_HIDDEN -> gather(() -> hidden(event.subject()));
            case Meetings.PARTICIPANTS_CHANGED -> {
                List<Participant> people = EventData.list(event, "participants", Participant.class);
                gather(() -> watchers.forEach(watcher -> watcher.changed(event.subject(), people)));
            }
            default -> {} // not about meetings
        }
    }

    @Override
    public void reset() {
        ui.execute(() -> {
            lists.forEach(MeetingList::refresh);
            counts.read();
            watchers.forEach(MeetingWatcher::refresh);
        });
    }

    private void gather(Runnable change) {
        ui.execute(() -> {
            gathered.add(change);
            if (waiting == null) {
                waiting = later.in(PAUSE, this::apply);
            }
        });
    }

    private void apply() {
        waiting = null;
        ui.execute(this::applyGathered);
    }

    private void applyGathered() {
        List<Runnable> now = List.copyOf(gathered);
        gathered.clear();
        Runnable all = () -> now.forEach(Runnable::run);
        for (MeetingList list : lists) {
            Runnable inner = all;
            all = () -> list.rows().batch(inner);
        }
        all.run();
    }

    private void meeting(Meeting meeting) {
        watchers.forEach(watcher -> watcher.changed(meeting));
        for (MeetingList list : lists) {
            if (list.changed(meeting)) {
                counts.changed();
            }
        }
    }

    /** Its cluster's meetings are not managed here any more. */
    private void hidden(String id) {
        for (MeetingList list : lists) {
            list.rows().remove(List.of(id));
        }
        counts.changed();
    }
}
