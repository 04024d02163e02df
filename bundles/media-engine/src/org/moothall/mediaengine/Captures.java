package org.moothall.mediaengine;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.moothall.mediaengine.ConferenceEvent.Capture;
import org.moothall.mediaengine.ConferenceEvent.CaptureEnded;
import org.moothall.mediaengine.ConferenceEvent.CaptureStarted;

/** The recordings and streams that this bridge began. Guarded by the conference. */
final class Captures {

    private record Key(UUID call, Capture kind) {}

    private final Identities ids;
    private final Map<Key, UUID> running = new HashMap<>();

    Captures(Identities ids) {
        this.ids = ids;
    }

    /** Begins and ends what the call's settings ask for. */
    void follow(Call call, Instant now, Consumer<ConferenceEvent> tell) {
        follow(call, Capture.RECORDING, call.is("recording"), now, tell);
        follow(call, Capture.STREAMING, call.is("streaming"), now, tell);
    }

    /** Ends all of this call. */
    void stop(Call call, Instant now, Consumer<ConferenceEvent> tell) {
        follow(call, Capture.RECORDING, false, now, tell);
        follow(call, Capture.STREAMING, false, now, tell);
    }

    /** How many of this kind run. */
    int running(Capture kind) {
        return (int) running.keySet().stream().filter(key -> key.kind() == kind).count();
    }

    /** Ends what the call's settings do not ask for any more. */
    void ended(Call call, Instant now, Consumer<ConferenceEvent> tell) {
        follow(call, Capture.RECORDING, call.is("recording") && runs(call, Capture.RECORDING), now, tell);
        follow(call, Capture.STREAMING, call.is("streaming") && runs(call, Capture.STREAMING), now, tell);
    }

    private boolean runs(Call call, Capture kind) {
        return running.containsKey(new Key(call.id(), kind));
    }

    private void follow(Call call, Capture kind, boolean wanted, Instant now, Consumer<ConferenceEvent> tell) {
        Key key = new Key(call.id(), kind);
        boolean runs = running.containsKey(key);
        if (wanted && !runs) {
            UUID capture = ids.next(Identities.Kind.CAPTURE);
            running.put(key, capture);
            tell.accept(new CaptureStarted(now, capture, kind, call, ids.next(Identities.Kind.CAPTURE_LEG)));
        } else if (!wanted && runs) {
            tell.accept(new CaptureEnded(now, running.remove(key), kind, call));
        }
    }
}
