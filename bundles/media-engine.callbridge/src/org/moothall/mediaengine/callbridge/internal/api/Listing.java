package org.moothall.mediaengine.callbridge.internal.api;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** A page of a collection. @spec meeting-server-wire §1.3 */
final class Listing {

    private static final int PAGE = 10;
    private static final int MOST = 50;

    private Listing() { }

    /** The page that the request asks for; {@code write} writes one row. */
    static <T> ApiReply of(ApiRequest request, String root, List<T> rows, BiConsumer<Xml, T> write) {
        Xml xml = Xml.document(root, "total", rows.size());
        int offset = request.query().number("offset", 0);
        int limit = Math.min(MOST, request.query().number("limit", PAGE));
        rows.stream().skip(offset).limit(limit).forEach(row -> write.accept(xml, row));
        return ApiReply.of(xml);
    }

    /** Whether one of these texts contains the request's filter. */
    static boolean matches(ApiRequest request, String... texts) {
        String filter = request.query().get("filter").toLowerCase(Locale.ROOT);
        return filter.isEmpty() || List.of(texts).stream().anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(filter));
    }
}
