package org.moothall.web.internal.openapi;

import java.lang.reflect.Method;
import java.util.Arrays;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.web.Created;
import org.moothall.web.internal.ProblemBody;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;

/** What an operation answers: the one status of success with its body, and problems otherwise. */
@NonNullByDefault({})
final class Responses {

    /** Name of the problem's schema, which {@link ApiReader} adds. */
    static final String PROBLEM = "Problem";

    private Responses() {}

    static void tell(Operation operation, Method method) {
        ApiResponse found = operation.getResponses() == null ? null : operation.getResponses().get(ApiResponses.DEFAULT);
        ApiResponse success = new ApiResponse().description("Done.");
        Produces produces = method.getAnnotation(Produces.class);
        if (produces != null && Arrays.asList(produces.value()).contains(jakarta.ws.rs.core.MediaType.SERVER_SENT_EVENTS)) {
            success.content(content(jakarta.ws.rs.core.MediaType.SERVER_SENT_EVENTS, new StringSchema()));
        } else if (method.getReturnType() == byte[].class) {
            success.content(content(jakarta.ws.rs.core.MediaType.APPLICATION_JSON, new ObjectSchema()));
        } else if (produces != null && method.getReturnType() == StreamingOutput.class) {
            success.content(content(produces.value()[0], new BinarySchema()));
        } else if (method.getReturnType() != void.class) {
            success.content(found == null ? null : found.getContent());
        }
        operation.responses(new ApiResponses().addApiResponse(status(method, success), success)
                .addApiResponse(ApiResponses.DEFAULT,
                        new ApiResponse().description("A problem.").content(content(ProblemBody.MEDIA_TYPE, new Schema<>().$ref(PROBLEM)))));
    }

    private static String status(Method method, ApiResponse success) {
        if (method.getReturnType() == Created.class) {
            return "201";
        }
        if (method.getReturnType() == org.moothall.web.Operation.class && method.isAnnotationPresent(POST.class)) {
            return "202";
        }
        return success.getContent() == null ? "204" : "200";
    }

    private static Content content(String type, Schema<?> schema) {
        return new Content().addMediaType(type, new MediaType().schema(schema));
    }
}
