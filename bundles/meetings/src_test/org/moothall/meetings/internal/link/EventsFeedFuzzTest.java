package org.moothall.meetings.internal.link;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.moothall.testkit.FuzzCorpus;

class EventsFeedFuzzTest {

    @Test
    void everyConversationOfTheCorpusIsHeardToItsEnd() {
        for (Path input : FuzzCorpus.of("events")) {
            assertDoesNotThrow(() -> EventsFeedFuzz.fuzzerTestOneInput(FuzzCorpus.read(input)), input.toString());
        }
    }
}
