package org.moothall.meetings.internal.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.moothall.core.ChangeEvent;
import org.moothall.core.ChangeEvents;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.Meetings;

/** Tells of meetings with what operators share about them, so that a row that is replaced by news keeps its pin. Thread-safe. */
public final class DressedEvents implements ChangeEvents {

    private static final String MEETING = "meeting";

    private final ChangeEvents events;
    private final OperatorDesk desk;

    /** On this bus. */
    public DressedEvents(ChangeEvents events, OperatorDesk desk) {
        this.events = events;
        this.desk = desk;
    }

    @Override
    public void publish(ChangeEvent event) {
        events.publish(event.type().equals(Meetings.MEETING_CHANGED) && event.data().get(MEETING) instanceof Meeting meeting ? dressed(event, meeting) : event);
    }

    private ChangeEvent dressed(ChangeEvent event, Meeting meeting) {
        Map<String, Object> data = new HashMap<>(event.data());
        data.put(MEETING, desk.dressed(meeting));
        return new ChangeEvent(event.type(), event.subject(), event.cluster(), event.at(), data);
    }

    @Override
    public Subscription subscribe(String name, Consumer<ChangeEvent> subscriber, Runnable lost) {
        return events.subscribe(name, subscriber, lost);
    }
}
