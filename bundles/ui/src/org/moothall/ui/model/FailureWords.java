package org.moothall.ui.model;

import java.util.concurrent.CompletionException;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.ui.internal.Texts;

/** What a failed future says to people: what happened and what to do. */
public final class FailureWords {
    private FailureWords() {}

    /** The words of a failure, with or without the wrapping that futures add. */
    public static String of(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof ProblemException expected ? of(expected.problem()) : Texts.of("error.unexpected");
    }

    /** The words of a problem. */
    public static String of(Problem problem) {
        return problem.detail().isBlank() ? problem.code().title() + "." : problem.detail();
    }
}
