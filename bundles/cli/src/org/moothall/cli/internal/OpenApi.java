package org.moothall.cli.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.moothall.cli.internal.ApiOperation.Parameter;
import org.moothall.cli.internal.ApiOperation.Place;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the server's OpenAPI document; what it does not understand it leaves out. */
final class OpenApi {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Set<String> HEADERS = Set.of("if-match");
    private static final int DEEPEST_REFERENCE = 8;

    private final JsonNode document;

    OpenApi(JsonNode document) {
        this.document = document;
    }

    /** All operations with an id of the form {@code group.verb}. */
    List<ApiOperation> operations() {
        List<ApiOperation> found = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> {
            String[] id = method.getValue().path("operationId").asText("").split("\\.", 2);
            if (METHODS.contains(method.getKey()) && id.length == 2 && word(id[0]) && word(id[1])) {
                found.add(operation(id[0], id[1], method.getKey(), path.getKey(), path.getValue(), method.getValue()));
            }
        }));
        found.sort(Comparator.comparing(ApiOperation::group).thenComparing(ApiOperation::verb));
        return found;
    }

    private ApiOperation operation(String group, String verb, String method, String path, JsonNode shared, JsonNode told) {
        List<Parameter> parameters = new ArrayList<>();
        Set<String> options = new LinkedHashSet<>();
        shared.path("parameters").forEach(each -> add(parameter(resolved(each)), parameters, options));
        told.path("parameters").forEach(each -> add(parameter(resolved(each)), parameters, options));
        JsonNode schema = resolved(told.path("requestBody").path("content").path("application/json").path("schema"));
        schema.path("properties").properties().forEach(field -> add(bodyField(field.getKey(), resolved(field.getValue())), parameters, options));
        boolean paged = parameters.stream().anyMatch(parameter -> parameter.place() == Place.QUERY && parameter.name().equals("cursor"));
        boolean stream = answers(told, "text/event-stream");
        String described = told.path("summary").asText(told.path("description").asText("").lines().findFirst().orElse(""));
        String summary = described.isEmpty() ? method.toUpperCase(java.util.Locale.ROOT) + " " + bare(path) : described;
        return new ApiOperation(ApiOperation.kebab(group), ApiOperation.kebab(verb), method.toUpperCase(java.util.Locale.ROOT), bare(path), summary, parameters,
                told.has("requestBody"), paged, stream);
    }

    /** An option name belongs to the first that claims it; path parameters have none. */
    private static void add(Parameter parameter, List<Parameter> parameters, Set<String> options) {
        boolean known = switch (parameter.place()) {
            case HEADER -> HEADERS.contains(parameter.name().toLowerCase(java.util.Locale.ROOT));
            default -> !parameter.name().isEmpty();
        };
        if (known && (parameter.place() == Place.PATH || options.add(parameter.option()))) {
            parameters.add(parameter);
        }
    }

    private Parameter parameter(JsonNode told) {
        Place place = switch (told.path("in").asText("")) {
            case "path" -> Place.PATH;
            case "query" -> Place.QUERY;
            default -> Place.HEADER;
        };
        return new Parameter(place, told.path("name").asText(""), resolved(told.path("schema")).path("type").asText("string"),
                told.path("required").asBoolean(),
                told.path("description").asText(""));
    }

    /** Whether a field is required is the server's to say: a file may bring it. */
    private static Parameter bodyField(String name, JsonNode schema) {
        return new Parameter(Place.BODY, name, schema.path("type").asText(schema.has("properties") ? "object" : "string"), false,
                schema.path("description").asText(""));
    }

    private static boolean answers(JsonNode told, String type) {
        for (JsonNode response : told.path("responses")) {
            if (response.path("content").has(type)) {
                return true;
            }
        }
        return false;
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode current = node;
        for (int i = 0; i < DEEPEST_REFERENCE && current.path("$ref").asText("").startsWith("#/"); i++) {
            current = document.at(current.path("$ref").asText().substring(1));
        }
        return current;
    }

    private static boolean word(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9_-]{0,60}");
    }

    /** Below {@code /api/v1}, whether the document says so in its paths or in its servers. */
    private static String bare(String path) {
        String rooted = path.startsWith("/") ? path : "/" + path;
        return rooted.startsWith("/api/v1/") ? rooted.substring("/api/v1".length()) : rooted;
    }
}
