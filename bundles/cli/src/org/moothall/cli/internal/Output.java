package org.moothall.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;

/** Shows answers: as a table for people, as JSON or YAML, unchanged, for scripts. */
enum Output {
    TABLE, JSON, YAML;

    private static final int WIDEST = 64;

    void print(JsonNode answer, PrintWriter out) {
        if (answer.isMissingNode()) {
            return;
        }
        try {
            switch (this) {
                case JSON -> out.println(Api.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
                case YAML -> out.print(new ObjectMapper(YAMLFactory.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).build())
                        .writeValueAsString(answer));
                case TABLE -> table(answer, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.flush();
    }

    private static void table(JsonNode answer, PrintWriter out) {
        if (answer.path("items").isArray() || answer.isArray()) {
            List<JsonNode> rows = new ArrayList<>();
            (answer.isArray() ? answer : answer.path("items")).forEach(rows::add);
            rows(rows, out);
            if (answer.hasNonNull("next")) {
                out.println("(more: --all, or --cursor " + answer.path("next").asText() + ")");
            }
        } else if (answer.isObject()) {
            List<List<String>> lines = new ArrayList<>();
            answer.properties().forEach(field -> lines.add(List.of(heading(field.getKey()), detail(field.getValue()))));
            columns(lines, out);
        } else {
            out.println(answer.asText());
        }
    }

    private static void rows(List<JsonNode> rows, PrintWriter out) {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> row.properties().forEach(field -> names.add(field.getKey())));
        if (rows.isEmpty()) {
            out.println("(none)");
            return;
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(names.isEmpty() ? List.of("VALUE") : names.stream().map(Output::heading).toList());
        rows.forEach(row -> lines.add(names.isEmpty() ? List.of(value(row)) : names.stream().map(name -> value(row.path(name))).toList()));
        columns(lines, out);
    }

    private static void columns(List<List<String>> lines, PrintWriter out) {
        int count = lines.getFirst().size();
        int[] widths = new int[count];
        lines.forEach(line -> {
            for (int i = 0; i < count; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        });
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < count; i++) {
                text.append(line.get(i)).append(" ".repeat(widths[i] - line.get(i).length() + 2));
            }
            out.println(text.toString().stripTrailing());
        }
    }

    /** One value that has the line to itself. */
    private static String detail(JsonNode node) {
        if (node.isArray() && !node.isEmpty() && node.get(0).isValueNode()) {
            List<String> texts = new ArrayList<>();
            node.forEach(each -> texts.add(each.asText()));
            return String.join(", ", texts);
        }
        return node.isTextual() ? node.asText().replaceAll("\\p{Cntrl}", " ") : value(node);
    }

    /** One cell: an object shows its first plain value, a list how many it has. */
    private static String value(JsonNode node) {
        if (node.isArray()) {
            return node.isEmpty() ? "" : node.get(0).isValueNode() ? joined(node) : node.size() + " items";
        }
        if (node.isObject()) {
            for (Iterator<JsonNode> fields = node.elements(); fields.hasNext();) {
                JsonNode field = fields.next();
                if (field.isValueNode()) {
                    return value(field);
                }
            }
            return node.isEmpty() ? "" : "…";
        }
        String text = node.isMissingNode() || node.isNull() ? "" : node.asText().replaceAll("\\p{Cntrl}", " ");
        return text.length() > WIDEST ? text.substring(0, WIDEST - 1) + "…" : text;
    }

    private static String joined(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(each -> texts.add(each.asText()));
        String text = String.join(", ", texts).replaceAll("\\p{Cntrl}", " ");
        return text.length() > WIDEST ? text.substring(0, WIDEST - 1) + "…" : text;
    }

    private static String heading(String name) {
        return ApiOperation.kebab(name).replace('-', ' ').toUpperCase(java.util.Locale.ROOT);
    }
}
