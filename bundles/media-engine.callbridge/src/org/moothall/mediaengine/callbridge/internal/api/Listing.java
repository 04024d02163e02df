package org.moothall.mediaengine.callbridge.internal.api;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** A page of a collection: ten rows unless the client asks for more, and never more than the server's own limit. @spec meeting-server-wire §1.3 */
public final class Listing {

    private static final int PAGE = 10;
    private static final int MOST = 20;
    private static final int MOST_OF_LONG = 50;
    private static final Set<String> LONG = Set.of("calls", "coSpaces", "users", "MPLicenseUsage");

    private Listing() {}

    /** The page that the request asks for; {@code write} writes one row. */
    public static <T> ApiReply of(ApiRequest request, String root, List<T> rows, BiConsumer<Xml, T> write) {
        return of(request, root, rows.size(), (offset, limit) -> rows.stream().skip(offset).limit(limit).toList(), write);
    }

    /** The page of a collection that is too long to be looked at as a whole. @param page the rows from this offset, at most so many */
    static <T> ApiReply of(ApiRequest request, String root, int total, BiFunction<Integer, Integer, List<T>> page, BiConsumer<Xml, T> write) {
        Xml xml = Xml.document(root, "total", total);
        int offset = request.query().number("offset", 0);
        int limit = Math.min(LONG.contains(root) ? MOST_OF_LONG : MOST, request.query().number("limit", PAGE));
        page.apply(offset, limit).forEach(row -> write.accept(xml, row));
        return ApiReply.of(xml);
    }

    /** Whether one of these texts contains the request's filter. */
    public static boolean matches(ApiRequest request, String... texts) {
        String filter = request.query().get("filter").toLowerCase(Locale.ROOT);
        return filter.isEmpty() || List.of(texts).stream().anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(filter));
    }
}
