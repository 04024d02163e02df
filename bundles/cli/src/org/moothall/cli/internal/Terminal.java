package org.moothall.cli.internal;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.core.Secret;

/** Where the command reads and writes. @param console the person in front of it, or null in scripts */
record Terminal(BufferedReader in, PrintWriter out, PrintWriter err, @Nullable Console console) {

    /** Asks for a line; scripts give it on standard input. */
    String line(String question) {
        Console person = console;
        String answer;
        try {
            answer = person == null ? in.readLine() : person.readLine("%s", question);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (answer == null) {
            throw Problem.of(CoreProblem.INVALID_INPUT, "There was no answer to: " + question).exception();
        }
        return answer;
    }

    /** Asks for a password without showing it; scripts give it as one line on standard input. */
    Secret password(String question) {
        Console person = console;
        if (person == null) {
            return Secret.of(line(question));
        }
        char[] answer = person.readPassword("%s", question);
        return Secret.of(answer == null ? "" : new String(answer));
    }
}
