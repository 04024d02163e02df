package org.moothall.web.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

/** Urgent events that the journal does not tell. */
class UnkeptTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Unkept unkept = new Unkept(nanos::get);

    @Test
    void theJournalIsGivenAMoment() {
        unkept.published("a", "1");
        assertEquals(List.of(), told());
        pass();
        assertEquals(List.of("1"), told());
    }

    @Test
    void whatTheJournalTellsAfterAllIsToldToNobodyElse() {
        unkept.published("a", "1");
        unkept.published("a", "2");
        pass();
        unkept.kept("1");
        assertEquals(List.of("2"), told());
    }

    @Test
    void itDoesNotMatterWhetherTheJournalOrThePublisherIsFaster() {
        unkept.kept("1");
        unkept.published("a", "1");
        unkept.published("a", "1");
        pass();
        assertEquals(1, told().size());
    }

    @Test
    void whoHeardItIsNotToldAgain() {
        unkept.published("a", "1");
        unkept.published("a", "2");
        pass();
        assertEquals(List.of("2"), unkept.after(unkept.after(0).get(0).number()).stream().map(one -> one.event().json()).toList());
    }

    @Test
    void theNewestThousandWait() {
        for (int i = 0; i < 1_001; i++) {
            unkept.published("a", Integer.toString(i));
        }
        pass();
        assertEquals(1_000, told().size());
        assertEquals("1", told().get(0));
    }

    @Test
    void whenAllReadAgainNothingWaits() {
        unkept.published("a", "1");
        unkept.forget();
        pass();
        assertEquals(List.of(), told());
    }

    private void pass() {
        nanos.addAndGet(Unkept.MOMENT.toNanos() + 1);
    }

    private List<String> told() {
        return unkept.after(0).stream().map(one -> one.event().json()).toList();
    }
}
