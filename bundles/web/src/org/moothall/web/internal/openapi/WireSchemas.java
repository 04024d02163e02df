package org.moothall.web.internal.openapi;

import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.core.Id;
import org.moothall.core.Secret;
import org.moothall.web.Created;

import com.fasterxml.jackson.databind.JavaType;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;

/** What the one JSON form writes otherwise than by components: ids and secrets as strings, durations as seconds. */
@NonNullByDefault({})
final class WireSchemas implements ModelConverter {

    @Override
    public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = Json.mapper().constructType(type.getType());
        if (java != null && (Id.class.isAssignableFrom(java.getRawClass()) || java.getRawClass() == Secret.class)) {
            return new StringSchema();
        }
        if (java != null && java.getRawClass() == Created.class) {
            return context
                    .resolve(new AnnotatedType(java.containedType(0)).resolveAsRef(type.isResolveAsRef()).jsonViewAnnotation(type.getJsonViewAnnotation()));
        }
        if (java != null && java.getRawClass() == Duration.class) {
            return new NumberSchema().description("seconds");
        }
        if (java != null && java.isEnumType()) {
            StringSchema schema = new StringSchema();
            for (Object constant : java.getRawClass().getEnumConstants()) {
                schema.addEnumItem(((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'));
            }
            return schema;
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }
}
