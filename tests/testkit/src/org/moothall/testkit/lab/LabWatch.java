package org.moothall.testkit.lab;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Watches a lab under load for a while, in steps, and says what it carried and what it took. */
final class LabWatch {

    private static final int STEP_SECONDS = 10;

    private final LabLoad load;
    private final int seconds;
    private long leastRecords = Long.MAX_VALUE;
    private long mostResident;

    LabWatch(LabLoad load, int seconds) {
        this.load = load;
        this.seconds = seconds;
    }

    void report(PrintStream out) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        long records = load.receiver().records();
        long messages = load.messages();
        Duration cpu = load.process().cpu();
        for (int step = 0; step < seconds / STEP_SECONDS; step++) {
            step(out);
        }
        double took = (System.nanoTime() - begun) / 1e9;
        long used = load.process().cpu().minus(cpu).toMillis();
        out.printf("lab legs %d rows %d records/s %.1f least-in-%ds %d messages/s %.0f heap %d MB resident %d MB (most %d) cpu %.0f %% clients-lost %d%n",
                load.legs(),
                load.people(), (load.receiver().records() - records) / took, STEP_SECONDS, leastRecords, (load.messages() - messages) / took,
                load.process().heapMegabytes(), load.process().residentMegabytes(), mostResident, used / took / 10, load.lost());
    }

    private void step(PrintStream out) throws IOException, InterruptedException {
        long records = load.receiver().records();
        long posts = load.receiver().posts();
        long messages = load.messages();
        TimeUnit.SECONDS.sleep(STEP_SECONDS);
        leastRecords = Math.min(leastRecords, load.receiver().records() - records);
        mostResident = Math.max(mostResident, load.process().residentMegabytes());
        out.printf("%d records in %d posts, %d messages, %d rows, %d MB resident%n", load.receiver().records() - records, load.receiver().posts() - posts,
                load.messages() - messages, load.people(), load.process().residentMegabytes());
    }
}
