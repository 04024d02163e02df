package org.moothall.headless.internal;

/** How the program ends when it cannot run; documented in {@code --help}. */
enum ExitCode {
    ARGUMENTS(2), DATA_NOT_USABLE(3), DATA_IN_USE(4), PORT_NOT_USABLE(5), NOT_STARTED(6);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
