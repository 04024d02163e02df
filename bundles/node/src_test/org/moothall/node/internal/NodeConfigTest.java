package org.moothall.node.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moothall.mediaengine.Capacity;
import org.moothall.mediaengine.Traffic;

class NodeConfigTest {

    @Test
    void aNodeRunsAsThePlatformOfItsConfiguration(@TempDir Path folder) throws IOException {
        new LabFactory(folder, Clock.systemUTC()).create(new LabPlan(1, 7, "../cdr-trust.pem"));
        Path file = folder.resolve("node-1/node.json");
        assertEquals(Capacity.UNLIMITED, NodeConfig.read(file).capacity());
        String json = Files.readString(file);
        Files.writeString(file, json.substring(0, json.lastIndexOf('}')) + ",\"platform\":{\"name\":\"small\",\"fullHd\":60,\"audio\":2200,\"users\":75000}}");
        assertEquals(new Capacity("small", Map.of(Traffic.FULL_HD, 60, Traffic.AUDIO, 2200), OptionalInt.of(75_000), OptionalInt.empty()),
                NodeConfig.read(file).capacity());
    }
}
