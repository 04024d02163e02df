package org.moothall.headless.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;

/**
 * What the command line asks for.
 *
 * @param readyFile written once the port is open, or null
 * @param authority whether it is a licensing authority, too
 */
record Arguments(Path data, String bind, int port, @Nullable Path readyFile, boolean authority, boolean help) {

    static final String HELP = """
            Usage: server.sh --data DIR [--bind ADDRESS] [--port PORT] [--ready-file FILE] [--authority]

              --data DIR         keeps all state here; created when missing
              --bind ADDRESS     listens on this address (default 127.0.0.1; 0.0.0.0 or :: for all)
              --port PORT        listens on this port (default 8443; 0 for any free one)
              --ready-file FILE  writes a JSON object here once the server answers: url, user, caFile, pid and,
                                 on the first start, password
              --authority        is a licensing authority for our own nodes, too: accounts, tokens, reservations
              --help             shows this

            The server speaks HTTPS only. Clients verify it with DIR/tls/ca.pem. Ends on Ctrl-C or SIGTERM.
            Exit codes: 0 ended, 2 wrong arguments, 3 data directory not usable, 4 data directory in use,
            5 port not usable, 6 a part did not start.""";

    private static final int DEFAULT_PORT = 8443;
    private static final int MAX_PORT = 65_535;

    /** @throws Refusal when they make no sense */
    static Arguments parse(List<String> words) {
        Deque<String> rest = new ArrayDeque<>(words);
        @Nullable Path data = null;
        @Nullable Path ready = null;
        boolean authority = false;
        String bind = "127.0.0.1";
        int port = DEFAULT_PORT;
        while (!rest.isEmpty()) {
            String option = rest.remove();
            switch (option) {
                case "--help", "-h" -> {
                    return new Arguments(Path.of("."), bind, port, null, false, true);
                }
                case "--data" -> data = path(option, rest.poll());
                case "--bind" -> bind = value(option, rest.poll());
                case "--port" -> port = port(value(option, rest.poll()));
                case "--authority" -> authority = true;
                case "--ready-file" -> ready = path(option, rest.poll());
                default -> throw new Refusal(ExitCode.ARGUMENTS, "Unknown argument " + option + ". --help shows the known ones.");
            }
        }
        if (data == null) {
            throw new Refusal(ExitCode.ARGUMENTS, "--data DIR is missing: say where to keep all state.");
        }
        return new Arguments(data, bind, port, ready, authority, false);
    }

    private static String value(String option, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new Refusal(ExitCode.ARGUMENTS, option + " needs a value.");
        }
        return value;
    }

    private static Path path(String option, @Nullable String value) {
        try {
            return Path.of(value(option, value)).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new Refusal(ExitCode.ARGUMENTS, option + " " + value + " is not a path.", e);
        }
    }

    private static int port(String value) {
        int port = value.matches("[0-9]{1,5}") ? Integer.parseInt(value) : -1;
        if (port < 0 || port > MAX_PORT) {
            throw new Refusal(ExitCode.ARGUMENTS, "--port " + value + " is not a number from 0 to " + MAX_PORT + ".");
        }
        return port;
    }
}
