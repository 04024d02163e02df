package org.moothall.webhooks.internal.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.CoreProblem;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.ProblemCode;
import org.moothall.core.ProblemException;
import org.moothall.core.Trust;
import org.moothall.security.UserId;
import org.moothall.store.Leases;
import org.moothall.store.Leases.Lease;
import org.moothall.store.Store;
import org.moothall.store.StoreProblem;
import org.moothall.store.Stores;
import org.moothall.testkit.ManualClock;
import org.moothall.testkit.store.Engine;
import org.moothall.testkit.store.OnBothEngines;
import org.moothall.webhooks.Delivery;
import org.moothall.webhooks.WebhookId;
import org.moothall.webhooks.Webhooks;
import org.moothall.webhooks.WebhooksProblem;

/** What is kept of webhooks and their deliveries, the same on both stores. */
@OnBothEngines
class WebhookStoreTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Standing FAILED = Standing.at(7).failed("It is away.", NOON, NOON.plusSeconds(1));

    private final Store database;
    private final WebhookStore store;
    private final DeliveryStore log;
    private final ManualClock clock = new ManualClock();
    private final Leases leases;
    private final Lease lease;

    WebhookStoreTest(Engine engine, @TempDir Path directory) {
        database = engine.open(directory);
        this.store = new WebhookStore(database);
        this.log = new DeliveryStore(store);
        this.leases = Stores.leases(database, clock, "here");
        this.lease = leases.acquire("webhooks.delivery", Duration.ofSeconds(30)).orElseThrow();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWasAddedIsReadAgainWhole() {
        WebhookRow row = store.add(row("w1"));
        assertEquals(List.of(row), new WebhookStore(database).all());
        assertEquals(Optional.of(row), store.find(row.id()));
    }

    @Test
    void thereAreOnlySoMany() {
        for (int i = 0; i < Webhooks.MOST; i++) {
            store.add(row("w" + i));
        }
        assertRefused(WebhooksProblem.TOO_MANY, () -> store.add(row("one more")));
        assertEquals(Webhooks.MOST, store.all().size());
    }

    @Test
    void howFarItIsIsKeptWithTheAttempt() {
        WebhookRow row = store.add(row("w1"));
        assertTrue(progress(row, FAILED, attempt(1, false, 500)));
        assertEquals(FAILED, store.find(row.id()).orElseThrow().standing());
        Standing delivered = FAILED.delivered(9, NOON.plusSeconds(2));
        assertTrue(progress(row, delivered, attempt(9, true, 200)));
        assertEquals(new Standing(9, 0, null, null, NOON.plusSeconds(2), null), store.find(row.id()).orElseThrow().standing());
        assertEquals(List.of(attempt(9, true, 200, 2), attempt(1, false, 500, 1)), log.page(row.id(), PageRequest.first()).items());
    }

    @Test
    void anAttemptOfAWebhookThatWasChangedMeanwhileCountsNoMore() {
        WebhookRow row = store.add(row("w1"));
        store.update(row, 1);
        assertFalse(progress(row, FAILED, attempt(1, false, null)));
        assertEquals(Standing.at(7), store.find(row.id()).orElseThrow().standing());
        assertEquals(0, log.page(row.id(), PageRequest.first()).total());
    }

    @Test
    void anInstanceThatLostTheLeaseKeepsNothing() {
        WebhookRow row = store.add(row("w1"));
        clock.advance(Duration.ofMinutes(1));
        assertTrue(Stores.leases(database, clock, "there").acquire("webhooks.delivery", Duration.ofSeconds(30)).isPresent());
        assertRefused(StoreProblem.LEASE_LOST, () -> progress(row, FAILED, attempt(1, true, 200)));
        assertEquals(0, log.page(row.id(), PageRequest.first()).total());
    }

    @Test
    void aReplayBeginsAfterTheEventAndForgetsFailures() {
        WebhookRow row = store.add(row("w1"));
        progress(row, FAILED, null);
        WebhookRow again = store.replay(row.id(), 3).orElseThrow();
        assertEquals(Standing.at(3), again.standing());
        assertEquals(row.version(), again.version(), "it is no change of configuration");
        assertFalse(progress(row, FAILED, null));
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedIsRefused() {
        WebhookRow row = store.add(row("w1"));
        assertEquals(2, store.update(row, 1).version());
        assertRefused(CoreProblem.CHANGED_MEANWHILE, () -> store.update(row, 1));
    }

    @Test
    void attemptsThatAreTooOldGoInStepsAndTheWebhookStays() {
        WebhookRow row = store.add(row("w1"));
        for (int i = 0; i < 3; i++) {
            progress(row, Standing.at(7), attempt(i, true, 200));
        }
        OldDeliveries old = new OldDeliveries(database);
        List<Boolean> more = Stream.of(NOON, NOON.plusMillis(1), NOON.plusMillis(1))
                .map(before -> database.writeAndWait(connection -> old.expire(connection, before, 2))).toList();
        assertEquals(List.of(false, true, false), more);
        assertEquals(0, log.page(row.id(), PageRequest.first()).total());
        assertEquals(List.of(row.id()), store.all().stream().map(WebhookRow::id).toList());
    }

    @Test
    void theNewestThousandAttemptsAreKeptAndReadPageByPage() {
        WebhookRow row = store.add(row("w1"));
        for (int i = 1; i <= DeliveryStore.KEPT + 5; i++) {
            progress(row, FAILED, attempt(i, false, 500));
        }
        Page<Delivery> first = log.page(row.id(), new PageRequest(2, null));
        assertEquals(DeliveryStore.KEPT, first.total());
        assertEquals(List.of(1_005L, 1_004L), first.items().stream().map(Delivery::number).toList());
        assertEquals(List.of(1_003L, 1_002L), log.page(row.id(), new PageRequest(2, first.next())).items().stream().map(Delivery::number).toList());
    }

    @Test
    void theLogGoesWithItsWebhook() {
        WebhookRow row = store.add(row("w1"));
        progress(row, FAILED, attempt(1, false, 500));
        store.remove(row.id());
        store.add(row);
        assertEquals(0, log.page(row.id(), PageRequest.first()).total());
    }

    private boolean progress(WebhookRow row, Standing now, @Nullable Delivery attempt) {
        return store.progress(row, now, attempt, leases, lease);
    }

    private static Delivery attempt(long event, boolean delivered, @Nullable Integer status) {
        return attempt(event, delivered, status, 0);
    }

    private static Delivery attempt(long event, boolean delivered, @Nullable Integer status, long number) {
        return new Delivery(number, NOON, 12, event, event, 1, delivered, status, delivered ? null : "It is away.");
    }

    private static WebhookRow row(String id) {
        return new WebhookRow(new WebhookId(id), id, "https://receiver.example/hook", List.of("meetings.*", "servers.*"),
                new Trust(Trust.Mode.PINNED, "ab".repeat(32), null), new UserId("anna"), false, Standing.at(7), 1, 1);
    }

    private static void assertRefused(ProblemCode code, Executable work) {
        assertEquals(code, assertThrows(ProblemException.class, work).problem().code());
    }
}
