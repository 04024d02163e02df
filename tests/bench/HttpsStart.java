import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import javax.net.ssl.SSLContext;

/** Starts a program several times and tells the median time to its first 200, and its memory when it has been idle: {@code RUNS URL TOKEN COMMAND…}. */
final class HttpsStart {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final int IDLE_SECONDS = 8;

    private HttpsStart() { }

    public static void main(String[] args) throws Exception {
        int runs = Integer.parseInt(args[0]);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(args[1])).timeout(Duration.ofSeconds(5)).GET();
        if (!args[2].isEmpty()) {
            request.header("Authorization", "Bearer " + args[2]);
        }
        List<String> command = List.of(args).subList(3, args.length);
        SSLContext trust = Trust.everybody();
        run(command, request, trust, false);
        long[] millis = new long[runs];
        long memory = 0;
        for (int i = 0; i < runs; i++) {
            long[] result = run(command, request, trust, i == runs - 1);
            millis[i] = result[0];
            memory = result[1];
        }
        Arrays.sort(millis);
        System.out.println(millis[runs / 2] + " " + memory);
    }

    private static long[] run(List<String> command, HttpRequest.Builder request, SSLContext trust, boolean idle) throws Exception {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            awaitFirst200(request.build(), trust, process, start);
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

    private static void awaitFirst200(HttpRequest request, SSLContext trust, Process process, long start) throws InterruptedException {
        int status = 0;
        try (HttpClient client = HttpClient.newBuilder().sslContext(trust).build()) {
            while (status != 200) {
                try {
                    status = client.send(request, BodyHandlers.discarding()).statusCode();
                } catch (IOException e) {
                    status = 0;
                }
                if (!process.isAlive() || System.nanoTime() - start > LIMIT.toNanos()) {
                    throw new IllegalStateException("no 200 from " + request.uri() + ", last status " + status);
                }
                if (status != 200) {
                    Thread.sleep(20);
                }
            }
        }
    }

    private static long residentMebibytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElseThrow();
    }
}
