package org.moothall.licensing.internal.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

/** Copied Meeting Servers. */
class ClonedHostsTest {

    @Test
    void bridgesThatNameTheSameHostAreNamedTogether() {
        assertEquals(Map.of("one", List.of("a", "c")), ClonedHosts.among(Map.of("c", "one", "b", "two", "a", "one")));
    }

    @Test
    void bridgesWithHostIdsOfTheirOwnAreNotMentioned() {
        assertEquals(Map.of(), ClonedHosts.among(Map.of("a", "one", "b", "two")));
    }
}
