package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.testkit.Deadline;
import org.moothall.testkit.intake.BuiltServer;
import org.moothall.testkit.intake.IntakeLab;
import org.moothall.testkit.intake.ScriptedCallBridge;
import org.moothall.testkit.intake.SickDisk;
import org.moothall.testkit.intake.SickDisk.Faults;
import org.moothall.testkit.intake.WriteAheadLog;

/** The built server takes records in while the disk under its store fails. */
@EnabledIf("org.moothall.testkit.RunningLab#built")
class StoreFaultsOsgiTest {

    private static final String FAILING = "store.failing:writes";
    private static final String SLOW = "store.slow:writes";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MORE = 500;
    private static final int BRIDGES = 2;
    private static final int ATTEMPTS = 6;
    private static final int DISK_MEGABYTES = 48;
    private static final long SEED = 11;

    private final Path work;

    StoreFaultsOsgiTest(@TempDir Path work) {
        this.work = work;
    }

    @Test
    void whileTheDiskIsFullNothingElseIsAcknowledgedAndItIsToldAndCuresItself() throws IOException {
        Path disk = Files.createDirectory(work.resolve("disk"));
        assumeTrue(SickDisk.mount(disk, DISK_MEGABYTES), "NOT TESTED: a full disk, because only root may mount one");
        try (IntakeLab lab = new IntakeLab(server(disk), work, BRIDGES, SEED)) {
            lab.tell();
            lab.awaitMore(MORE);
            Path ballast = disk.resolve("ballast");
            SickDisk.fill(ballast);
            told(lab, FAILING, "full");
            Files.delete(ballast);
            cured(lab, FAILING);
        } finally {
            SickDisk.unmount(disk);
        }
    }

    @Test
    void whileTheDiskIsReadOnlyNothingIsAcknowledgedAndItIsToldAndCuresItself() throws IOException {
        Faults faults = faults();
        try (IntakeLab lab = new IntakeLab(under(faults), work, BRIDGES, SEED)) {
            lab.tell();
            lab.awaitMore(MORE);
            faults.now("readonly");
            told(lab, FAILING, "Call detail records are not acknowledged");
            long before = lab.acknowledged();
            long refused = lab.refused();
            Deadline.await("more refusals", PATIENCE, () -> lab.refused() > refused + 20);
            assertEquals(before, lab.acknowledged());
            faults.now("well");
            cured(lab, FAILING);
        }
    }

    @Test
    void whatASlowDiskHasNotSyncedIsNotAcknowledgedAndThatItIsSlowIsTold() throws IOException {
        Faults faults = faults();
        try (IntakeLab lab = new IntakeLab(under(faults), work, BRIDGES, SEED)) {
            lab.tell();
            lab.awaitMore(MORE);
            faults.now("slow 3000");
            told(lab, SLOW, "Saving is slow");
            lab.server().kill();
            lab.pause();
            faults.now("well");
            lab.server().start();
            lab.judge().nothingIsLost();
            lab.tell();
            cured(lab, SLOW);
        }
    }

    @Test
    void aDiskThatCannotBeWrittenAtTheStartIsRefusedInWords() throws IOException {
        Path disk = Files.createDirectory(work.resolve("disk"));
        assumeTrue(SickDisk.mount(disk, DISK_MEGABYTES), "NOT TESTED: a read-only disk, because only root may mount one");
        try (BuiltServer server = server(disk)) {
            server.start();
            server.stop();
            assertTrue(SickDisk.writable(disk, false));
            String refusal = server.refusal();
            assertTrue(refusal.startsWith("3: ") && refusal.contains(disk.toString()), refusal);
            assertTrue(SickDisk.writable(disk, true));
            server.start();
        } finally {
            SickDisk.unmount(disk);
        }
    }

    @Test
    void aPageThatWasTornWhenThePowerWentCostsNothingThatWasAcknowledged() throws IOException {
        try (IntakeLab lab = new IntakeLab(server(work.resolve("data")), work, BRIDGES, SEED)) {
            lab.tell();
            lab.awaitMore(MORE);
            lab.server().kill();
            lab.pause();
            new WriteAheadLog(work.resolve("data")).tearNextPage();
            lab.server().start();
            lab.judge().nothingIsLost();
            lab.finish();
            lab.judge().allIsThereOnce();
        }
    }

    @Test
    void whatADiskLostThatSaidItWasSafeIsToldAsAGapAndTheRestGoesOn() throws IOException {
        try (IntakeLab lab = new IntakeLab(server(work.resolve("data")), work, 1, SEED)) {
            ScriptedCallBridge bridge = lab.bridges().get(0);
            WriteAheadLog log = new WriteAheadLog(work.resolve("data"));
            boolean lost = false;
            for (int attempt = 0; attempt < ATTEMPTS && !lost; attempt++) {
                lab.tell();
                lab.awaitMore(MORE);
                lab.server().kill();
                lab.pause();
                log.tearLastPages(40);
                lab.server().start();
                lost = lab.judge().known(bridge) < bridge.acknowledged();
            }
            assertTrue(lost, "no record was in the pages that were torn");
            lab.tell();
            lab.awaitMore(MORE);
            Deadline.await("the gap is told", PATIENCE, () -> lab.server().conditions().keySet().stream().anyMatch(key -> key.startsWith("meetings.gap")));
        }
    }

    /** Told under this key, and in these words; what to do about it too. */
    private static void told(IntakeLab lab, String key, String words) {
        Deadline.await(key, PATIENCE, () -> lab.server().conditions().containsKey(key));
        String text = lab.server().conditions().getOrDefault(key, "");
        assertTrue(text.contains(words) && text.contains("disk of the data directory"), text);
    }

    /** Not told any more, and everything is there once. */
    private static void cured(IntakeLab lab, String key) {
        lab.awaitMore(MORE);
        Deadline.await(key + " is cleared", PATIENCE, () -> !lab.server().conditions().containsKey(key));
        lab.finish();
        lab.judge().allIsThereOnce();
    }

    private Faults faults() {
        assumeTrue(SickDisk.faults(work).isPresent(), "NOT TESTED: sick disks, because there is no C compiler (cc)");
        return SickDisk.faults(work).orElseThrow();
    }

    private BuiltServer under(Faults faults) {
        BuiltServer server = server(work.resolve("data"));
        faults.under(server);
        return server;
    }

    private BuiltServer server(Path data) {
        BuiltServer server = new BuiltServer(BuiltServer.built(), data, work);
        server.options("-XX:TieredStopAtLevel=1"); // starts are most of the time that this takes
        return server;
    }
}
