package org.moothall.web.internal.openapi;

import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.Optional;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.moothall.web.Audited;
import org.moothall.web.RequiresPermission;

import io.swagger.v3.jaxrs2.ext.AbstractOpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;

import jakarta.ws.rs.Path;

/** Stable operation ids ({@code meetings.list}), the permission and the audit action of each operation. */
@NonNullByDefault({})
final class OperationNames extends AbstractOpenAPIExtension {

    @Override
    public void decorateOperation(Operation operation, Method method, Iterator<OpenAPIExtension> chain) {
        String group = firstSegment(method.getDeclaringClass());
        operation.setOperationId(group + "." + method.getName());
        operation.addTagsItem(group);
        Optional.ofNullable(method.getAnnotation(RequiresPermission.class)).ifPresent(required -> {
            operation.addExtension("x-permission", required.value());
            operation.addSecurityItem(new SecurityRequirement().addList(ApiReader.BEARER));
        });
        Optional.ofNullable(method.getAnnotation(Audited.class)).ifPresent(audited -> operation.addExtension("x-audited", audited.value()));
        Responses.tell(operation, method);
        super.decorateOperation(operation, method, chain);
    }

    private static String firstSegment(Class<?> resource) {
        Path path = resource.getAnnotation(Path.class);
        String text = path == null ? resource.getSimpleName() : path.value().replaceFirst("^/", "");
        return text.replaceFirst("[/.].*$", "");
    }
}
