package org.moothall.cli.internal;

import java.util.LinkedHashMap;
import java.util.Map;

import org.moothall.core.Problem;
import org.moothall.net.NetProblem;

/** How the command ends; part of its contract with scripts. */
enum ExitCode {
    OK(0, "Done."),
    FAILED(1, "The server refused or something else went wrong; the message says what."),
    USAGE(2, "The command line is not right."),
    NOT_SIGNED_IN(3, "Not signed in, or the session has ended: moothall sign-in."),
    FORBIDDEN(4, "Your role may not do this."),
    NOT_FOUND(5, "There is no such object."),
    CONNECTION(6, "The server could not be reached, or its certificate is not trusted.");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    int number() {
        return number;
    }

    static ExitCode of(Problem problem) {
        if (problem.code() instanceof NetProblem) {
            return CONNECTION;
        }
        return switch (problem.code().status()) {
            case 401 -> NOT_SIGNED_IN;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            default -> FAILED;
        };
    }

    /** For {@code --help}. */
    static Map<String, String> list() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (ExitCode code : values()) {
            codes.put(Integer.toString(code.number), code.meaning);
        }
        return codes;
    }
}
