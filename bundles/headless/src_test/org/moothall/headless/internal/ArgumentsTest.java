package org.moothall.headless.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void whatIsNotSaidHasADefaultThatOnlyThisMachineReaches() {
        assertEquals(new Arguments(Path.of("/x"), "127.0.0.1", 8443, null, false, false), Arguments.parse(List.of("--data", "/x")));
    }

    @Test
    void everythingCanBeSaid() {
        assertEquals(new Arguments(Path.of("/x"), "::", 0, Path.of("/r"), true, false),
                Arguments.parse(List.of("--port", "0", "--bind", "::", "--ready-file", "/r", "--authority", "--data", "/x")));
    }

    @Test
    void nonsenseIsRefusedWithOneLineThatNamesIt() {
        for (List<String> wrong : List.of(List.of("--data"), List.of("--what"), List.<String>of(), List.of("--data", "/x", "--port", "70000"),
                List.of("--data", "/x", "--port", "http"), List.of("--data", "/x", "--bind"))) {
            Refusal refused = assertThrows(Refusal.class, () -> Arguments.parse(wrong), wrong::toString);
            assertEquals(ExitCode.ARGUMENTS, refused.exitCode());
            assertTrue(refused.getMessage().contains("--") && refused.getMessage().lines().count() == 1, refused.getMessage());
        }
    }

    @Test
    void helpNeedsNothingElse() {
        assertTrue(Arguments.parse(List.of("--help")).help());
    }
}
