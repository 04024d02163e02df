package org.moothall.testkit.lab;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.testkit.Deadline;
import org.moothall.testkit.RunningLab.Node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A lab of the built node as large as wanted: all its bridges and scripted people in one process. */
public final class BuiltLab implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);

    private final MeasuredProcess process;
    private final Path ready;
    private final Path folder;

    /**
     * How large the lab is.
     *
     * @param meetings one after another; some have just ended, so that somewhat fewer go on at the same time
     * @param people in all of them at the same time
     * @param calm how many times longer than usual people stay and leave things as they are
     */
    public record Size(int bridges, int meetings, int people, int calm) {}

    /**
     * Makes the lab and begins to start it.
     *
     * @param program folder of the node product
     * @param work for the lab and the logs
     * @param receivers what CDR receivers are verified with, or null for none that are
     * @param flags of the lab's Java
     */
    public BuiltLab(Path program, Path work, Size size, @Nullable Path receivers, String flags) throws IOException, InterruptedException {
        folder = work.resolve("lab");
        ready = work.resolve("ready.json");
        String node = program.resolve("node.sh").toString();
        List<String> create = new ArrayList<>(List.of(node, "--create-lab", folder.toString(), "--nodes", Integer.toString(size.bridges()), "--meetings",
                Integer.toString(size.meetings()), "--people", Integer.toString(size.people()), "--calm", Integer.toString(size.calm()), "--seed", "7"));
        if (receivers != null) {
            create.addAll(List.of("--cdr-trust", receivers.toString()));
        }
        MeasuredProcess.run(work.resolve("create.log"), create.toArray(String[]::new));
        process = new MeasuredProcess(work.resolve("lab.log"), flags, node, "--lab", folder.toString(), "--ready-file", ready.toString());
    }

    /** The node that was built last in the checkout that {@code moothall.root} names. */
    public static Path built() {
        return Path.of(System.getProperty("moothall.root", "")).resolve("product/target/products/org.moothall.node.product/linux/gtk/x86_64/moothall-node");
    }

    /** Waits until all bridges answer; the first first. */
    public List<Node> nodes() throws IOException {
        Deadline.await("the lab", START, () -> Files.exists(ready) || !process.alive());
        List<Node> nodes = new ArrayList<>();
        for (JsonNode each : new ObjectMapper().readTree(folder.resolve("credentials.json").toFile()).path("nodes")) {
            nodes.add(new Node(each.path("name").asText(), URI.create(each.path("url").asText()), each.path("user").asText(), each.path("password").asText(),
                    Path.of(each.path("caFile").asText())));
        }
        return nodes;
    }

    /** The process of all bridges. */
    public MeasuredProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
