package org.moothall.meetings.internal.intake;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.moothall.testkit.FuzzCorpus;

class CdrXmlFuzzTest {

    @Test
    void everyBodyOfTheCorpusIsReadOrRefusedInWords() {
        for (Path input : FuzzCorpus.of("cdr")) {
            assertDoesNotThrow(() -> CdrXmlFuzz.fuzzerTestOneInput(FuzzCorpus.read(input)), input.toString());
        }
    }
}
