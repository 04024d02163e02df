package org.moothall.mediaengine.callbridge.internal.licensing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.mediaengine.StateFile;
import org.moothall.mediaengine.callbridge.internal.api.ApiReply;
import org.moothall.mediaengine.callbridge.internal.api.Router;
import org.moothall.mediaengine.callbridge.internal.api.Xml;

/**
 * {@code /system/licensing}: the licence file of this host, {@code licence.json} among its data, read when the bridge starts. It is
 * shown and decides nothing: what counts is what the cluster has. @spec meeting-server-wire §1.7, installation-guide B.14
 */
public final class LicenceFileApi {

    private static final List<String> FEATURES = List.of("callBridge", "callBridgeNoEncryption", "webBridge", "turn", "ldap", "branding", "recording",
            "streaming", "personal", "shared", "capacityUnits");
    private static final Set<String> LIMITED = Set.of("recording", "streaming", "personal", "shared", "capacityUnits");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MMM-dd", Locale.ENGLISH);

    private final Clock clock;
    private final Map<String, Granted> granted;

    /** The file. */
    record File(Map<String, Granted> features) {}

    /** One feature in the file. @param limit null where there is none; of {@code branding}, the level */
    record Granted(LocalDate expiry, @Nullable Integer limit) {}

    /** The file in this directory, if there is one. Problem: {@code core.internal} when it is damaged. */
    public LicenceFileApi(Path directory, Clock clock) {
        this.clock = clock;
        this.granted = new StateFile<>(directory.resolve("licence.json"), File.class).read().map(File::features).orElse(Map.of());
    }

    /** Adds its path. */
    public void routes(Router router) {
        router.on("GET", "system/licensing", request -> show());
    }

    private ApiReply show() {
        Xml xml = Xml.document("licensing").open("features");
        LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        FEATURES.forEach(name -> {
            xml.open(name);
            Optional.ofNullable(granted.get(name)).ifPresentOrElse(licence -> write(xml, name, licence, today), () -> xml.text("status", "noLicense"));
            xml.close();
        });
        return ApiReply.of(xml);
    }

    private static void write(Xml xml, String name, Granted licence, LocalDate today) {
        Integer limit = licence.limit();
        xml.text("status", today.isBefore(licence.expiry()) ? "activated" : "expired").text("expiry", licence.expiry().format(DATE));
        if (limit != null && (LIMITED.contains(name) || "branding".equals(name))) {
            xml.text(LIMITED.contains(name) ? "limit" : "level", limit);
        }
    }
}
