package org.moothall.meetings.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.core.PeerCertificate;
import org.moothall.core.Problem;
import org.moothall.net.Https;
import org.moothall.net.HttpsPeer;
import org.moothall.net.NetProblem;
import org.moothall.notifications.Condition;
import org.moothall.testkit.TestExecutors;

/** Addresses that nothing answers at are told, those of clusters too. */
class CdrAddressSourceTest {

    /** Answers at these addresses only. */
    private record Answering(Set<String> addresses) implements Https {
        @Override
        public HttpsPeer peer(PeerSettings settings) {
            throw new UnsupportedOperationException();
        }

        @Override
        public PeerCertificate inspect(String host, int port, Duration timeout) {
            if (!addresses.contains(host + ':' + port)) {
                throw Problem.of(NetProblem.CONNECTION_REFUSED, host + " refused.").exception();
            }
            return new PeerCertificate("", "", "", List.of(), Instant.EPOCH, Instant.EPOCH, "");
        }
    }

    private final Set<String> answering = new HashSet<>(Set.of("127.0.0.1:8443"));

    @Test
    void theSettingAndTheAddressesOfClustersAreTriedAndToldWithWhatToDo(@TempDir Path directory) {
        try (RoomFixture it = new RoomFixture(directory); TestExecutors threads = new TestExecutors()) {
            it.bridge("one");
            CdrAddressSource source = new CdrAddressSource(it.room, it.servers, new Answering(answering), threads);
            assertEquals(List.of(), source.conditions());
            it.room.address().set("cdr.example.org");
            Condition told = source.conditions().get(0);
            assertEquals("meetings.address:cdr.example.org:8443", told.key());
            assertTrue(told.explanation().contains("cdr.example.org refused.") && told.explanation().contains("Lab"), told::explanation);
            assertTrue(told.remedy().contains("Change the CDR receiver address"));
            it.servers.cdrAddress("127.0.0.1");
            assertEquals(List.of(), source.conditions());
            it.servers.cdrAddress("10.1.2.3:9443");
            assertEquals("meetings.address:10.1.2.3:9443", source.conditions().get(0).key());
            it.servers.manageMeetings(false);
            assertEquals(List.of(), source.conditions());
        }
    }
}
