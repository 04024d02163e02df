package org.moothall.testkit.lab;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.moothall.testkit.Deadline;
import org.moothall.testkit.RunningLab.Node;
import org.moothall.testkit.TrustingClient;

/** A large lab in one process, with a receiver of records and a client of events on every bridge: what it carries and what it takes. */
public final class LabLoad implements AutoCloseable {

    private static final Duration SETTLE = Duration.ofMinutes(3);
    private static final Pattern ACTIVE = Pattern.compile("<callLegsActive>(\\d+)</callLegsActive>");

    private final BuiltLab lab;
    private final RecordCounter receiver = new RecordCounter();
    private final List<RosterListener> listeners = new ArrayList<>();
    private final List<Node> nodes;
    private final HttpClient client;

    /**
     * Makes the lab, starts it and waits until all bridges answer.
     *
     * @param program folder of the node product
     * @param work for the lab and the log
     * @param flags of the lab's Java
     */
    public LabLoad(Path program, Path work, BuiltLab.Size size, String flags) throws IOException, GeneralSecurityException, InterruptedException {
        lab = new BuiltLab(program, work, size, null, flags);
        nodes = lab.nodes();
        client = TrustingClient.of(nodes.getFirst().caFile());
    }

    /** Gives every bridge a receiver of records and a client of events that is subscribed to all rosters. */
    public void connect() throws IOException, InterruptedException {
        for (Node node : nodes) {
            send(node, "POST", "/api/v1/system/cdrReceivers", "uri=" + receiver.address(node.name()));
            String token = send(node, "POST", "/api/v1/authTokens", "").headers().firstValue("X-Cisco-CMS-Auth-Token").orElseThrow();
            URI events = URI.create(node.url().toString().replace("https", "wss") + "/events/v1?authToken=" + token);
            listeners.add(new RosterListener(client, events));
        }
        for (RosterListener listener : listeners) {
            Deadline.await("the calls", SETTLE, () -> listener.calls() > 0);
        }
        listeners.forEach(RosterListener::subscribeToRosters);
        Deadline.await("the rosters", SETTLE, () -> listeners.stream().allMatch(listener -> listener.people() > 0));
    }

    /** The process of all bridges. */
    public MeasuredProcess process() {
        return lab.process();
    }

    /** What counts the records. */
    public RecordCounter receiver() {
        return receiver;
    }

    /** Legs on all bridges now. */
    public int legs() throws IOException, InterruptedException {
        int sum = 0;
        for (Node node : nodes) {
            Matcher active = ACTIVE.matcher(send(node, "GET", "/api/v1/system/status", "").body());
            sum += active.find() ? Integer.parseInt(active.group(1)) : 0;
        }
        return sum;
    }

    /** Calls that the clients of events heard of. */
    public int calls() {
        return listeners.stream().mapToInt(RosterListener::calls).sum();
    }

    /** Rows of all rosters now. */
    public long people() {
        return listeners.stream().mapToLong(RosterListener::people).sum();
    }

    /** Messages of events so far. */
    public long messages() {
        return listeners.stream().mapToLong(RosterListener::messages).sum();
    }

    /** Clients of events that the lab has let go. */
    public long lost() {
        return listeners.stream().filter(RosterListener::ended).count();
    }

    private HttpResponse<String> send(Node node, String method, String path, String form) throws IOException, InterruptedException {
        String account = Base64.getEncoder().encodeToString((node.user() + ":" + node.password()).getBytes(StandardCharsets.UTF_8));
        return client.send(HttpRequest.newBuilder(node.url().resolve(path)).header("Authorization", "Basic " + account)
                .header("Content-Type", "application/x-www-form-urlencoded").method(method, BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        listeners.forEach(RosterListener::close);
        receiver.close();
        lab.close();
        client.shutdownNow();
    }

    /** {@code PROGRAM WORK SECONDS BRIDGES MEETINGS PEOPLE CALM [FLAGS]}: prints what there is and what it takes. */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException, InterruptedException {
        long begun = System.nanoTime();
        BuiltLab.Size size = new BuiltLab.Size(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]),
                Integer.parseInt(arguments[6]));
        try (LabLoad load = new LabLoad(Path.of(arguments[0]), Path.of(arguments[1]), size, arguments.length > 7 ? arguments[7] : "")) {
            long startSeconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
            long idleHeap = load.process().heapMegabytes();
            load.connect();
            System.out.println("started " + startSeconds + " s, heap before clients " + idleHeap + " MB, calls " + load.calls());
            new LabWatch(load, Integer.parseInt(arguments[2])).report(System.out);
        }
    }
}
