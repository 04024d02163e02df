package org.moothall.workbench.internal;

import java.util.concurrent.CompletionException;
import org.moothall.core.ProblemException;
import org.moothall.ui.model.FailureWords;

/** What a failed future says to people. */
final class Failures {
    private Failures() {}

    /** The failure without the wrapping that futures add. */
    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** What happened and what to do. */
    static String words(Throwable failure) {
        return FailureWords.of(failure);
    }

    /** The code of the problem, empty when it is a bug. */
    static String code(Throwable failure) {
        return cause(failure) instanceof ProblemException expected ? expected.problem().code().code() : "";
    }
}
