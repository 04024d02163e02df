package org.moothall.licensing.authority.internal.store;

import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.licensing.authority.ProductInstance;
import org.moothall.licensing.authority.codes.PublicKeyBytes;

/** An instance as it is kept. @param key that it signs with @param request that its reservation answers, or null without one */
public record InstanceRow(ProductInstance instance, PublicKeyBytes key, @Nullable UUID request) {

    /** The same, known otherwise. */
    public InstanceRow with(ProductInstance changed) {
        return new InstanceRow(changed, key, request);
    }
}
