package org.moothall.mediaengine.callbridge.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.moothall.testkit.FuzzCorpus;

class NodeFuzzTest {

    @Test
    void everyConversationOfTheCorpusIsAnsweredToItsEnd() {
        for (Path input : FuzzCorpus.of("node")) {
            assertDoesNotThrow(() -> NodeFuzz.fuzzerTestOneInput(FuzzCorpus.read(input)), input.toString());
        }
    }
}
