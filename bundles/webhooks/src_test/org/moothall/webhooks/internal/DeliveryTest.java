package org.moothall.webhooks.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.CoreProblem;
import org.moothall.core.PageRequest;
import org.moothall.core.ProblemException;
import org.moothall.core.Secret;
import org.moothall.core.Trust;
import org.moothall.store.Store;
import org.moothall.testkit.HttpsReceiver;
import org.moothall.testkit.ManualClock;
import org.moothall.testkit.MemoryVault;
import org.moothall.testkit.TestCertificates;
import org.moothall.testkit.TlsServer.Received;
import org.moothall.webhooks.Delivery;
import org.moothall.webhooks.NewWebhook;
import org.moothall.webhooks.Signature;
import org.moothall.webhooks.Webhook;
import org.moothall.webhooks.Webhook.State;
import org.moothall.webhooks.WebhookId;
import org.moothall.webhooks.Webhooks;
import org.moothall.webhooks.Webhooks.Change;
import org.moothall.webhooks.WebhooksProblem;

/** Events on their way to a real HTTPS receiver. */
@Timeout(120)
@NonNullByDefault({})
class DeliveryTest {

    /** Steps in which minutes go by. */
    private static final Duration MINUTES = Duration.ofSeconds(10);

    private final TestCertificates valid = TestCertificates.valid();

    private final MemoryVault vault = new MemoryVault();
    private final People people = new People();
    private final ManualClock clock = new ManualClock();
    @TempDir
    private Path directory;
    private Store store;
    private HttpsReceiver receiver;
    private WebhooksFixture here;

    @BeforeEach
    void begin() {
        store = WebhooksFixture.open(directory);
        receiver = new HttpsReceiver(valid);
        here = instance("here");
    }

    @AfterEach
    void end() throws Exception {
        here.close();
        store.close();
        receiver.close();
    }

    private WebhooksFixture instance(String name) {
        return new WebhooksFixture(name, store, vault, people, clock);
    }

    private WebhookId subscribe(String... types) {
        return here.subscribe(receiver, valid, types).webhook().id();
    }

    private void untilTaken(String... subjects) {
        here.until(() -> WebhooksFixture.subjects(receiver).equals(List.of(subjects)));
    }

    @Test
    void whatHappensIsPostedSignedAndInOrder() {
        WebhookId id = subscribe("meetings.*", "servers.*");
        here.meetings("one", "two");
        here.bridge("three");
        untilTaken("one", "two", "three");
        Received first = receiver.taken().getFirst();
        assertEquals("POST /hook?for=test HTTP/1.1", first.line());
        assertEquals(id.value(), WebhooksFixture.json(first).path("webhook").asText());
        assertEquals("meetings.meeting-changed", WebhooksFixture.json(first).path("events").path(0).path("type").asText());
        assertEquals("one", WebhooksFixture.json(first).path("events").path(0).path("data").path("name").asText());
        for (Received each : receiver.taken()) {
            assertTrue(Signature.fits(WebhooksFixture.SECRET, HttpsReceiver.header(each, Signature.TIMESTAMP).orElse(""),
                    HttpsReceiver.header(each, Signature.HEADER).orElse(""), each.body().getBytes(StandardCharsets.ISO_8859_1), clock.instant()));
        }
    }

    @Test
    void onlyTheTypesThatWereAskedForAreSent() {
        subscribe("servers.*");
        here.meetings("one");
        here.bridge("two");
        untilTaken("two");
    }

    @Test
    void whatTheOwnerMayNotSeeIsNotSent() {
        subscribe("*");
        people.hide("servers.read");
        here.bridge("hidden");
        here.meetings("shown");
        untilTaken("shown");
    }

    @Test
    void manyEventsAreSentTogetherButNeverMoreThanAHundred() {
        receiver.status(503);
        subscribe("*");
        here.meetings(0, 250);
        here.until(() -> !receiver.received().isEmpty());
        receiver.status(200);
        here.until(() -> WebhooksFixture.subjects(receiver).size() == 250);
        assertEquals(IntStream.range(0, 250).mapToObj(Integer::toString).toList(), WebhooksFixture.subjects(receiver));
        assertTrue(receiver.taken().stream().allMatch(request -> WebhooksFixture.json(request).path("events").size() <= 100));
    }

    @Test
    void aReceiverThatDoesNotTakeIsTriedAgainLaterAndLaterAndMissesNothing() {
        receiver.status(500);
        WebhookId id = subscribe("meetings.*");
        here.meetings("one");
        here.until(() -> here.now(id).progress().failures() == 1);
        here.meetings("two");
        here.until(() -> here.now(id).progress().failures() == 4);
        Webhook failing = here.now(id);
        assertEquals(State.FAILING, failing.progress().state());
        assertTrue(String.valueOf(failing.progress().problem()).contains("status 500"), String.valueOf(failing.progress().problem()));
        assertEquals(4, receiver.received().size(), "nothing is sent between the attempts");
        receiver.status(204);
        untilTaken("one", "two");
        here.until(() -> here.now(id).progress().state() == State.DELIVERING);
        assertEquals(List.of(), here.notifications.keys());
    }

    @Test
    void aDeadReceiverIsANotificationThatClearsWhenItIsBack() {
        WebhookId id = subscribe("meetings.*");
        int port = receiver.port();
        receiver.close();
        here.meetings("one");
        String key = "webhooks.not-delivered:" + id.value();
        here.until(MINUTES, () -> here.notifications.find(key).isPresent());
        assertTrue(here.notifications.find(key).orElseThrow().message().contains("localhost"));
        receiver = new HttpsReceiver(valid, port);
        here.until(MINUTES, () -> here.notifications.find(key).isEmpty());
        assertEquals(List.of("one"), WebhooksFixture.subjects(receiver));
    }

    @Test
    void aReceiverWithACertificateThatIsNotTrustedIsSentNothing() {
        WebhookId id = here.webhooks.add(new NewWebhook(receiver.url("/"), List.of("meetings.*"), null, null, Trust.system(), null), People.ANNA).webhook()
                .id();
        here.meetings("one");
        here.until(() -> here.now(id).progress().failures() > 0);
        assertEquals(List.of(), receiver.received());
        Webhook failing = here.now(id);
        here.webhooks.update(id, new Change(null, null, null, null, new Trust(Trust.Mode.PINNED, valid.sha256(), null), null), failing.version());
        untilTaken("one");
    }

    @Test
    void theLogTellsEachAttempt() {
        receiver.status(500);
        WebhookId id = subscribe("meetings.*");
        here.meetings("one");
        here.until(() -> here.now(id).progress().failures() == 1);
        receiver.status(200);
        untilTaken("one");
        here.until(() -> here.webhooks.deliveries(id, PageRequest.first()).items().size() == 2);
        List<Delivery> log = here.webhooks.deliveries(id, PageRequest.first()).items();
        assertEquals(List.of(true, false), log.stream().map(Delivery::delivered).toList());
        assertEquals(List.of(200, 500), log.stream().map(Delivery::status).toList());
        assertEquals(List.of(2L, 1L), log.stream().map(Delivery::number).toList());
        assertEquals(1, log.getFirst().events());
    }

    @Test
    void whatHappenedWhileItWasPausedIsSentAfterwards() {
        WebhookId id = subscribe("meetings.*");
        Webhook paused = here.webhooks.update(id, new Change(null, null, null, null, null, true), 1);
        assertEquals(State.PAUSED, paused.progress().state());
        here.meetings("one");
        here.advance(Duration.ofSeconds(20));
        here.webhooks.update(id, new Change(null, null, null, null, null, false), paused.version());
        untilTaken("one");
    }

    @Test
    void everythingAfterAnEventCanBeSentAgain() {
        WebhookId id = subscribe("meetings.*");
        here.meetings("one", "two", "three");
        untilTaken("one", "two", "three");
        long first = WebhooksFixture.json(receiver.taken().getFirst()).path("events").path(0).path("id").asLong();
        here.webhooks.replay(id, first);
        untilTaken("one", "two", "three", "two", "three");
    }

    @Test
    void anOffsetThatIsNotKeptIsRefused() {
        WebhookId id = subscribe("*");
        for (long offset : new long[] {-1, here.journal.newest() + 1_000}) {
            assertEquals(WebhooksProblem.OFFSET_NOT_KEPT, assertThrows(ProblemException.class, () -> here.webhooks.replay(id, offset)).problem().code());
        }
    }

    @Test
    void aReceiverThatWasAwayForTooLongIsToldToReadAnew() {
        receiver.status(500);
        WebhookId id = subscribe("meetings.*");
        here.meetings("lost");
        here.until(() -> here.now(id).progress().failures() > 0);
        here.sleep(Duration.ofDays(30));
        here.until(() -> here.journal.oldest() > 0);
        here.meetings("kept");
        receiver.status(200);
        here.until(() -> WebhooksFixture.subjects(receiver).contains("kept"));
        assertEquals(List.of("kept"), WebhooksFixture.subjects(receiver));
        assertTrue(WebhooksFixture.json(receiver.taken().getFirst()).path("reset").asBoolean());
        here.meetings("later");
        untilTaken("kept", "later");
        assertFalse(WebhooksFixture.json(receiver.taken().getLast()).path("reset").asBoolean());
    }

    @Test
    void aWebhookWhoseOwnerIsGoneRestsAndThatIsANotification() {
        WebhookId id = subscribe("*");
        people.remove(People.ANNA);
        here.meetings("one");
        here.until(() -> here.notifications.find("webhooks.orphaned:" + id.value()).isPresent());
        assertEquals(State.ORPHANED, here.now(id).progress().state());
        assertEquals(List.of(), receiver.received());
        here.webhooks.remove(id);
        assertEquals(List.of(), here.notifications.keys());
    }

    @Test
    void itGoesOnWhereItWasAfterARestart() throws Exception {
        WebhookId id = subscribe("meetings.*");
        here.meetings("one");
        here.until(() -> here.now(id).progress().lastDelivered() != null);
        here.close();
        here = instance("here");
        here.meetings("two");
        untilTaken("one", "two");
    }

    @Test
    void ofTwoInstancesOneDeliversAndTheOtherTakesOver() throws Exception {
        WebhookId id = subscribe("meetings.*");
        here.meetings("one");
        untilTaken("one");
        try (WebhooksFixture there = instance("there")) {
            there.advance(Duration.ofSeconds(15));
            here.advance(Duration.ofSeconds(10));
            here.meetings("two");
            untilTaken("one", "two");
            here.until(() -> here.webhooks.deliveries(id, PageRequest.first()).total() == 2);
            here.close();
            there.meetings("three");
            there.until(() -> WebhooksFixture.subjects(receiver).equals(List.of("one", "two", "three")));
        }
        assertEquals(3, receiver.received().size(), "nothing was sent twice");
        here = instance("here");
    }

    @Test
    void changesOfTheSubscriptionAreToldToWhoeverListens() {
        WebhookId id = subscribe("servers.*");
        here.webhooks.update(id, new Change(null, null, "Renamed", null, null, null), 1);
        here.webhooks.remove(id);
        assertEquals(List.of(Webhooks.CHANGED, Webhooks.CHANGED, Webhooks.REMOVED), here.events.types());
        assertEquals(0, vault.size());
    }

    @Test
    void whatFollowsANewSecretIsSignedWithIt() {
        WebhookId id = subscribe("meetings.*");
        Secret next = Secret.of("another secret of mine");
        here.webhooks.update(id, new Change(null, null, null, next, null, null), 1);
        here.meetings("one");
        untilTaken("one");
        Received request = receiver.taken().getFirst();
        assertTrue(
                Signature.fits(next, HttpsReceiver.header(request, Signature.TIMESTAMP).orElse(""), HttpsReceiver.header(request, Signature.HEADER).orElse(""),
                        request.body().getBytes(StandardCharsets.ISO_8859_1), clock.instant()));
        assertThrows(ProblemException.class, () -> here.webhooks.update(id, new Change(null, null, null, Secret.of("too late by one version"), null, null), 1));
        assertEquals(next, vault.find("webhooks/webhook/" + id.value()).orElseThrow());
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedIsRefused() {
        WebhookId id = subscribe("*");
        here.webhooks.update(id, new Change(null, null, "Renamed", null, null, null), 1);
        assertEquals(CoreProblem.CHANGED_MEANWHILE,
                assertThrows(ProblemException.class, () -> here.webhooks.update(id, new Change(null, null, "Again", null, null, null), 1)).problem().code());
    }
}
