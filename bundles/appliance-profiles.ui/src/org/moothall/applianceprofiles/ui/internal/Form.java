package org.moothall.applianceprofiles.ui.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.moothall.core.Problem.Violation;

/** Fields in sections. Confined to the UI thread. */
final class Form {
    private final List<Section> sections;
    private final Map<String, Field> fields = new TreeMap<>();

    /** Fields that belong together. @param key of its title */
    record Section(String key, List<Field> fields) {
        String title() {
            return Texts.of("section." + key);
        }
    }

    Form(List<Section> sections) {
        this.sections = sections;
        sections.forEach(section -> section.fields().forEach(field -> fields.put(field.key(), field)));
    }

    List<Section> sections() {
        return sections;
    }

    /** The field of this name in the API; a name that no field has is a bug. */
    Field field(String key) {
        return Objects.requireNonNull(fields.get(key), key);
    }

    /** Whether all of it is allowed; each field that is not says why. */
    boolean check() {
        return fields.values().stream().map(Field::check).reduce(true, Boolean::logicalAnd);
    }

    /** What the server refused, at its field. */
    void refused(List<Violation> violations) {
        violations.forEach(violation -> {
            if (fields.containsKey(violation.field())) {
                field(violation.field()).problem().set(Texts.of("problem.refused", violation.message()));
            }
        });
    }
}
