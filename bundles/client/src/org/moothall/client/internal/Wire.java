package org.moothall.client.internal;

import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.core.json.Json;
import org.moothall.net.NetProblem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** The API's JSON. What cannot be read is {@code net.not-understood}. */
final class Wire {

    private static final JsonMapper JSON = Json.lenient();

    private Wire() {}

    static byte[] write(@Nullable Object body) {
        try {
            return body == null ? new byte[0] : JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this body cannot be written as JSON", e);
        }
    }

    static JsonNode tree(byte[] body) {
        try {
            @Nullable JsonNode node = body.length == 0 ? null : JSON.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (IOException e) {
            throw notUnderstood("It is not JSON: is this the address of a Moothall server?", e);
        }
    }

    static <T> T read(@Nullable JsonNode node, Class<T> type) {
        return convert(node, JSON.constructType((Type) type));
    }

    static <T> Page<T> page(JsonNode node, Class<T> row) {
        return convert(node, JSON.getTypeFactory().constructParametricType(Page.class, row));
    }

    /** The rows of a list, whether it came as a page or bare. */
    static <T> List<T> rows(JsonNode node, Class<T> row) {
        JsonNode items = node.isArray() ? node : node.path("items");
        List<T> rows = new ArrayList<>(items.size());
        items.forEach(item -> rows.add(read(item, row)));
        return rows;
    }

    private static <T> T convert(@Nullable JsonNode node, JavaType type) {
        try {
            @Nullable T value = node == null || node.isMissingNode() ? null : JSON.treeToValue(node, type);
            if (value != null) {
                return value;
            }
        } catch (JsonProcessingException e) {
            throw notUnderstood("It has an unknown form: the server may be older or newer than this program.", e);
        }
        throw notUnderstood("It is empty.", null);
    }

    static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    static String segment(String value) {
        return java.net.URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static ProblemException notUnderstood(String why, @Nullable Throwable cause) {
        Problem problem = Problem.of(NetProblem.NOT_UNDERSTOOD, "The server's answer was not understood. " + why);
        return cause == null ? problem.exception() : new ProblemException(problem, cause);
    }
}
