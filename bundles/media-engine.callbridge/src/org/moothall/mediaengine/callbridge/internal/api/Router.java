package org.moothall.mediaengine.callbridge.internal.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.moothall.core.ProblemException;
import org.moothall.mediaengine.ConferenceProblem;

/** Finds who answers a request. Paths do not mind their case. Built once, then read by all threads. */
public final class Router {

    private record Route(String method, List<String> pattern, Function<ApiRequest, ApiReply> handler) {

        boolean fits(List<String> path) {
            if (path.size() != pattern.size()) {
                return false;
            }
            for (int i = 0; i < path.size(); i++) {
                if (!pattern.get(i).equals("*") && !pattern.get(i).equalsIgnoreCase(path.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Route> routes = new ArrayList<>();

    /** This handler answers this method on paths like {@code calls/{}/participants}, {@code {}} being any one segment. */
    public Router on(String method, String pattern, Function<ApiRequest, ApiReply> handler) {
        routes.add(new Route(method, List.of(pattern.replace("{}", "*").split("/")), handler));
        return this;
    }

    /** The answer, a failure included. */
    public ApiReply answer(ApiRequest request) {
        try {
            return handler(request).apply(request);
        } catch (ApiFailure e) {
            return e.reply();
        } catch (ProblemException e) {
            return failure(e).reply();
        }
    }

    private Function<ApiRequest, ApiReply> handler(ApiRequest request) {
        List<Route> fitting = routes.stream().filter(route -> route.fits(request.path())).toList();
        String method = "HEAD".equals(request.method()) ? "GET" : request.method();
        Optional<Route> route = fitting.stream().filter(candidate -> candidate.method().equals(method)).findFirst();
        return route.orElseThrow(() -> fitting.isEmpty() ? ApiFailure.notFound("unrecognisedObject") : ApiFailure.badRequest("invalidOperation")).handler();
    }

    private static ApiFailure failure(ProblemException e) {
        if (e.problem().code() instanceof ConferenceProblem code) {
            return code.status() == 404 ? ApiFailure.notFound(code.reason()) : ApiFailure.badRequest(code.reason());
        }
        return ApiFailure.badRequest("parameterError");
    }
}
