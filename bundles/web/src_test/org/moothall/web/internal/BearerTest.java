package org.moothall.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class BearerTest {

    @Test
    void theSchemeIsReadWithoutRegardToCase() {
        assertEquals(Optional.of("abc-_.~+/09=="), Bearer.token("bearer abc-_.~+/09=="));
    }

    @Test
    void anythingElseIsNoToken() {
        for (String wrong : new String[] {"", "Bearer", "Bearer ", "Basic abc", "Bearer a b", "Bearer a\r\nX: y", "Bearer " + "a".repeat(600)}) {
            assertEquals(Optional.empty(), Bearer.token(wrong), wrong);
        }
        assertEquals(Optional.empty(), Bearer.token(null));
    }
}
