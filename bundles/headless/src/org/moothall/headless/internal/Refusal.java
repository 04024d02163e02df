package org.moothall.headless.internal;

/** Why the program cannot run, in one line for people. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    Refusal(ExitCode exitCode, String line) {
        super(line);
        this.exitCode = exitCode;
    }

    Refusal(ExitCode exitCode, String line, Throwable cause) {
        super(line, cause);
        this.exitCode = exitCode;
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
