package org.moothall.integration.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code releng/run} says when it cannot do what it was asked for: at once, in words, before anything is built or started. */
class RunScriptTest {

    private static final int ARGUMENTS = 2;
    private static final int REFUSED = 1;

    @TempDir
    Path folder = Path.of("");

    @Test
    void whatItDoesNotKnowIsNamedAndTheUsageShown() throws Exception {
        refused(ARGUMENTS, List.of("Unknown argument --frobnicate", "--ready-file F"), "--frobnicate");
        refused(ARGUMENTS, List.of("--seed seven is not a number"), "--seed", "seven");
        refused(ARGUMENTS, List.of("--data needs a value"), "--data");
    }

    @Test
    void helpTellsAllWaysToCallIt() throws Exception {
        for (String word : List.of("server", "node [N]", "workbench", "--headless", "--data DIR", "--seed N", "--ready-file F")) {
            refused(0, List.of(word), "--help");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws Exception {
        refused(REFUSED, List.of("/proc/moothall cannot be written", "--data"), "--data", "/proc/moothall");
        refused(REFUSED, List.of("/proc/ready.json cannot be written", "--ready-file"), "--data", folder.toString(), "--ready-file", "/proc/ready.json");
    }

    @Test
    void aPortInUseIsNamedWithWhoWantsItAndWhatToDo() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());
            Files.writeString(folder.resolve("server.port"), port);
            refused(REFUSED, List.of("Port " + port, "the server of " + folder, "another --data", "server.port"), "--data", folder.toString(), "server");
        }
    }

    @Test
    void aPortInUseStopsTheWholeLabBeforeAnyOfItStarts() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path node = Files.createDirectories(folder.resolve("lab/node-2"));
            Files.writeString(node.resolve("node.json"), "{\n  \"port\" : " + other.getLocalPort() + ",\n  \"name\" : \"lab-node-2\"\n}\n");
            refused(REFUSED, List.of("Port " + other.getLocalPort(), "the node 2 of " + folder), "--data", folder.toString(), "--headless");
            assertTrue(Files.notExists(folder.resolve("log/server.log")), "no server was started");
        }
    }

    @Test
    void aWorkbenchWithoutAServerSaysWhatToStartFirst() throws Exception {
        refused(REFUSED, List.of("No server ever ran with --data " + folder, "releng/run server"), "--data", folder.toString(), "workbench");
    }

    private static void refused(int exitCode, List<String> words, String... arguments) throws IOException, InterruptedException {
        Path root = Path.of(Objects.requireNonNull(System.getProperty("moothall.root")));
        List<String> command = new ArrayList<>(List.of(root.resolve("releng/run").toString(), "--no-build"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(exitCode, process.waitFor(), said);
        words.forEach(word -> assertTrue(said.contains(word), said));
    }
}
