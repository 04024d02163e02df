package org.moothall.mediaengine.callbridge.internal.cdr;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.moothall.mediaengine.callbridge.internal.api.ApiFailure;
import org.moothall.mediaengine.callbridge.internal.api.ApiReply;
import org.moothall.mediaengine.callbridge.internal.api.ApiRequest;
import org.moothall.mediaengine.callbridge.internal.api.Router;
import org.moothall.mediaengine.callbridge.internal.api.Xml;

/** {@code /system/cdrReceivers}, and the older {@code /system/cdrReceiver}, which is the first of them. @spec meeting-server-wire §1.6 */
public final class CdrReceiversApi {

    private static final String UNKNOWN = "cdrReceiverDoesNotExist";

    private final CdrReceivers receivers;

    /** These receivers. */
    public CdrReceiversApi(CdrReceivers receivers) {
        this.receivers = receivers;
    }

    /** Adds its paths. */
    public void routes(Router router) {
        router.on("GET", "system/cdrReceivers", this::list).on("POST", "system/cdrReceivers", this::create)
                .on("GET", "system/cdrReceivers/{}",
                        request -> ApiReply.of(Xml.document("cdrReceiver", "id", receiver(request).id()).text("uri", receiver(request).uri())))
                .on("PUT", "system/cdrReceivers/{}", this::change).on("DELETE", "system/cdrReceivers/{}", this::remove)
                .on("GET", "system/cdrReceiver", this::first).on("PUT", "system/cdrReceiver", this::changeFirst);
    }

    private ApiReply list(ApiRequest request) {
        List<CdrReceiver> all = receivers.list();
        Xml xml = Xml.document("cdrReceivers", "total", all.size(), "maximum", CdrReceivers.MOST);
        all.forEach(receiver -> xml.open("cdrReceiver", "id", receiver.id()).text("uri", receiver.uri()).close());
        return ApiReply.of(xml);
    }

    private synchronized ApiReply create(ApiRequest request) {
        String uri = address(request).orElse("");
        if (receivers.list().size() >= CdrReceivers.MOST) {
            throw ApiFailure.badRequest("tooManyCdrReceivers");
        }
        CdrReceiver made = new CdrReceiver(receivers.fresh(), uri);
        receivers.set(made);
        return ApiReply.made("system/cdrReceivers/" + made.id());
    }

    private ApiReply change(ApiRequest request) {
        UUID id = receiver(request).id();
        address(request).ifPresent(uri -> receivers.set(new CdrReceiver(id, uri)));
        return ApiReply.done();
    }

    private ApiReply remove(ApiRequest request) {
        receivers.remove(receiver(request).id());
        return ApiReply.done();
    }

    private ApiReply first(ApiRequest request) {
        return ApiReply.of(Xml.document("cdrReceiver").text("uri", receivers.list().stream().findFirst().map(CdrReceiver::uri).orElse("")));
    }

    private synchronized ApiReply changeFirst(ApiRequest request) {
        UUID id = receivers.list().stream().findFirst().map(CdrReceiver::id).orElseGet(receivers::fresh);
        address(request).ifPresent(uri -> receivers.set(new CdrReceiver(id, uri)));
        return ApiReply.done();
    }

    private CdrReceiver receiver(ApiRequest request) {
        UUID id = request.id(2, UNKNOWN);
        return receivers.list().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(() -> ApiFailure.notFound(UNKNOWN));
    }

    /** Clients say {@code uri} or {@code url}. */
    private static Optional<String> address(ApiRequest request) {
        Optional<String> address = request.form().find("uri").or(() -> request.form().find("url"));
        address.filter(text -> !text.isEmpty()).ifPresent(CdrReceiversApi::check);
        return address;
    }

    private static void check(String text) {
        try {
            URI uri = new URI(text);
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null) {
                return;
            }
        } catch (java.net.URISyntaxException e) {
            throw ApiFailure.parameter("uri");
        }
        throw ApiFailure.parameter("uri");
    }
}
