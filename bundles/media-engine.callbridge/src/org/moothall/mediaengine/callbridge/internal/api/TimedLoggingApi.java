package org.moothall.mediaengine.callbridge.internal.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /system/timedLogging}: detailed logging of a subsystem for some seconds. Thread-safe. @spec meeting-server-wire §1.6 */
public final class TimedLoggingApi {

    private static final List<String> SUBSYSTEMS = List.of("activeControl", "activeSpeaker", "api", "bfcp", "cameraControl", "dns", "events", "ice", "sip",
            "webBridge");

    private final Clock clock;
    private final Map<String, Instant> until = new LinkedHashMap<>();

    /** Nothing is logged in detail yet. */
    public TimedLoggingApi(Clock clock) {
        this.clock = clock;
    }

    /** Adds its paths. */
    public void routes(Router router) {
        router.on("GET", "system/timedLogging", request -> show()).on("PUT", "system/timedLogging", this::change);
    }

    private synchronized ApiReply show() {
        Xml xml = Xml.document("timedLogging");
        Instant now = clock.instant();
        SUBSYSTEMS.forEach(name -> xml.text(name, Math.max(0, Duration.between(now, until.getOrDefault(name, now)).toSeconds())));
        return ApiReply.of(xml);
    }

    private synchronized ApiReply change(ApiRequest request) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        SUBSYSTEMS.forEach(name -> rules.put(name, Rule.NUMBER));
        request.form().known(rules).forEach((name, seconds) -> until.put(name, clock.instant().plusSeconds(seconds.isEmpty() ? 0 : Long.parseLong(seconds))));
        return ApiReply.done();
    }
}
