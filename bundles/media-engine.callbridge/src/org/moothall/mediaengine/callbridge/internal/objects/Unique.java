package org.moothall.mediaengine.callbridge.internal.objects;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.mediaengine.Catalogue;
import org.moothall.mediaengine.Item;
import org.moothall.mediaengine.callbridge.internal.api.ApiFailure;
import org.moothall.mediaengine.callbridge.internal.api.ApiRequest;

/** No two objects of the collection have the same value. @param reason the failure reason */
record Unique(Catalogue catalogue, String parameter, String reason) implements Custom {

    @Override
    public Map<String, String> prepared(ApiRequest request, @Nullable UUID owner, Optional<Item> before, Map<String, String> changes) {
        String value = changes.getOrDefault(parameter, "");
        String collection = request.path().getFirst();
        boolean taken = !value.isEmpty() && catalogue.all().stream().filter(item -> !item.removed() && item.collection().equalsIgnoreCase(collection))
                .filter(item -> before.isEmpty() || !before.get().id().equals(item.id())).anyMatch(item -> value.equalsIgnoreCase(item.get(parameter)));
        if (taken) {
            throw ApiFailure.badRequest(reason);
        }
        return changes;
    }
}
