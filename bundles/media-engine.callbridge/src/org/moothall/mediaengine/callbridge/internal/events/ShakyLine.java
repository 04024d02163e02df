package org.moothall.mediaengine.callbridge.internal.events;

import org.moothall.mediaengine.callbridge.Fault;
import org.moothall.mediaengine.callbridge.internal.faults.FaultBox;
import org.moothall.mediaengine.callbridge.internal.listener.EventsDoor;

/** A line that loses messages or breaks as the faults say. */
record ShakyLine(EventsDoor.Outgoing line, FaultBox faults) implements EventsDoor.Outgoing {

    @Override
    public void send(String text) {
        if (faults.on(Fault.Kind.EVENTS_DROP).isPresent()) {
            line.close();
        } else if (faults.on(Fault.Kind.EVENTS_LOSS).isEmpty()) {
            line.send(text);
        }
    }

    @Override
    public int waiting() {
        return line.waiting();
    }

    @Override
    public void close() {
        line.close();
    }
}
