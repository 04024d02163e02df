package org.moothall.mediaengine.callbridge.internal.objects;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.mediaengine.Item;
import org.moothall.mediaengine.callbridge.internal.api.ApiRequest;

/** What a collection does beyond its table before an object is made or changed. */
interface Custom {

    /** The changes to make, completed. @param owner the object it belongs to; @param before empty when it is being made. Throws {@code ApiFailure}. */
    Map<String, String> prepared(ApiRequest request, @Nullable UUID owner, Optional<Item> before, Map<String, String> changes);
}
