package org.moothall.node.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.testkit.ManualClock;

/** What follows from the seed of a lab: everything that a client can see. */
class SeedTest {

    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Test
    void labsWithTheSameSeedShowTheSameIdsTheSameMeetingsAndTheSameStatistics(@TempDir Path one, @TempDir Path other)
            throws IOException, InterruptedException {
        assertEquals(shown(one), shown(other));
    }

    @Test
    void whatBeginsAfterARestartHasNewIds(@TempDir Path folder) throws IOException, InterruptedException {
        Set<String> before = ids(shown(folder));
        Set<String> after = ids(shown(folder));
        assertTrue(before.size() >= 5, before.toString());
        after.retainAll(before);
        assertEquals(Set.of(), after);
    }

    /** All that a client sees of a meeting: answers of the API and the first record. */
    private static List<String> shown(Path folder) throws IOException, InterruptedException {
        ManualClock clock = new ManualClock();
        try (QuietLab lab = new QuietLab(folder, 1, clock); ReceiverSink sink = ReceiverSink.plain()) {
            String receiver = lab.make(0, "system/cdrReceivers", "uri=http://127.0.0.1:" + sink.port() + "/cdr");
            String space = lab.make(0, "coSpaces", "requireCallId=true&uri=board");
            String call = lab.make(0, "calls", "coSpace=" + space.substring(space.length() - 36));
            String leg = lab.make(0, call + "/callLegs", "remoteParty=anna@example.com");
            clock.advance(Duration.ofSeconds(5));
            QuietLab.await(() -> lab.get(0, leg).contains("<state>connected</state>"));
            clock.advance(Duration.ofSeconds(30));
            String record = sink.next();
            List<String> shown = new ArrayList<>(List.of(receiver, lab.get(0, space).replaceAll("<secret>.*</secret>", ""), lab.get(0, call),
                    lab.get(0, leg), record.substring(record.indexOf("<records"), record.indexOf("</record>"))));
            assertEquals(200, lab.send(0, "DELETE", space, "").statusCode());
            assertEquals(200, lab.send(0, "DELETE", receiver, "").statusCode());
            return shown;
        }
    }

    private static Set<String> ids(List<String> shown) {
        Set<String> ids = new HashSet<>();
        shown.forEach(text -> GUID.matcher(text).results().forEach(found -> ids.add(found.group())));
        return ids;
    }
}
