import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Posts call detail records like so many Call Bridges, and tells records a second, p50 and p99 of a POST: {@code URL BATCH CONNECTIONS SECONDS}. */
final class CdrLoad {

    private static final int WARM_UP_SECONDS = 5;

    private CdrLoad() { }

    public static void main(String[] args) throws Exception {
        URI url = URI.create(args[0]);
        int batch = Integer.parseInt(args[1]);
        int connections = Integer.parseInt(args[2]);
        int seconds = Integer.parseInt(args[3]);
        drive(url, batch, connections, WARM_UP_SECONDS);
        long[] nanos = drive(url, batch, connections, seconds);
        Arrays.sort(nanos);
        System.out.printf(java.util.Locale.ROOT, "%d %.2f %.2f%n", (long) nanos.length * batch / seconds, nanos[nanos.length / 2] / 1e6,
                nanos[(int) (nanos.length * 0.99)] / 1e6);
    }

    private static long[] drive(URI url, int batch, int connections, int seconds) throws Exception {
        try (ExecutorService workers = Executors.newFixedThreadPool(connections)) {
            List<Callable<List<Long>>> drivers = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                drivers.add(() -> oneBridge(url, batch, seconds));
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> done : workers.invokeAll(drivers)) {
                all.addAll(done.get());
            }
            return all.stream().mapToLong(Long::longValue).toArray();
        }
    }

    /** One keep-alive connection with a CDR session of its own. */
    private static List<Long> oneBridge(URI url, int batch, int seconds) throws Exception {
        List<Long> nanos = new ArrayList<>();
        String session = UUID.randomUUID().toString();
        try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(Trust.everybody()).build()) {
            long end = System.nanoTime() + seconds * 1_000_000_000L;
            for (int next = 1; System.nanoTime() < end; next += batch) {
                HttpRequest request = HttpRequest.newBuilder(url).header("Content-Type", "text/xml")
                        .POST(BodyPublishers.ofString(body(session, next, batch))).build();
                long start = System.nanoTime();
                int status = client.send(request, BodyHandlers.discarding()).statusCode();
                nanos.add(System.nanoTime() - start);
                if (status != 200) {
                    throw new IllegalStateException("status " + status);
                }
            }
        }
        return nanos;
    }

    private static String body(String session, int first, int count) {
        StringBuilder xml = new StringBuilder(count * 500).append("<?xml version=\"1.0\"?>\n<records session=\"").append(session).append("\" callBridge=\"")
                .append(session).append("\">");
        String time = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        for (int i = first; i < first + count; i++) {
            xml.append("<record type=\"callLegStart\" time=\"").append(time).append("\" recordIndex=\"").append(i).append("\" correlatorIndex=\"").append(i)
                    .append("\"><callLeg id=\"").append(new UUID(first, i)).append("\"><displayName>Person ").append(i)
                    .append("</displayName><localAddress>room@example.com</localAddress><remoteAddress>person").append(i)
                    .append("@example.com</remoteAddress><type>sip</type><direction>incoming</direction><call>").append(session)
                    .append("</call></callLeg></record>");
        }
        return xml.append("</records>").toString();
    }
}
