package org.moothall.integration.tests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.moothall.core.json.Json;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Looks at the meetings on some bridges, every 200 ms and on the event stream, for what must not happen while another bridge is down:
 * somebody is not listed, or told to be gone, although the bridge still has their call leg; or they turn up in another meeting.
 */
final class FlickerWatch implements AutoCloseable {

    private static final long LOOK_MILLIS = 200;
    private static final String DATA = "data: ";

    private final LabApi api;
    private final Map<String, NodeApi> bridges;
    /** Participant to meeting. */
    private final Map<String, String> seats = new ConcurrentHashMap<>();
    /** Participant to bridge. */
    private final Map<String, String> hosts = new ConcurrentHashMap<>();
    private final List<String> findings = new CopyOnWriteArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger events = new AtomicInteger();
    private final InputStream stream;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService listening = Executors.newSingleThreadExecutor();

    FlickerWatch(LabApi api, List<NodeApi> bridges) {
        this.api = api;
        this.bridges = bridges.stream().collect(Collectors.toMap(NodeApi::name, Function.identity()));
        stream = api.events();
        listening.execute(this::listen);
        looking.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** What was wrong, in words. */
    List<String> findings() {
        return findings;
    }

    int looks() {
        return looks.get();
    }

    int events() {
        return events.get();
    }

    int people() {
        return seats.size();
    }

    @Override
    public void close() throws IOException {
        looking.shutdownNow();
        listening.shutdownNow();
        stream.close();
    }

    private void look() {
        try {
            Set<String> before = Set.copyOf(seats.keySet()); // who comes while we look may be missed by this look
            Set<String> seen = new HashSet<>();
            for (JsonNode meeting : api.activeMeetings()) {
                for (JsonNode participant : api.participants(meeting)) {
                    if (isHere(participant)) {
                        seen.add(seated(participant, meeting.path("id").asText()));
                    }
                }
            }
            before.stream().filter(id -> !seen.contains(id)).forEach(id -> left(id, "is not listed"));
            looks.incrementAndGet();
        } catch (RuntimeException e) {
            // What a scheduler gets thrown nobody sees, and being refused an answer is a finding, too.
            if (!looking.isShutdown()) {
                findings.add(e.toString());
            }
        }
    }

    private void listen() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(DATA)) {
                    heard(Json.lenient().readTree(line.substring(DATA.length())));
                }
            }
        } catch (IOException | RuntimeException e) {
            if (!listening.isShutdown()) {
                findings.add("the event stream broke: " + e);
            }
        }
    }

    private void heard(JsonNode event) {
        if (event.path("type").asText().equals("meetings.participants-changed")) {
            events.incrementAndGet();
            for (JsonNode participant : event.path("data").path("participants")) {
                if (isHere(participant)) {
                    seated(participant, event.path("subject").asText());
                } else if (seats.containsKey(participant.path("id").asText())) {
                    left(participant.path("id").asText(), "is told to be " + participant.path("state").asText());
                }
            }
        }
    }

    private boolean isHere(JsonNode participant) {
        return participant.path("state").asText().equals("connected") && bridges.containsKey(participant.path("callBridge").asText());
    }

    private String seated(JsonNode participant, String meeting) {
        String id = participant.path("id").asText();
        hosts.put(id, participant.path("callBridge").asText());
        String before = seats.put(id, meeting);
        if (before != null && !before.equals(meeting)) {
            findings.add(participant.path("name").asText() + " went from meeting " + before + " to " + meeting);
        }
        return id;
    }

    private void left(String id, String how) {
        NodeApi host = bridges.get(hosts.get(id));
        if (host != null && host.hasCallLeg(id)) {
            findings.add(id + ' ' + how + " but " + host.name() + " has their call leg");
        } else {
            seats.remove(id);
        }
    }
}
