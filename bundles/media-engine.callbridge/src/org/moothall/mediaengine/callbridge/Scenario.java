package org.moothall.mediaengine.callbridge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.core.json.Json;

import com.fasterxml.jackson.core.JacksonException;

/**
 * What goes wrong in a lab, and whether more may be ordered through the lab API. A JSON file. The same seed makes the same things
 * go wrong at the same request, record or message.
 *
 * @param seed decides what is left to chance
 * @param labApi whether {@code /lab/v1} answers; otherwise nothing is to be found there
 */
public record Scenario(long seed, boolean labApi, List<Fault> faults) {

    /** Nothing goes wrong, and nothing can be ordered to. */
    public static final Scenario NONE = new Scenario(0, false, List.of());

    public Scenario {
        faults = List.copyOf(faults);
    }

    /** Reads a file. Problem: {@code core.invalid-input} with what is wrong. */
    public static Scenario read(Path file) {
        try {
            return Json.strict().readValue(Files.readAllBytes(file), Scenario.class);
        } catch (JacksonException e) {
            throw new ProblemException(Problem.of(CoreProblem.INVALID_INPUT, "The scenario " + file + " cannot be used: " + reason(e)), e);
        } catch (IOException e) {
            throw new ProblemException(Problem.of(CoreProblem.INVALID_INPUT, "The scenario " + file + " cannot be read: check that it exists and may be read."),
                    e);
        }
    }

    /** What is wrong with a document, in words. */
    public static String reason(JacksonException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException known) {
                return known.problem().violations().isEmpty() ? known.problem().detail()
                        : known.problem().violations().getFirst().field() + " " + known.problem().violations().getFirst().message();
            }
        }
        return failure.getOriginalMessage();
    }
}
