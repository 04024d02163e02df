package org.moothall.mediaengine.callbridge.internal.api;

import java.util.LinkedHashMap;
import java.util.Map;

import org.moothall.mediaengine.StateFile;
import org.moothall.mediaengine.callbridge.CallBridgeSettings;

/** {@code /system/configuration/cluster}, kept over restarts. @spec meeting-server-wire §1.6 */
public final class ClusterSettingsApi {

    private static final Map<String, String> FACTORY = factory();

    private final CallBridgeSettings settings;
    private final StateFile<Kept> file;

    /** What is on the disk. */
    record Kept(Map<String, String> values) {}

    /** Kept in the directory of these settings. */
    public ClusterSettingsApi(CallBridgeSettings settings) {
        this.settings = settings;
        this.file = new StateFile<>(settings.directory().resolve("cluster-settings.json"), Kept.class);
    }

    /** Adds its paths. */
    public void routes(Router router) {
        router.on("GET", "system/configuration/cluster", request -> show()).on("PUT", "system/configuration/cluster", this::change);
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("uniqueName", settings.clustered() ? settings.self().name() : "");
        values.putAll(FACTORY);
        file.read().ifPresent(kept -> values.putAll(kept.values()));
        return values;
    }

    private ApiReply show() {
        Xml xml = Xml.document("cluster");
        values().forEach(xml::text);
        return ApiReply.of(xml);
    }

    private synchronized ApiReply change(ApiRequest request) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        FACTORY.keySet().forEach(name -> rules.put(name, Rule.NUMBER));
        Map<String, String> changed = new LinkedHashMap<>(file.read().map(Kept::values).orElse(Map.of()));
        changed.putAll(request.form().known(rules));
        file.write(new Kept(changed));
        return ApiReply.done();
    }

    private static Map<String, String> factory() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("peerLinkBitRate", "");
        values.put("maxPeerVideoStreams", "4");
        values.put("participantLimit", "");
        values.put("loadLimit", "");
        values.put("newConferenceLoadLimitBasisPoints", "5000");
        values.put("existingConferenceLoadLimitBasisPoints", "8000");
        return values;
    }
}
