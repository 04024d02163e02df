package org.moothall.web.internal.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.store.Store;
import org.moothall.testkit.store.Engine;
import org.moothall.testkit.store.OnBothEngines;
import org.moothall.web.internal.store.AnswerStore.Key;
import org.moothall.web.internal.store.AnswerStore.Request;

/** What is kept of requests, the same on both stores. */
@OnBothEngines
class AnswerStoreTest {

    private static final Instant LONG_AGO = Instant.EPOCH;

    private final Store database;
    private final AnswerStore store;

    AnswerStoreTest(Engine engine, @TempDir Path directory) {
        database = engine.open(directory);
        this.store = new AnswerStore(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theFirstBeginsAndTheSecondIsToldOfIt() {
        assertTrue(begin("k", 10).isEmpty());
        assertEquals(new Request("print", Instant.ofEpochSecond(10), "here", false, null), begin("k", 20).orElseThrow());
    }

    @Test
    void anAnswerIsKeptByteForByte() {
        begin("k", 10);
        store.end(key("k"), new byte[] {0, -1, 7});
        Request kept = begin("k", 20).orElseThrow();
        assertTrue(kept.ended());
        assertArrayEquals(new byte[] {0, -1, 7}, Objects.requireNonNull(kept.answer()));
    }

    @Test
    void whatIsForgottenBeginsAnew() {
        begin("k", 10);
        store.forget(key("k"));
        assertTrue(begin("k", 20).isEmpty());
    }

    @Test
    void whatIsTooOldBeginsAnew() {
        begin("k", 10);
        assertTrue(store.begin(key("k"), request(20), Instant.ofEpochSecond(10)).isEmpty());
    }

    @Test
    void theOldestBeyondTheBoundGo() {
        for (int i = 1; i <= 5; i++) {
            begin("k" + i, i);
        }
        store.tidy(LONG_AGO, 3);
        assertTrue(begin("k2", 9).isEmpty());
        assertTrue(begin("k3", 9).isPresent());
    }

    @Test
    void whatIsTooOldGoesThoughThereIsRoom() {
        begin("old", 10);
        begin("new", 20);
        store.tidy(Instant.ofEpochSecond(10), 1_000);
        assertTrue(begin("old", 30).isEmpty());
        assertTrue(begin("new", 30).isPresent());
    }

    private java.util.Optional<Request> begin(String key, long second) {
        return store.begin(key(key), request(second), LONG_AGO);
    }

    private static Request request(long second) {
        return new Request("print", Instant.ofEpochSecond(second), "here", false, null);
    }

    private static Key key(String key) {
        return new Key("anna", key);
    }
}
