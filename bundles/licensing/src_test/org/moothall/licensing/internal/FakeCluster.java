package org.moothall.licensing.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.core.Trust;
import org.moothall.servers.CallBridge;
import org.moothall.servers.CallBridgeId;
import org.moothall.servers.ClusterId;
import org.moothall.servers.Health;
import org.moothall.servers.LinkState;
import org.moothall.servers.ServersProblem;
import org.moothall.servers.spi.ApiElement;
import org.moothall.servers.spi.CallBridgeConnection;

/** A cluster of Call Bridges as its API tells it: what they use is set by the test, licences are kept by the cluster. Thread-safe. */
final class FakeCluster {

    /** Licences as the cluster holds them, by the elements of {@code clusterLicensing}. */
    final Map<String, String> licences = new TreeMap<>();
    /** Trials it is marked with. */
    final Map<String, String> trials = new TreeMap<>();
    private final Map<String, NavigableMap<Instant, ApiElement>> told = new TreeMap<>();
    private final Clock clock;
    private final boolean ours;

    /** @param ours whether it is made of our own nodes */
    FakeCluster(Clock clock, boolean ours) {
        this.clock = clock;
        this.ours = ours;
    }

    /** A host told this at that time; figures as {@code smpFull=3.00}. */
    synchronized void tell(String host, Instant at, String... figures) {
        List<ApiElement> fields = new ArrayList<>();
        for (String figure : figures) {
            String[] pair = figure.split("=");
            fields.add(new ApiElement(pair[0], Map.of(), pair[1], List.of()));
        }
        told.computeIfAbsent(host, h -> new TreeMap<>()).put(at, new ApiElement("entry", Map.of("time", at.toString()), "", fields));
    }

    /** A Call Bridge of it. */
    Bridge bridge(String host) {
        synchronized (this) {
            told.computeIfAbsent(host, h -> new TreeMap<>());
        }
        return new Bridge(host);
    }

    private synchronized List<ApiElement> usage(Map<String, String> query) {
        Instant from = Instant.parse(query.getOrDefault("startTime", ""));
        Instant to = Instant.parse(query.getOrDefault("endTime", ""));
        return List.copyOf(told.getOrDefault(query.getOrDefault("hostId", ""), new TreeMap<>()).subMap(from, true, to, true).descendingMap().values());
    }

    private synchronized ApiElement licences() {
        List<ApiElement> features = new ArrayList<>();
        for (String name : List.of("callBridge", "callBridgeNoEncryption", "customizations", "recording")) {
            String expiry = licences.get(name);
            features.add(new ApiElement(name, Map.of(), "", expiry == null ? List.of(text("status", "noLicense"))
                    : List.of(text("status", LocalDate.parse(expiry).isAfter(LocalDate.now(clock)) ? "activated" : "expired"), text("expiry", expiry))));
        }
        List<ApiElement> marks = trials.entrySet().stream()
                .map(mark -> new ApiElement("trial", Map.of("id", mark.getKey()), "", List.of(text("began", mark.getValue())))).toList();
        return new ApiElement("clusterLicensing", ours ? Map.of("form", "moothall-1") : Map.of(), "",
                List.of(new ApiElement("features", Map.of(), "", features), new ApiElement("trials", Map.of(), "", marks)));
    }

    private static ApiElement text(String name, String value) {
        return new ApiElement(name, Map.of(), value, List.of());
    }

    private static RuntimeException refused() {
        return Problem.of(ServersProblem.REFUSED_BY_BRIDGE, "The bridge said unrecognizedObject.").exception();
    }

    /** One Call Bridge. */
    final class Bridge implements CallBridgeConnection {

        /** What was written. */
        final List<String> written = new CopyOnWriteArrayList<>();
        private final String host;
        private volatile boolean away;
        private volatile long clockAheadSeconds;

        Bridge(String host) {
            this.host = host;
        }

        /** Whether it cannot be reached. */
        void away(boolean now) {
            away = now;
        }

        void clockAhead(long seconds) {
            clockAheadSeconds = seconds;
        }

        /** As the servers domain shows it. */
        CallBridge view(String id, ClusterId cluster) {
            return new CallBridge(new CallBridgeId(id), cluster, id, null, null, "127.0.0.1", 443, "api",
                    new Trust(Trust.Mode.CHAIN, null, null),
                    new CallBridge.Status(Health.OK, null, null, null, null, null, List.of(), LinkState.OFF,
                            LinkState.OFF, null, null, null),
                    1);
        }

        @Override
        public ApiElement get(String path, Map<String, String> query) {
            reach();
            return switch (path) {
                case "system/status" -> new ApiElement("status", Map.of(), "", List.of(text("hostId", host),
                        text("cdrTime", clock.instant().plusSeconds(clockAheadSeconds).toString())));
                case "clusterLicensing" -> licences();
                case "clusterLicensing/raw" -> {
                    if (!ours) {
                        throw refused();
                    }
                    yield licences();
                }
                default -> throw refused();
            };
        }

        @Override
        public List<ApiElement> list(String path, Map<String, String> query) {
            reach();
            if (path.endsWith("knownHosts")) {
                synchronized (FakeCluster.this) {
                    return told.keySet().stream().map(known -> new ApiElement("host", Map.of("id", known), "", List.of())).toList();
                }
            }
            return usage(query);
        }

        @Override
        public void put(String path, Map<String, String> form) {
            reach();
            written.add(new TreeMap<>(form).toString());
            synchronized (FakeCluster.this) {
                form.forEach((name, value) -> {
                    if (name.startsWith("trial.")) {
                        trials.putIfAbsent(name.substring("trial.".length()), value);
                    } else {
                        licences.put(name, value);
                    }
                });
            }
        }

        private void reach() {
            if (away) {
                throw Problem.of(CoreProblem.UNAVAILABLE, "It cannot be reached.").exception();
            }
        }

        @Override
        public String post(String path, Map<String, String> form) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(String path) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<EventsChannel> openEvents(EventsListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
