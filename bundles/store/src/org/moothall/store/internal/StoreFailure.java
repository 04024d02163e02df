package org.moothall.store.internal;

import java.sql.SQLException;

import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.store.StoreProblem;

/** Tells what the database said in words for people. */
final class StoreFailure {

    private StoreFailure() {}

    static ProblemException of(String engine, SQLException cause) {
        return new ProblemException(Problem.of(StoreProblem.FAILED, engine + " refused: " + cause.getMessage()
                + " Nothing was changed. Look for free space, access rights and, where there is one, the database server."), cause);
    }
}
