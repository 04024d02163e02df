package org.moothall.mediaengine;

import java.time.Instant;
import java.util.UUID;

/** Something happened in the conference core. The records carry the state right after (or, for ends, right before). */
public sealed interface ConferenceEvent {

    /** When it happened. */
    Instant at();

    /** A call began. */
    record CallStarted(Instant at, Call call) implements ConferenceEvent {}

    /** A call's settings, presenter or counters changed, or its people on other bridges did. */
    record CallChanged(Instant at, Call before, Call call) implements ConferenceEvent {}

    /** A call is over; all its legs ended before. */
    record CallEnded(Instant at, Call call) implements ConferenceEvent {}

    /** A leg began; an incoming one has no call yet. */
    record LegStarted(Instant at, CallLeg leg) implements ConferenceEvent {}

    /** A leg changed. */
    record LegChanged(Instant at, CallLeg before, CallLeg leg) implements ConferenceEvent {}

    /** A leg ended. */
    record LegEnded(Instant at, CallLeg leg, EndReason reason) implements ConferenceEvent {}

    /** Recording or streaming of a call began. @param leg the recorder's own leg, not listed anywhere else */
    record CaptureStarted(Instant at, UUID capture, Capture kind, Call call, UUID leg) implements ConferenceEvent {}

    /** Recording or streaming of a call ended. */
    record CaptureEnded(Instant at, UUID capture, Capture kind, Call call) implements ConferenceEvent {}

    /** A space changed on this bridge (not by replication). */
    record SpaceChanged(Instant at, Space space) implements ConferenceEvent {}

    /** Somebody ended a whole meeting, on all its bridges. @param here whether it was on this one, so that the others must be told */
    record MeetingEnded(Instant at, UUID correlator, boolean here) implements ConferenceEvent {}

    /** The people of a meeting that are on other bridges changed. */
    record RemoteChanged(Instant at, UUID correlator) implements ConferenceEvent {}

    /** Another bridge was lost or came back. */
    record PeersChanged(Instant at) implements ConferenceEvent {}

    /** How a call is kept. */
    enum Capture { RECORDING, STREAMING }
}
