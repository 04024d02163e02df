package org.moothall.web.internal.openapi;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.web.Described;

import com.fasterxml.jackson.annotation.JsonView;

import io.swagger.v3.jaxrs2.ResolvedParameter;
import io.swagger.v3.jaxrs2.ext.AbstractOpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import jakarta.ws.rs.Consumes;

/** What each operation does and each parameter means, in words. */
@NonNullByDefault({})
final class Descriptions extends AbstractOpenAPIExtension {

    /** What means the same everywhere. */
    private static final Map<String, String> COMMON = Map.of(
            "id", "Its id.",
            "q", "Beginnings of words to find, in any order.",
            "at", "An instant such as 2026-01-31T14:05:00Z; without it, now.",
            "since", "Only what came after this instant, such as 2026-01-31T14:05:00Z.",
            "cluster", "Only of the cluster of this id.",
            "order", "asc or desc.",
            "limit", "Rows on a page, 1 to 1000; 50 without it.",
            "cursor", "What the page before gave as next.",
            "If-Match", "The ETag that was read: whoever changes what somebody else changed meanwhile is told so.",
            "User-Agent", "Shown in the audit trail.");

    @Override
    public void decorateOperation(Operation operation, Method method, Iterator<OpenAPIExtension> chain) {
        Described described = method.getAnnotation(Described.class);
        if (described != null) {
            operation.setSummary(firstSentence(described.value()));
            operation.setDescription(described.value());
        }
        super.decorateOperation(operation, method, chain);
    }

    /** Up to the first full stop that ends a sentence. */
    static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    @Override
    public ResolvedParameter extractParameters(List<Annotation> annotations, Type type, Set<Type> typesToSkip, Components components, Consumes classConsumes,
            Consumes methodConsumes, boolean includeRequestBody, JsonView view, Iterator<OpenAPIExtension> chain) {
        ResolvedParameter resolved = super.extractParameters(annotations, type, typesToSkip, components, classConsumes, methodConsumes, includeRequestBody,
                view,
                chain);
        Optional<String> said = annotations.stream().filter(Described.class::isInstance).map(annotation -> ((Described) annotation).value()).findFirst();
        resolved.parameters.forEach(parameter -> parameter.setDescription(said.orElseGet(() -> common(parameter))));
        return resolved;
    }

    private static String common(Parameter parameter) {
        return COMMON.getOrDefault(parameter.getName(), "path".equals(parameter.getIn()) ? "Id of the " + parameter.getName() + "." : null);
    }
}
