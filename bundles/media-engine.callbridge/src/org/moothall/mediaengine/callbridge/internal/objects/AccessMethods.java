package org.moothall.mediaengine.callbridge.internal.objects;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.mediaengine.Catalogue;
import org.moothall.mediaengine.Item;
import org.moothall.mediaengine.Spaces;
import org.moothall.mediaengine.callbridge.internal.api.ApiFailure;
import org.moothall.mediaengine.callbridge.internal.api.ApiRequest;
import org.moothall.mediaengine.callbridge.internal.api.Secrets;

/** The other ways into a space: addresses are unique, numbers too unless the passcodes differ; with a number comes a secret. @spec meeting-server-wire §1.9 */
record AccessMethods(Catalogue catalogue, Spaces spaces) implements Custom {

    @Override
    public Map<String, String> prepared(ApiRequest request, @Nullable UUID space, Optional<Item> before, Map<String, String> changes) {
        Map<String, String> all = new LinkedHashMap<>(changes);
        UnaryOperator<String> value = name -> all.containsKey(name) ? all.getOrDefault(name, "") : before.map(item -> item.get(name)).orElse("");
        refuseDuplicates(space, before, value);
        if (Secrets.wanted(request, !value.apply("callId").isEmpty(), value.apply("secret"))) {
            all.put("secret", Secrets.fresh());
        }
        return all;
    }

    private void refuseDuplicates(@Nullable UUID space, Optional<Item> before, UnaryOperator<String> value) {
        String uri = value.apply("uri");
        String number = value.apply("callId");
        String passcode = value.apply("passcode");
        Stream<List<String>> methods = catalogue.all().stream().filter(item -> !item.removed() && "accessMethods".equals(item.collection()))
                .filter(item -> before.isEmpty() || !before.get().id().equals(item.id()))
                .map(item -> List.of(String.valueOf(item.owner()), item.get("uri"), item.get("callId"),
                        item.get("passcode")));
        Stream<List<String>> rooms = spaces.list().stream().flatMap(room -> Stream.of(room.get("uri"), room.get("secondaryUri"))
                .map(address -> List.of(room.id().toString(), address, room.get("callId"), room.get("passcode"))));
        Stream.concat(methods, rooms).forEach(other -> {
            boolean sameSpace = other.get(0).equals(String.valueOf(space));
            boolean samePasscode = other.get(3).equals(passcode);
            if (!uri.isEmpty() && uri.equalsIgnoreCase(other.get(1)) && (!sameSpace || samePasscode)) {
                throw ApiFailure.badRequest(sameSpace ? "duplicateCoSpaceUriPasscode" : "duplicateCoSpaceUri");
            }
            if (!number.isEmpty() && number.equals(other.get(2)) && (!sameSpace || samePasscode)) {
                throw ApiFailure.badRequest(sameSpace ? "duplicateCoSpaceIdPasscode" : "duplicateCoSpaceId");
            }
        });
    }
}
