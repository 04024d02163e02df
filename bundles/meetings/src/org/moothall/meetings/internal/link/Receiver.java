package org.moothall.meetings.internal.link;

import java.util.List;
import java.util.Map;

import org.moothall.core.ProblemException;
import org.moothall.servers.spi.ApiElement;
import org.moothall.servers.spi.CallBridgeConnection;
import org.moothall.servers.spi.FailureReason;

/** Our entry among a Call Bridge's CDR receivers. @spec wire §1.6 */
final class Receiver {

    private static final String LIST = "system/cdrReceivers";
    private static final int USUAL_MAXIMUM = 4;

    private Receiver() {}

    /**
     * Registers us unless we are registered; an entry of ours with an old address gets the new one. Nobody is displaced.
     *
     * @param path the part of the address that only we know
     * @return false when all places are taken by others
     */
    static boolean ensure(CallBridgeConnection bridge, String url, String path) {
        ApiElement list = bridge.get(LIST, Map.of());
        List<ApiElement> ours = list.children().stream().filter(entry -> uri(entry).endsWith(path)).toList();
        if (ours.isEmpty()) {
            return list.children().size() < maximum(list) && added(bridge, url);
        }
        if (!uri(ours.get(0)).equals(url)) {
            bridge.put(LIST + '/' + ours.get(0).id(), Map.of("uri", url));
        }
        ours.stream().skip(1).forEach(twin -> bridge.delete(LIST + '/' + twin.id()));
        return true;
    }

    /** Somebody may have taken the last place while we looked. */
    private static boolean added(CallBridgeConnection bridge, String url) {
        try {
            bridge.post(LIST, Map.of("uri", url));
            return true;
        } catch (ProblemException e) {
            if (FailureReason.find(e.problem()).filter("tooManyCdrReceivers"::equals).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    /** Takes us off again. */
    static void remove(CallBridgeConnection bridge, String path) {
        bridge.get(LIST, Map.of()).children().stream().filter(entry -> uri(entry).endsWith(path))
                .forEach(entry -> bridge.delete(LIST + '/' + entry.id()));
    }

    private static String uri(ApiElement entry) {
        String uri = entry.text("uri");
        return uri.isEmpty() ? entry.text("url") : uri;
    }

    private static int maximum(ApiElement list) {
        String told = list.attributes().getOrDefault("maximum", "");
        return told.matches("\\d{1,3}") ? Integer.parseInt(told) : USUAL_MAXIMUM;
    }
}
