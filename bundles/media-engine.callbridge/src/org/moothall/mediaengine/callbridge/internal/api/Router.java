package org.moothall.mediaengine.callbridge.internal.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.moothall.core.ProblemException;
import org.moothall.mediaengine.ConferenceProblem;

/** Finds who answers a request. Paths do not mind their case. Built once, then read by all threads. */
public final class Router {

    /** The patterns that there are, taken apart: the program knows them all. */
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    /** What all paths have in common that fit. */
    private record Shape(String first, int segments) {
        static Shape of(List<String> path) {
            return new Shape(path.isEmpty() ? "" : path.getFirst().toLowerCase(Locale.ROOT), path.size());
        }
    }

    /** A pattern that is taken apart; {@code *} is any segment. */
    private record Pattern(Shape shape, List<String> segments) {
        static Pattern of(String text) {
            List<String> segments = List.of(text.replace("{}", "*").split("/"));
            return new Pattern(Shape.of(segments), segments);
        }
    }

    private record Route(String method, List<String> pattern, Function<ApiRequest, ApiReply> handler) {

        boolean fits(List<String> path) {
            for (int i = 1; i < path.size(); i++) {
                if (!pattern.get(i).equals("*") && !pattern.get(i).equalsIgnoreCase(path.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Map<Shape, List<Route>> routes = new HashMap<>();

    /** This handler answers this method on paths like {@code calls/{}/participants}, {@code {}} being any one segment but the first. */
    public Router on(String method, String pattern, Function<ApiRequest, ApiReply> handler) {
        Pattern known = PATTERNS.computeIfAbsent(pattern, Pattern::of);
        routes.computeIfAbsent(known.shape(), none -> new ArrayList<>()).add(new Route(method, known.segments(), handler));
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
        List<Route> fitting = routes.getOrDefault(Shape.of(request.path()), List.of()).stream().filter(route -> route.fits(request.path())).toList();
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
