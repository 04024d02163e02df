import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Starts a program several times and tells the median time until it is ready, and its memory when it has been idle. */
final class StartTime {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final int IDLE_SECONDS = 8;
    private static final int PAUSE_MILLIS = 20;

    private final List<String> command;
    private final Ready ready;

    StartTime(List<String> command, Ready ready) {
        this.command = command;
        this.ready = ready;
    }

    /** Whether the program can be used now. */
    interface Ready {
        boolean now() throws IOException, InterruptedException;
    }

    /** Prints milliseconds and MiB, after one start that is not counted. */
    void print(int runs) throws Exception {
        run(false);
        long[] millis = new long[runs];
        long memory = 0;
        for (int i = 0; i < runs; i++) {
            long[] result = run(i == runs - 1);
            millis[i] = result[0];
            memory = result[1];
        }
        Arrays.sort(millis);
        System.out.println(millis[runs / 2] + " " + memory);
    }

    private long[] run(boolean idle) throws Exception {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            awaitReady(process, start);
            long millis = (System.nanoTime() - start) / 1_000_000;
            if (idle) {
                Thread.sleep(Duration.ofSeconds(IDLE_SECONDS));
            }
            return new long[] {millis, idle ? residentMebibytes(process.pid()) : 0};
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private void awaitReady(Process process, long start) throws Exception {
        while (!ready.now()) {
            if (!process.isAlive() || System.nanoTime() - start > LIMIT.toNanos()) {
                throw new IllegalStateException(command + " did not get ready");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static long residentMebibytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElseThrow();
    }
}
