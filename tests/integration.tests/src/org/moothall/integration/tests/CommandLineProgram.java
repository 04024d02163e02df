package org.moothall.integration.tests;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The {@code moothall} command in a process of its own, as its script starts it, from the bundles of this framework. */
final class CommandLineProgram {

    private static final long PATIENCE = 60;

    private final Path settings;

    /** What it said, and how it ended. */
    record Said(int code, String out) {}

    /** Keeps its session in this directory. */
    CommandLineProgram(Path settings) {
        this.settings = settings;
    }

    Said run(String input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-cp", classPath(), "org.moothall.cli.internal.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("MOOTHALL_CONFIG_DIR", settings.toString());
        Process process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the command did not end: " + String.join(" ", arguments));
        }
        return new Said(process.exitValue(), out);
    }

    private static String classPath() {
        // Locations are relative to where the framework is installed.
        Path installed = Path.of(URI.create(Objects.requireNonNull(ServerFixture.bundles().getProperty("osgi.install.area"))));
        return Arrays.stream(ServerFixture.bundles().getBundles())
                .filter(bundle -> bundle.getSymbolicName()
                        .matches("org\\.moothall\\.(cli|core|net)|picocli|com\\.fasterxml\\.jackson\\..*|org\\.yaml\\.snakeyaml|slf4j\\.api"))
                .map(bundle -> installed.resolve(bundle.getLocation().replaceFirst("^.*?file:", "")).normalize().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
