package org.moothall.mediaengine.callbridge.internal.objects;

import java.util.List;

import org.moothall.mediaengine.Catalogue;
import org.moothall.mediaengine.Directory;
import org.moothall.mediaengine.Item;
import org.moothall.mediaengine.User;
import org.moothall.mediaengine.callbridge.internal.api.ApiFailure;
import org.moothall.mediaengine.callbridge.internal.api.ApiReply;
import org.moothall.mediaengine.callbridge.internal.api.ApiRequest;
import org.moothall.mediaengine.callbridge.internal.api.Listing;
import org.moothall.mediaengine.callbridge.internal.api.Router;
import org.moothall.mediaengine.callbridge.internal.api.Xml;

/** {@code /users}: the directory, read only. @spec meeting-server-wire §1.14 */
public final class UsersApi {

    private final Directory users;
    private final Catalogue catalogue;

    /** These people, members of spaces according to the catalogue. */
    public UsersApi(Directory users, Catalogue catalogue) {
        this.users = users;
        this.catalogue = catalogue;
    }

    /** Adds its paths. */
    public void routes(Router router) {
        router.on("GET", "users", this::list).on("GET", "users/{}", request -> show(user(request))).on("GET", "users/{}/usercoSpaces", this::spaces)
                .on("GET", "users/{}/userCoSpaceTemplates", request -> {
                    user(request);
                    return Listing.of(request, "userCoSpaceTemplates", List.<Item>of(), (xml, none) -> {});
                });
    }

    private User user(ApiRequest request) {
        var id = request.id(1, "userDoesNotExist");
        return users.all().stream().filter(user -> user.id().equals(id)).findFirst().orElseThrow(() -> ApiFailure.notFound("userDoesNotExist"));
    }

    private ApiReply list(ApiRequest request) {
        String email = request.query().get("emailFilter");
        boolean nobody = !request.query().get("tenantFilter").isEmpty() || !request.query().get("cdrTagFilter").isEmpty();
        List<User> found = users.all().stream().filter(user -> !nobody && Listing.matches(request, user.jid(), user.name(), user.email()))
                .filter(user -> email.isEmpty() || email.equalsIgnoreCase(user.email())).toList();
        return Listing.of(request, "users", found, (xml, user) -> xml.open("user", "id", user.id()).text("userJid", user.jid()).close());
    }

    private ApiReply show(User user) {
        Xml xml = Xml.document("user", "id", user.id()).text("userJid", user.jid()).text("name", user.name()).text("email", user.email());
        users.profile(user).ifPresent(profile -> xml.text("userProfile", profile.id()));
        return ApiReply.of(xml.textIfAny("cdrTag", users.cdrTag(user.jid())));
    }

    private ApiReply spaces(ApiRequest request) {
        User user = user(request);
        List<Item> memberships = catalogue.all().stream().filter(item -> !item.removed() && "coSpaceUsers".equals(item.collection()))
                .filter(item -> user.jid().equalsIgnoreCase(item.get("userJid"))).toList();
        return Listing.of(request, "userCoSpaces", memberships,
                (xml, item) -> xml.open("userCoSpace", "id", item.id()).text("coSpaceId", String.valueOf(item.owner())).close());
    }
}
