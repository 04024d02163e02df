package org.moothall.web.internal.openapi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.core.json.Json;
import org.moothall.web.internal.ProblemBody;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.jaxrs2.DefaultParameterExtension;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtensions;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;

/** Makes the API document from the resources' classes. */
@NonNullByDefault({})
final class ApiReader {

    static final String BEARER = "session";

    private ApiReader() {}

    static byte[] read(Set<Class<?>> resources) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The library looks its extensions up by the context class loader.
        thread.setContextClassLoader(ApiReader.class.getClassLoader());
        try {
            OpenAPI api = document(resources);
            return io.swagger.v3.core.util.Json.mapper().writeValueAsString(api).getBytes(StandardCharsets.UTF_8);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static OpenAPI document(Set<Class<?>> resources) {
        ModelConverters converters = ModelConverters.getInstance();
        WireSchemas wire = new WireSchemas();
        ModelResolver ours = new ModelResolver(Json.strict());
        converters.addConverter(ours);
        converters.addConverter(wire);
        OpenAPIExtensions.setExtensions(List.of(new OperationNames(), new Descriptions(), new DefaultParameterExtension()));
        try {
            OpenAPI api = new Reader(new SwaggerConfiguration().openAPI(base())).read(resources);
            converters.readAll(ProblemBody.class)
                    .forEach((name, schema) -> api.getComponents().addSchemas(name.equals("ProblemBody") ? Responses.PROBLEM : name, schema));
            return api;
        } finally {
            converters.removeConverter(wire);
            converters.removeConverter(ours);
        }
    }

    private static OpenAPI base() {
        SecurityScheme bearer = new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
                .description("The token of POST /sessions.");
        return new OpenAPI()
                .info(new Info().title("Moothall").version("1")
                        .description("Problems are application/problem+json (RFC 9457). Lists answer items, total, totalExact and next. "
                                + "A POST with an Idempotency-Key is carried out once: repeated within 24 hours it gets the first answer again."))
                .addServersItem(new Server().url("/api/v1"))
                .components(new Components().addSecuritySchemes(BEARER, bearer));
    }
}
