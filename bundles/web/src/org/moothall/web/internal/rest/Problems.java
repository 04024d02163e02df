package org.moothall.web.internal.rest;

import java.util.Optional;
import java.util.UUID;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Boundary;
import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.web.WebProblem;
import org.moothall.web.internal.ProblemBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.core.JacksonException;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Turns whatever a request ends with into a problem document; what nobody expected is logged once under an id. */
@NonNullByDefault({})
@Boundary
final class Problems implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final int CLIENT_ERRORS = 400;
    private static final int SERVER_ERRORS = 500;

    @Override
    public Response toResponse(Throwable failure) {
        Optional<Problem> expected = expected(failure);
        if (expected.isPresent()) {
            Response answer = answer(expected.get().code().status(), ProblemBody.of(expected.get()));
            return failure instanceof RetryLater later ? Response.fromResponse(answer).header(HttpHeaders.RETRY_AFTER, later.seconds()).build() : answer;
        }
        if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < SERVER_ERRORS) {
            return ofFramework(web);
        }
        String correlation = UUID.randomUUID().toString();
        LOG.error("Request failed, log entry {}.", correlation, failure);
        return answer(SERVER_ERRORS, ProblemBody.internal(correlation));
    }

    /** The refusal that this failure, or what caused it, tells of. */
    static Optional<Problem> expected(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Problem problem = known(cause);
            if (problem != null) {
                return Optional.of(problem);
            }
        }
        return Optional.empty();
    }

    private static @Nullable Problem known(Throwable cause) {
        if (cause instanceof ProblemException expected) {
            return expected.problem();
        }
        return cause instanceof JacksonException json ? JsonProblems.of(json) : null;
    }

    /** What the framework refuses before a method is found. */
    private static Response ofFramework(WebApplicationException web) {
        Response response = web.getResponse();
        Problem problem = switch (response.getStatus()) {
            case 404 -> Problem.of(CoreProblem.NOT_FOUND, "There is nothing at this path.");
            case 405 -> Problem.of(WebProblem.METHOD_NOT_ALLOWED, "The path exists, but not with this method.");
            case 406 -> Problem.of(WebProblem.NOT_ACCEPTABLE, "Accept application/json.");
            case 415 -> Problem.of(WebProblem.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.");
            default -> response.getStatus() >= CLIENT_ERRORS
                    ? Problem.of(CoreProblem.INVALID_INPUT, "The request is not understood: check path and query parameters.") : null;
        };
        if (problem == null) {
            return response;
        }
        Response.ResponseBuilder answer = Response.status(problem.code().status()).entity(ProblemBody.of(problem)).type(problemJson());
        String allow = response.getHeaderString("Allow");
        return (allow == null ? answer : answer.header("Allow", allow)).build();
    }

    private static Response answer(int status, ProblemBody body) {
        return Response.status(status).entity(body).type(problemJson()).build();
    }

    private static MediaType problemJson() {
        return MediaType.valueOf(ProblemBody.MEDIA_TYPE);
    }
}
