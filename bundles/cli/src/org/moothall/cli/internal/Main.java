package org.moothall.cli.internal;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.moothall.net.HttpsFactory;

/** The {@code moothall} command; started by its script without a framework, so that it answers at once. */
public final class Main {

    private Main() {}

    /** Runs one command. */
    public static void main(String[] arguments) {
        Terminal terminal = new Terminal(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                new PrintWriter(System.out, false, StandardCharsets.UTF_8), new PrintWriter(System.err, false, StandardCharsets.UTF_8), System.console());
        ExitCode end = new Program(HttpsFactory.create(), ConfigFiles.of(System.getenv()), terminal).run(List.of(arguments));
        System.exit(end.number());
    }
}
