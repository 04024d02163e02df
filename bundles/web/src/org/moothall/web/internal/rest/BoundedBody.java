package org.moothall.web.internal.rest;

import java.io.IOException;
import java.io.InputStream;

import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;

/** Reads a body that may not be larger than a limit, however it is framed. */
final class BoundedBody {

    private BoundedBody() {}

    static byte[] read(InputStream body, long limit) throws IOException {
        byte[] bytes = body.readNBytes(Math.toIntExact(limit + 1));
        if (bytes.length > limit) {
            throw Problem.of(CoreProblem.TOO_LARGE, "A body may have " + limit + " bytes at the most.").exception();
        }
        return bytes;
    }
}
