package org.moothall.testkit.lab;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jdt.annotation.NonNullByDefault;

/**
 * A client of one bridge's events: it hears of all calls, subscribes to the roster of each that is there at the beginning and
 * acknowledges everything, as a management server does. Counts only. Thread-safe.
 */
@NonNullByDefault({})
public final class RosterListener implements WebSocket.Listener, AutoCloseable {

    private static final Pattern MESSAGE = Pattern.compile("^\\{\"type\":\"message\",\"message\":\\{\"messageId\":(\\d+),\"type\":\"(\\w+)\"");
    private static final Pattern CALL = Pattern.compile("\"call\":\"([0-9a-f-]{36})\",\"updateType\":\"add\"");
    private static final String CALL_ELEMENTS = "[\"name\",\"participants\",\"distributedInstances\",\"recording\",\"streaming\",\"lockState\",\"callType\","
            + "\"callCorrelator\"]";
    private static final String ELEMENTS = "[\"name\",\"uri\",\"state\",\"direction\",\"audioMuted\",\"videoMuted\",\"importance\",\"layout\",\"activeSpeaker\","
            + "\"presenter\",\"endpointRecording\",\"canMove\",\"movedParticipant\",\"movedParticipantCallBridge\"]";

    private final StringBuilder text = new StringBuilder();
    private final Set<String> calls = new LinkedHashSet<>();
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong people = new AtomicLong();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final WebSocket socket;

    /** Connects. @param events with a token */
    public RosterListener(HttpClient client, URI events) {
        socket = client.newWebSocketBuilder().buildAsync(events, this).join();
        socket.sendText(request(1, "{\"index\":0,\"type\":\"calls\",\"elements\":" + CALL_ELEMENTS + "}"), true).join();
    }

    /** Messages so far. */
    public long messages() {
        return messages.get();
    }

    /** People in the rosters now. */
    public long people() {
        return people.get();
    }

    /** Calls that it heard of. */
    public int calls() {
        synchronized (calls) {
            return calls.size();
        }
    }

    /** Whether the bridge ended it. */
    public boolean ended() {
        return ended.getCount() == 0;
    }

    /** Asks for the roster of every call that it heard of. */
    public void subscribeToRosters() {
        StringBuilder all = new StringBuilder("{\"index\":0,\"type\":\"calls\",\"elements\":" + CALL_ELEMENTS + "}");
        synchronized (calls) {
            int index = 0;
            for (String call : calls) {
                index++;
                all.append(",{\"index\":").append(index).append(",\"type\":\"callRoster\",\"call\":\"").append(call).append("\",\"elements\":").append(ELEMENTS)
                        .append('}');
            }
        }
        socket.sendText(request(2, all.toString()), true).join();
    }

    private static String request(int id, String subscriptions) {
        return "{\"type\":\"message\",\"message\":{\"messageId\":" + id + ",\"type\":\"subscribeRequest\",\"subscriptions\":[" + subscriptions + "]}}";
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (!last) {
            from.request(1);
            return null;
        }
        String frame = text.toString();
        text.setLength(0);
        Matcher message = MESSAGE.matcher(frame);
        if (!message.find()) {
            from.request(1);
            return null;
        }
        messages.incrementAndGet();
        count(message.group(2), frame);
        return from.sendText("{\"type\":\"messageAck\",\"messageAck\":{\"messageId\":" + message.group(1) + ",\"status\":\"success\"}}", true)
                .thenRun(() -> from.request(1));
    }

    private void count(String type, String frame) {
        if ("rosterUpdate".equals(type)) {
            people.addAndGet(times(frame, "\"updateType\":\"add\"") - times(frame, "\"updateType\":\"remove\""));
        } else if ("callListUpdate".equals(type)) {
            synchronized (calls) {
                CALL.matcher(frame).results().forEach(found -> calls.add(found.group(1)));
            }
        }
    }

    private static long times(String frame, String part) {
        long found = 0;
        for (int at = frame.indexOf(part); at >= 0; at = frame.indexOf(part, at + part.length())) {
            found++;
        }
        return found;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        ended.countDown();
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        ended.countDown();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
