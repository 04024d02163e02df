package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.testkit.intake.BuiltServer;
import org.moothall.testkit.intake.KillLoop;

/** The built server is killed at random instants while it takes records in; {@code releng/bench --kill 1000} does so for longer. */
@EnabledIf("org.moothall.testkit.RunningLab#built")
class KillLoopOsgiTest {

    private static final int ROUNDS = 20;
    private static final long SEED = 20_261_123;

    @Test
    void noAcknowledgedRecordIsLostAndNoneCountsTwiceHoweverOftenTheServerIsKilled(@TempDir Path work) throws IOException {
        try (KillLoop loop = new KillLoop(BuiltServer.built(), work, SEED)) {
            for (int round = 0; round < ROUNDS; round++) {
                loop.round();
            }
            loop.finish();
            assertTrue(loop.underWay() > ROUNDS, "most kills came while bodies were under way");
        }
    }
}
