package org.moothall.servers.internal.driver;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.moothall.testkit.FuzzCorpus;

class ApiXmlFuzzTest {

    @Test
    void everyAnswerOfTheCorpusIsReadOrRefusedInWords() {
        for (Path input : FuzzCorpus.of("api")) {
            assertDoesNotThrow(() -> ApiXmlFuzz.fuzzerTestOneInput(FuzzCorpus.read(input)), input.toString());
        }
    }
}
