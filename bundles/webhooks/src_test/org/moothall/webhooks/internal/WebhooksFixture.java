package org.moothall.webhooks.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.moothall.core.ChangeEvent;
import org.moothall.core.EventType;
import org.moothall.core.Secret;
import org.moothall.core.Trust;
import org.moothall.core.json.Json;
import org.moothall.net.HttpsFactory;
import org.moothall.store.OpenJournal;
import org.moothall.store.Store;
import org.moothall.store.Stores;
import org.moothall.testkit.Deadline;
import org.moothall.testkit.HttpsReceiver;
import org.moothall.testkit.ManualClock;
import org.moothall.testkit.ManualScheduler;
import org.moothall.testkit.MemoryVault;
import org.moothall.testkit.RecordedEvents;
import org.moothall.testkit.RecordedNotifications;
import org.moothall.testkit.TestCertificates;
import org.moothall.testkit.TestExecutors;
import org.moothall.testkit.TlsServer.Received;
import org.moothall.webhooks.NewWebhook;
import org.moothall.webhooks.Webhook;
import org.moothall.webhooks.WebhookId;
import org.moothall.webhooks.Webhooks.Added;

import com.fasterxml.jackson.databind.JsonNode;

/** One instance of the domain on a real store and a real network, by a clock that the test moves. */
final class WebhooksFixture implements AutoCloseable {

    static final Secret SECRET = Secret.of("correct horse battery");
    private static final String MEETING = "meetings.meeting-changed";
    private static final String BRIDGE = "servers.call-bridge-changed";

    final RecordedEvents events = new RecordedEvents();
    final RecordedNotifications notifications = new RecordedNotifications();
    final StoredWebhooks webhooks;
    final OpenJournal journal;
    private final ManualClock clock;
    private final ManualScheduler scheduler;
    private final TestExecutors executors;
    private boolean closed;

    /** An instance of this name; those with the same store, vault, people and clock are of one installation. */
    WebhooksFixture(String name, Store store, MemoryVault vault, People people, ManualClock clock) {
        this.clock = clock;
        this.scheduler = new ManualScheduler(clock);
        this.executors = new TestExecutors(scheduler);
        this.journal = Stores.journal(store, events, executors, clock);
        Audience audience = new Audience(people, people);
        audience.add(new EventType(MEETING, "meetings.read"));
        audience.add(new EventType(BRIDGE, "servers.read"));
        this.webhooks = new StoredWebhooks(store, journal, Stores.leases(store, clock, name), HttpsFactory.create(), vault, audience, notifications, events,
                executors, clock);
    }

    static Store open(Path directory) {
        return Stores.embedded(directory, new TestExecutors());
    }

    Added subscribe(HttpsReceiver receiver, TestCertificates certificate, String... types) {
        Trust trust = new Trust(Trust.Mode.CHAIN, null, certificate.pem());
        return webhooks.add(new NewWebhook(receiver.url("/hook?for=test"), List.of(types), null, SECRET, trust, null), People.ANNA);
    }

    /** Meetings of these names changed, and that is in the journal. */
    void meetings(String... names) {
        for (String name : names) {
            publish(MEETING, name);
        }
    }

    void meetings(int from, int to) {
        IntStream.range(from, to).mapToObj(Integer::toString).forEach(this::meetings);
    }

    /** A Call Bridge changed. */
    void bridge(String name) {
        publish(BRIDGE, name);
    }

    private void publish(String type, String name) {
        long before = journal.newest();
        events.publish(new ChangeEvent(type, name, "cluster-1", clock.instant(), Map.of("name", name)));
        Deadline.await(() -> journal.newest() > before);
    }

    Webhook now(WebhookId id) {
        return webhooks.find(id).orElseThrow();
    }

    void advance(Duration by) {
        scheduler.advance(by);
    }

    /** A long time goes by, in which nothing here ran. */
    void sleep(Duration by) {
        scheduler.sleep(by);
    }

    /** Lets a little time go by until this is so. */
    void until(BooleanSupplier condition) {
        until(Duration.ofMillis(100), condition);
    }

    /** Lets time go by in such steps until this is so. */
    void until(Duration step, BooleanSupplier condition) {
        Deadline.await(() -> {
            scheduler.advance(step);
            return condition.getAsBoolean();
        });
    }

    /** The subjects of all events that this receiver took, in order. */
    static List<String> subjects(HttpsReceiver receiver) {
        List<String> subjects = new ArrayList<>();
        for (Received request : receiver.taken()) {
            json(request).path("events").forEach(event -> subjects.add(event.path("subject").asText()));
        }
        return subjects;
    }

    static JsonNode json(Received request) {
        try {
            return Objects.requireNonNull(Json.lenient().readTree(request.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws Exception {
        if (!closed) {
            closed = true;
            webhooks.deactivate();
            journal.close();
            executors.close();
        }
    }
}
