package org.moothall.cli.internal;

import java.util.List;

/**
 * One operation of the API as a command.
 *
 * @param group first word of the command, for example {@code meetings}
 * @param verb second word, for example {@code list}
 * @param method HTTP method; @param path with placeholders, below the API's base
 * @param summary one line for help
 * @param body whether it takes a body; @param paged whether it gives pages; @param stream whether it gives events
 */
record ApiOperation(String group, String verb, String method, String path, String summary, List<Parameter> parameters, boolean body, boolean paged,
        boolean stream) {

    ApiOperation {
        parameters = List.copyOf(parameters);
    }

    /** Where a parameter travels. */
    enum Place { PATH, QUERY, HEADER, BODY }

    /** @param name as the API calls it; @param type of JSON: string, integer, number, boolean, object or array */
    record Parameter(Place place, String name, String type, boolean required, String description) {

        /** {@code audioMuted} as {@code --audio-muted}. */
        String option() {
            return "--" + kebab(name);
        }
    }

    List<Parameter> in(Place place) {
        return parameters.stream().filter(parameter -> parameter.place() == place).toList();
    }

    static String kebab(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1-$2").replace('_', '-').toLowerCase(java.util.Locale.ROOT);
    }
}
