package org.moothall.servers.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import org.moothall.servers.internal.Belonging.Learns;
import org.moothall.servers.internal.Belonging.Moves;
import org.moothall.servers.internal.Belonging.Stays;

class BelongingTest {

    @Test
    void aBridgeThatTellsTheClusterItIsInStays() {
        assertEquals(new Stays(), of("a", "a", false, false));
        assertEquals(new Stays(), of(null, null, true, true));
    }

    @Test
    void aMemberThatDoesNotTellItsClusterStays() {
        assertEquals(new Stays(), of("a", null, false, false));
        assertEquals(new Stays(), of("a", null, false, true));
    }

    @Test
    void aClusterOfOneBecomesWhatItsBridgeTells() {
        assertEquals(new Learns("b"), of("a", "b", false, true));
        assertEquals(new Learns("b"), of(null, "b", false, true));
        assertEquals(new Learns(null), of("a", null, true, true));
    }

    @Test
    void aBridgeAmongOthersMovesWhenItTellsAnotherCluster() {
        assertEquals(new Moves("b"), of("a", "b", false, false));
        assertEquals(new Moves(null), of("a", null, true, false));
    }

    @Test
    void aBridgeThatTellsAClusterThatIsKnownHereMovesThere() {
        assertEquals(new Moves("known"), of("a", "known", false, true));
        assertEquals(new Moves("known"), of(null, "known", false, true));
    }

    @Test
    void theFirstOfSeveralToTellNamesAClusterWhoseIdentityIsNotKnown() {
        assertEquals(new Learns("b"), of(null, "b", false, false));
    }

    private static Belonging of(@Nullable String kept, @Nullable String told, boolean alone, boolean only) {
        return Belonging.of(kept, told, alone, only, "known"::equals);
    }
}
