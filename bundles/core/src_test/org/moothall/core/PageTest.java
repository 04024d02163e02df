package org.moothall.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void mappingKeepsTotalAndCursor() {
        assertEquals(new Page<>(List.of("1"), 7, false, "c"), new Page<>(List.of(1), 7, false, "c").map(String::valueOf));
    }

    @Test
    void aTotalIsExactUpToTenThousandAndALowerBoundBeyond() {
        assertEquals(new Page<>(List.of(1), 10_000, true, "c"), Page.of(List.of(1), 10_000, "c"));
        assertEquals(new Page<>(List.of(1), 10_000, false, "c"), Page.of(List.of(1), 10_001, "c"));
    }

    @Test
    void aLimitBeyondTheBoundIsRefusedWithTheFieldNamed() {
        ProblemException refused = assertThrows(ProblemException.class, () -> new PageRequest(1_001, null));
        assertEquals("limit", refused.problem().violations().get(0).field());
    }
}
