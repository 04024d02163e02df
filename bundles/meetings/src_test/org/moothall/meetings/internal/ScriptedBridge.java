package org.moothall.meetings.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.servers.ServersProblem;
import org.moothall.servers.spi.ApiElement;
import org.moothall.servers.spi.CallBridgeConnection;
import org.moothall.servers.spi.FailureReason;

/** A Call Bridge whose objects a test sets, and that remembers what it was asked. Thread-safe. */
public final class ScriptedBridge implements CallBridgeConnection {

    /** What was asked: {@code GET calls}, {@code PUT calls/1 recording=true}. */
    final List<String> asked = new CopyOnWriteArrayList<>();
    /** What was sent on the events channel. */
    final List<String> sent = new CopyOnWriteArrayList<>();
    private final Map<String, Map<String, String>> objects = new LinkedHashMap<>();
    private final Map<String, String> refusals = new TreeMap<>();
    private @Nullable EventsListener listener;
    private int made;
    private long nextRecord;

    /** Sets an object such as {@code calls/1}. */
    public synchronized void put(String path, String... namesAndValues) {
        Map<String, String> fields = objects.computeIfAbsent(path, p -> new LinkedHashMap<>());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    synchronized void nextRecord(long number) {
        nextRecord = number;
    }

    /** From now on requests that begin like this are refused with this reason; empty ends that. */
    synchronized void refuse(String beginning, String reason) {
        if (reason.isEmpty()) {
            refusals.remove(beginning);
        } else {
            refusals.put(beginning, reason);
        }
    }

    /** Addresses of the CDR receivers. */
    synchronized List<String> receivers() {
        return objects.entrySet().stream().filter(e -> e.getKey().startsWith("system/cdrReceivers/")).map(e -> String.valueOf(e.getValue().get("uri")))
                .toList();
    }

    synchronized boolean listening() {
        return listener != null;
    }

    /** Something happens on the events channel. */
    void tell(String message) {
        EventsListener now;
        synchronized (this) {
            now = listener;
        }
        if (now != null) {
            now.message("{\"type\":\"message\",\"message\":" + message.replace('\'', '"') + "}");
        }
    }

    /** The events channel breaks. */
    void breakEvents() {
        EventsListener now;
        synchronized (this) {
            now = listener;
            listener = null;
        }
        if (now != null) {
            now.closed("broken");
        }
    }

    @Override
    public synchronized ApiElement get(String path, Map<String, String> query) {
        asked("GET " + path, query);
        if (path.equals("system/status")) {
            return element("status", "", Map.of("cdrCorrelatorIndex", Long.toString(nextRecord)), List.of());
        }
        Map<String, String> known = objects.get(path);
        if (known != null) {
            return element(path.substring(0, path.indexOf('/')), path, known, List.of());
        }
        if (path.contains("/") && !path.startsWith("system/")) {
            throw refused("callDoesNotExist");
        }
        return element(path, "", Map.of(), rows(path));
    }

    @Override
    public synchronized List<ApiElement> list(String path, Map<String, String> query) {
        asked("LIST " + path, query);
        return rows(path).stream().filter(row -> !query.containsKey("alarms") || row.find("alarms").isPresent()).toList();
    }

    /** Removes fields whose names begin like this. */
    synchronized void without(String path, String beginning) {
        Objects.requireNonNull(objects.get(path)).keySet().removeIf(field -> field.startsWith(beginning));
    }

    private List<ApiElement> rows(String path) {
        return objects.entrySet().stream().filter(e -> e.getKey().startsWith(path + "/")).map(e -> element("row", e.getKey(), e.getValue(), List.of()))
                .toList();
    }

    private static ApiElement element(String name, String path, Map<String, String> fields, List<ApiElement> rows) {
        List<ApiElement> children = new ArrayList<>(rows);
        fields.forEach((field, value) -> add(children, field, value));
        return new ApiElement(name, Map.of("id", path.substring(path.lastIndexOf('/') + 1)), "", children);
    }

    /** {@code status/rxAudio/jitter} is an element in elements, {@code rxVideo@main} one with a role. */
    private static void add(List<ApiElement> siblings, String field, String value) {
        int slash = field.indexOf('/');
        if (slash < 0) {
            siblings.add(new ApiElement(field, Map.of(), value, List.of()));
            return;
        }
        String[] parent = field.substring(0, slash).split("@");
        Map<String, String> attributes = parent.length == 1 ? Map.of() : Map.of("role", parent[1]);
        ApiElement known = siblings.stream().filter(e -> e.name().equals(parent[0]) && e.attributes().equals(attributes)).findFirst()
                .orElseGet(() -> new ApiElement(parent[0], attributes, "", List.of()));
        List<ApiElement> children = new ArrayList<>(known.children());
        add(children, field.substring(slash + 1), value);
        siblings.remove(known);
        siblings.add(new ApiElement(parent[0], attributes, "", children));
    }

    @Override
    public synchronized String post(String path, Map<String, String> form) {
        asked("POST " + path, form);
        String id = "made-" + ++made;
        objects.put(path + '/' + id, new LinkedHashMap<>(form));
        return id;
    }

    @Override
    public synchronized void put(String path, Map<String, String> form) {
        asked("PUT " + path, form);
        objects.computeIfAbsent(path, p -> new LinkedHashMap<>()).putAll(form);
    }

    @Override
    public synchronized void delete(String path) {
        asked("DELETE " + path, Map.of());
        objects.remove(path);
    }

    @Override
    public synchronized CompletableFuture<EventsChannel> openEvents(EventsListener hears) {
        asked("EVENTS", Map.of());
        listener = hears;
        return CompletableFuture.completedFuture(new EventsChannel() {
            @Override
            public void send(String json) {
                sent.add(json);
            }

            @Override
            public void close() {
                synchronized (ScriptedBridge.this) {
                    listener = hears.equals(listener) ? null : listener;
                }
            }
        });
    }

    private void asked(String what, Map<String, String> form) {
        asked.add(form.isEmpty() ? what : what + ' ' + String.join("&", new TreeMap<>(form).entrySet().stream().map(Object::toString).toList()));
        refusals.forEach((beginning, reason) -> {
            if (what.startsWith(beginning)) {
                throw refused(reason);
            }
        });
    }

    private static ProblemException refused(String reason) {
        return new Problem(ServersProblem.REFUSED_BY_BRIDGE, "The bridge said " + reason + ".", null, List.of(FailureReason.asViolation(reason))).exception();
    }
}
