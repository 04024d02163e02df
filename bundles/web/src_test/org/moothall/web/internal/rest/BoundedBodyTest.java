package org.moothall.web.internal.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import org.junit.jupiter.api.Test;
import org.moothall.core.CoreProblem;
import org.moothall.core.ProblemException;

class BoundedBodyTest {

    @Test
    void aBodyOfTheLimitIsRead() throws IOException {
        assertEquals(10, BoundedBody.read(new ByteArrayInputStream(new byte[10]), 10).length);
    }

    @Test
    void oneByteMoreIsRefused() {
        ProblemException refused = assertThrows(ProblemException.class, () -> BoundedBody.read(new ByteArrayInputStream(new byte[11]), 10));
        assertEquals(CoreProblem.TOO_LARGE, refused.problem().code());
    }
}
