package org.moothall.cli.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.cli.internal.ApiOperation.Parameter;
import org.moothall.cli.internal.ApiOperation.Place;
import org.moothall.core.Problem;
import org.moothall.core.ProblemException;
import org.moothall.net.NetProblem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One call of an operation with the values that the command line gave. */
final class OperationCall {

    private final ApiOperation operation;
    private final Api api;
    private final Terminal terminal;
    private final Map<String, String> values;

    /** @param values by the API's names; {@code --file} and {@code --all} are told apart by the caller */
    OperationCall(ApiOperation operation, Api api, Terminal terminal, Map<String, String> values) {
        this.operation = operation;
        this.api = api;
        this.terminal = terminal;
        this.values = values;
    }

    /** Calls once. @param file of the body, {@code -} for standard input, or null */
    JsonNode once(@Nullable String file) {
        return call(Map.of(), file);
    }

    /** Reads page after page. */
    JsonNode all() {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        String cursor = "";
        do {
            JsonNode page = call(cursor.isEmpty() ? Map.of() : Map.of("cursor", cursor), null);
            page.path("items").forEach(items::add);
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty());
        return JsonNodeFactory.instance.objectNode().put("total", items.size()).put("totalExact", true).set("items", items);
    }

    /** Shows events until the server or the user ends it. */
    void follow() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(api.stream(path(Map.of())).body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data:")) {
                    terminal.out().println(line.substring("data:".length()).strip());
                    terminal.out().flush();
                }
            }
        } catch (IOException e) {
            throw new ProblemException(Problem.of(NetProblem.BROKEN, "The stream of events broke."), e);
        }
    }

    private JsonNode call(Map<String, String> more, @Nullable String file) {
        Map<String, String> headers = new HashMap<>();
        for (Parameter header : operation.in(Place.HEADER)) {
            String given = values.get(header.name());
            headers.put(header.name(), given == null || given.equals("*") ? "*" : "\"" + given.replace("\"", "") + "\"");
        }
        JsonNode body = operation.body() ? body(file) : null;
        return Api.json(api.send(operation.method(), path(more), headers, body == null || body.isMissingNode() ? null : body).body());
    }

    private String path(Map<String, String> more) {
        String path = operation.path();
        for (Parameter parameter : operation.in(Place.PATH)) {
            path = path.replace("{" + parameter.name() + "}", encode(values.getOrDefault(parameter.name(), "")).replace("+", "%20"));
        }
        List<String> query = new ArrayList<>();
        for (Parameter parameter : operation.in(Place.QUERY)) {
            String value = more.getOrDefault(parameter.name(), values.get(parameter.name()));
            if (value != null) {
                query.add(encode(parameter.name()) + "=" + encode(value));
            }
        }
        return path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private JsonNode body(@Nullable String file) {
        List<Parameter> given = operation.in(Place.BODY).stream().filter(parameter -> values.containsKey(parameter.name())).toList();
        if (file == null && given.isEmpty()) {
            return MissingNode.getInstance();
        }
        JsonNode base = file == null ? JsonNodeFactory.instance.objectNode() : read(file);
        if (base instanceof ObjectNode object) {
            given.forEach(parameter -> object.set(parameter.name(), value(parameter, values.getOrDefault(parameter.name(), ""))));
        }
        return base;
    }

    private JsonNode read(String file) {
        try {
            String text = file.equals("-") ? String.join("\n", terminal.in().lines().toList()) : Files.readString(Path.of(file));
            return Api.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new ProblemException(Problem.invalid("--file", "is no JSON at line " + e.getLocation().getLineNr() + "."), e);
        } catch (NoSuchFileException e) {
            throw new ProblemException(Problem.invalid("--file", "there is no file " + file + "."), e);
        } catch (IOException e) {
            throw new ProblemException(Problem.invalid("--file", "cannot be read: " + file + "."), e);
        }
    }

    private static JsonNode value(Parameter parameter, String text) {
        if (parameter.type().equals("string")) {
            return JsonNodeFactory.instance.textNode(text);
        }
        try {
            return Api.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new ProblemException(Problem.invalid(parameter.option(), "must be " + (parameter.type().equals("boolean") ? "true or false." : "JSON.")), e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
