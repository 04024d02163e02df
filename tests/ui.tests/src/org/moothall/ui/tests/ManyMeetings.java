package org.moothall.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.meetings.spi.UpcomingMeetings;
import org.moothall.servers.Servers;
import org.moothall.testkit.Deadline;
import org.moothall.testkit.RunningLab.Node;
import org.moothall.testkit.TestCertificates;
import org.moothall.testkit.intake.BuiltServer;
import org.moothall.testkit.intake.ScriptedCallBridge;
import org.moothall.testkit.intake.ServerPlugin;
import org.moothall.testkit.lab.BuiltLab;

/** A server that was told of yesterday by a Call Bridge, was started again since, and manages a lab of three thousand meetings. */
@NonNullByDefault({})
final class ManyMeetings implements AutoCloseable {
    static final int MEETINGS = 3_000;
    /** Of the meeting of yesterday, and who was in it at five past two: who had left by then and who came later is not among them. */
    static final String YESTERDAY = "Harbour council";
    static final List<String> THERE = List.of("Ada Ferreira", "Bo Lindqvist");
    /** Of those that follow each other in the script some are always between two meetings. */
    private static final BuiltLab.Size SIZE = new BuiltLab.Size(2, 3_400, 5_000, 100);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final BuiltServer server;
    private final BuiltLab lab;
    private final List<Node> nodes;

    ManyMeetings() throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("moothall-many");
        server = new BuiltServer(BuiltServer.built(), Files.createDirectories(work.resolve("data")), work);
        server.plugIn(new ServerPlugin(AfternoonRound.class, UpcomingMeetings.class, Servers.class,
                List.of("org.moothall.meetings.spi", "org.moothall.servers")));
        server.start();
        lab = new BuiltLab(BuiltLab.built(), Files.createDirectories(work.resolve("nodes")), SIZE, server.door().authority(), "-Xmx600m");
        hearOfYesterday();
        server.stop();
        server.start();
        nodes = lab.nodes();
        server.add("Lab", nodes);
        Deadline.await("three thousand meetings", PATIENCE, () -> server.get("/meetings?limit=1").path("total").asInt() >= MEETINGS);
    }

    private void hearOfYesterday() {
        try (ScriptedCallBridge bridge = new ScriptedCallBridge("harbour", TestCertificates.valid(), server.trust(), 7)) {
            String id = server.add(bridge);
            Deadline.await("the registration", PATIENCE, bridge::registered);
            ZonedDateTime now = ZonedDateTime.now(ZoneId.systemDefault());
            int number = 0;
            for (int day = 1; day >= 0; day--) { // the day may end before somebody looks at the day before
                ZonedDateTime two = now.minusDays(day).with(LocalTime.of(14, 0));
                if (two.plusHours(1).isBefore(now)) {
                    number = council(two.toInstant(), number).ends(two.plusHours(1).toInstant(), List.of("Ada Ferreira", "Bo Lindqvist", "Dora Novak"), bridge);
                }
            }
            Deadline.await("what it told", PATIENCE, () -> server.get("/meetings?state=ended&limit=1").path("total").asInt() > 0);
            server.remove(id); // it is not there any more today, what it told is
        }
    }

    private static ToldMeeting council(Instant two, int number) {
        return new ToldMeeting(YESTERDAY, two.minusSeconds(120), number).comes("Ada Ferreira", two.minusSeconds(60)).comes("Cem Aydin", two)
                .comes("Bo Lindqvist", two.plusSeconds(60)).goes("Cem Aydin", two.plusSeconds(240)).comes("Dora Novak", two.plusSeconds(360));
    }

    BuiltServer.Door door() {
        return server.door();
    }

    /** Where tests hold meetings of their own. */
    Node node() {
        return nodes.getFirst();
    }

    @Override
    public void close() {
        lab.close();
        server.close();
    }
}
