package org.moothall.web.internal.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.moothall.core.Problem;

class ProblemsTest {

    @Test
    void aRefusalInsideOfSomethingElseIsStillFound() {
        Problem refused = Problem.notFound("meeting", "7");
        assertEquals(Optional.of(refused), Problems.expected(new IllegalStateException(new RuntimeException(refused.exception()))));
    }

    @Test
    void whatNobodyExpectedIsNoProblemOfTheCaller() {
        assertEquals(Optional.empty(), Problems.expected(new IllegalStateException("bug")));
    }
}
