package org.moothall.node.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.core.json.Json;
import org.moothall.mediaengine.Capacity;
import org.moothall.mediaengine.Traffic;

import com.fasterxml.jackson.core.JsonProcessingException;

/**
 * The configuration of one node, {@code node.json}. Paths are relative to the file's folder.
 *
 * @param address to listen on
 * @param certificate PEM chain; {@code key} its PKCS#8 key
 * @param cdrTrust PEM file that CDR receivers are verified with; need not exist yet
 * @param data folder for the node's state
 * @param platform what it runs as, null: nothing is refused
 */
record NodeConfig(String name, UUID id, UUID hostId, String address, int port, String user, String password, String certificate, String key, String cdrTrust,
        String data, Cluster cluster, Lab lab, @Nullable Platform platform) {

    /** @param ca PEM that the other bridges are verified with; @param members all bridges, this one included; empty when it stands alone */
    record Cluster(UUID id, String secret, String ca, List<Member> members) {}

    /** A bridge of the cluster. */
    record Member(UUID id, String name, URI url) {}

    /**
     * The scripted people.
     *
     * @param script a script's file, null for the day that is shipped
     * @param epoch when the script began
     * @param scenario file that says what goes wrong, null: nothing
     */
    record Lab(long seed, Instant epoch, @Nullable String script, @Nullable String scenario) {}

    /**
     * The platform that the node runs as; what is null is not limited, and kinds of calls that are not stated cost nothing.
     *
     * @param fullHd calls with 1080p30 video and 720p30 content, when there are no others; the others likewise
     */
    record Platform(String name, @Nullable Integer fullHd, @Nullable Integer hd, @Nullable Integer sd, @Nullable Integer audio, @Nullable Integer users,
            @Nullable Integer spaces) {

        Capacity capacity() {
            Map<Traffic, Integer> calls = new EnumMap<>(Traffic.class);
            put(calls, Traffic.FULL_HD, fullHd);
            put(calls, Traffic.HD, hd);
            put(calls, Traffic.SD, sd);
            put(calls, Traffic.AUDIO, audio);
            return new Capacity(name, calls, number(users), number(spaces));
        }

        private static void put(Map<Traffic, Integer> calls, Traffic traffic, @Nullable Integer most) {
            if (most != null) {
                calls.put(traffic, most);
            }
        }

        private static OptionalInt number(@Nullable Integer value) {
            return value == null ? OptionalInt.empty() : OptionalInt.of(value);
        }
    }

    static NodeConfig read(Path file) {
        try {
            NodeConfig config = Json.strict().readValue(Files.readAllBytes(file), NodeConfig.class);
            config.check();
            return config;
        } catch (JsonProcessingException e) {
            throw new ProblemException(refused(file + ", line " + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()) + ": " + e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new ProblemException(refused("The configuration " + file + " cannot be read: check that it exists and may be read."), e);
        }
    }

    private void check() {
        require(name, "name");
        require(id, "id");
        require(hostId, "hostId");
        require(address, "address");
        require(user, "user");
        require(password, "password");
        require(certificate, "certificate");
        require(key, "key");
        require(cdrTrust, "cdrTrust");
        require(data, "data");
        require(cluster, "cluster");
        require(lab, "lab");
        require(cluster.id(), "cluster.id");
        require(cluster.members(), "cluster.members");
        require(lab.epoch(), "lab.epoch");
        if (port < 0 || port > 65_535) {
            throw Problem.invalid("port", "must be 0 to 65535.").exception();
        }
    }

    private static void require(@Nullable Object value, String field) {
        if (value == null) {
            throw Problem.invalid(field, "is missing in the configuration.").exception();
        }
    }

    private static Problem refused(String detail) {
        return Problem.of(CoreProblem.INVALID_INPUT, detail);
    }

    /** What it carries. */
    Capacity capacity() {
        Platform some = platform;
        return some == null ? Capacity.UNLIMITED : some.capacity();
    }

    /** This node's place among the members, 0 when it stands alone. */
    int place() {
        for (int i = 0; i < cluster.members().size(); i++) {
            if (cluster.members().get(i).id().equals(id)) {
                return i;
            }
        }
        return 0;
    }
}
