package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.moothall.core.ChangeEvent;
import org.moothall.core.ChangeEvents;
import org.moothall.notifications.Notifications;
import org.moothall.testkit.Deadline;

/** Many subscribers of {@code /api/v1/events}, and one that does not read. */
@Timeout(240)
class EventCrowdOsgiTest {

    private static final int CROWD = 200;
    private static final String PREFIX = "data: ";

    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<InputStream> open = new CopyOnWriteArrayList<>();
    private String token = "";
    private String run = "";

    @BeforeEach
    void signIn() throws Exception {
        token = ServerFixture.server().administratorToken();
        run = "crowd-" + System.nanoTime() + "-";
    }

    @AfterEach
    void leave() throws IOException {
        for (InputStream each : open) {
            each.close();
        }
        readers.shutdownNow();
    }

    @Test
    void hundredsOfSubscribersEachGetEveryEventInOrder() throws Exception {
        List<Heard> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            crowd.add(listen("/api/v1/events"));
        }
        publish(0, 100, "");
        for (Heard each : crowd) {
            Deadline.await(() -> each.subjects.size() == 100);
            assertEquals(subjects(0, 100), each.subjects);
        }
    }

    @Test
    void oneThatDoesNotReadIsDroppedAndGoesOnWhereItWasWhileTheOthersMissNothing() throws Exception {
        List<Heard> quick = List.of(listen("/api/v1/events"), listen("/api/v1/events"));
        InputStream slow = stream("/api/v1/events");
        int count = 0;
        // More than the buffers between, and more events than are kept in memory for those who are behind.
        for (; count < 12_000; count += 500) {
            publish(count, count + 500, "x".repeat(1_500));
            int published = count + 500;
            Deadline.await(() -> quick.stream().allMatch(each -> each.subjects.size() == published));
        }
        assertEquals(subjects(0, count), quick.getFirst().subjects);
        List<String> late = new ArrayList<>();
        String last = read(slow, late);
        assertTrue(late.size() < count, "the slow one was dropped");
        assertEquals(subjects(0, late.size()), late, "what it got has no hole");
        Heard again = listen("/api/v1/events?after=" + last);
        int rest = count - late.size();
        Deadline.await(() -> again.subjects.size() == rest);
        assertEquals(subjects(late.size(), count), again.subjects);
    }

    private void publish(int from, int to, String text) throws InterruptedException {
        ChangeEvents events = ServerFixture.service(ChangeEvents.class);
        for (int i = from; i < to; i++) {
            events.publish(new ChangeEvent(Notifications.CHANGED, run + i, null, Instant.EPOCH, Map.of("text", text)));
        }
    }

    private List<String> subjects(int from, int to) {
        List<String> all = new ArrayList<>();
        for (int i = from; i < to; i++) {
            all.add(run + i);
        }
        return all;
    }

    private InputStream stream(String path) throws Exception {
        HttpResponse<InputStream> response = ServerFixture.server().stream(path, token);
        assertEquals(200, response.statusCode());
        open.add(response.body());
        response.body().read(); // the first sign of life: from now on everything is sent
        return response.body();
    }

    private Heard listen(String path) throws Exception {
        InputStream body = stream(path);
        Heard heard = new Heard(new CopyOnWriteArrayList<>());
        readers.execute(() -> read(body, heard.subjects));
        return heard;
    }

    /** Adds the subjects of this run until the stream ends; tells the id of the last event. */
    private String read(InputStream body, List<String> subjects) {
        String id = "";
        String pending = "";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    pending = line.substring(4);
                } else if (line.startsWith(PREFIX) && line.contains(run) && line.endsWith("}")) {
                    subjects.add(line.replaceFirst(".*\"(" + run + "\\d+)\".*", "$1"));
                    id = pending;
                }
            }
        } catch (IOException e) {
            if (subjects.isEmpty()) {
                throw new UncheckedIOException(e);
            }
        }
        return id;
    }

    private record Heard(List<String> subjects) {}
}
