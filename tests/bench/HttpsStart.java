import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** The start of a program until its first 200: {@code RUNS URL TOKEN COMMAND…}. */
final class HttpsStart {

    private HttpsStart() {}

    public static void main(String[] args) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(args[1])).timeout(Duration.ofSeconds(5)).GET();
        if (!args[2].isEmpty()) {
            request.header("Authorization", "Bearer " + args[2]);
        }
        HttpRequest get = request.build();
        try (HttpClient client = HttpClient.newBuilder().sslContext(Trust.everybody()).build()) {
            new StartTime(List.of(args).subList(3, args.length), () -> answers(client, get)).print(Integer.parseInt(args[0]));
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
