package org.moothall.client.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.RemoteProblem;
import org.moothall.core.CoreProblem;
import org.moothall.core.Problem;
import org.moothall.core.Problem.Violation;
import org.moothall.core.ProblemCode;
import org.moothall.net.HttpsPeer.Response;
import org.moothall.net.NetProblem;
import org.moothall.security.SecurityProblem;
import org.moothall.servers.ServersProblem;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads RFC 9457 problems back into ours: known codes into their constants, others as they came. */
final class Problems {

    private static final Map<String, ProblemCode> KNOWN = Stream
            .<ProblemCode[]>of(CoreProblem.values(), NetProblem.values(), SecurityProblem.values(), ServersProblem.values())
            .flatMap(Stream::of)
            .collect(Collectors.toUnmodifiableMap(ProblemCode::code, Function.identity()));

    private Problems() {}

    static Problem of(Response response) {
        @Nullable String kind = response.headers().get("content-type");
        if (kind == null || !kind.contains("json")) {
            return withoutWords(response.status());
        }
        return of(Wire.tree(response.body()), response.status());
    }

    static Problem of(JsonNode json, int status) {
        String type = text(json, "type", "");
        if (type.isEmpty()) {
            return withoutWords(status);
        }
        String title = text(json, "title", "The server refused the request");
        @Nullable ProblemCode known = KNOWN.get(type);
        ProblemCode code = known == null ? new RemoteProblem(type, json.path("status").asInt(status), title) : known;
        return new Problem(code, text(json, "detail", title + "."), Wire.text(json, "subject"), violations(json.path("violations")));
    }

    private static List<Violation> violations(JsonNode json) {
        List<Violation> violations = new ArrayList<>();
        json.forEach(one -> violations.add(new Violation(text(one, "field", ""), text(one, "message", ""))));
        return violations;
    }

    private static Problem withoutWords(int status) {
        ProblemCode code = new RemoteProblem("http." + status, status, "The server answered with status " + status);
        return Problem.of(code, "The answer (status " + status + ") has no explanation: something between here and the server may have given it.");
    }

    private static String text(JsonNode json, String field, String otherwise) {
        @Nullable String text = Wire.text(json, field);
        return text == null ? otherwise : text;
    }
}
