package org.moothall.licensing.internal.expiry;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.moothall.core.ProblemException;
import org.moothall.licensing.Feature;
import org.moothall.licensing.spi.ClusterExpiry;
import org.moothall.servers.ServersProblem;
import org.moothall.servers.spi.ApiElement;
import org.moothall.servers.spi.CallBridgeConnection;
import org.osgi.service.component.annotations.Component;

/** Our own node, by the form that {@code releng/docs/cluster-licensing.md} tells. */
@Component(service = ClusterExpiry.class)
public final class NodeExpiry implements ClusterExpiry {

    private static final String PATH = LicenceFace.PATH + "/raw";
    private static final String FORM = "moothall-1";

    @Override
    public Optional<Held> read(CallBridgeConnection bridge) {
        try {
            ApiElement answer = bridge.get(PATH, Map.of());
            boolean ours = FORM.equals(answer.attributes().get("form"));
            return ours ? Optional.of(new Held(LicenceFace.expiry(answer), trials(answer))) : Optional.empty();
        } catch (ProblemException e) {
            if (e.problem().code() == ServersProblem.REFUSED_BY_BRIDGE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void set(CallBridgeConnection bridge, Map<Feature, LocalDate> expiry, Map<Feature, LocalDate> trials) {
        Map<String, String> form = new TreeMap<>();
        expiry.forEach((feature, date) -> form.put(LicenceFace.name(feature), date.toString()));
        trials.forEach((feature, date) -> form.put("trial." + word(feature), date.toString()));
        bridge.put(PATH, form);
    }

    private static Map<Feature, LocalDate> trials(ApiElement answer) {
        Map<Feature, LocalDate> trials = new EnumMap<>(Feature.class);
        answer.find("trials").ifPresent(all -> {
            for (ApiElement trial : all.all("trial")) {
                for (Feature feature : Feature.values()) {
                    if (word(feature).equals(trial.id())) {
                        LicenceFace.date(trial.text("began")).ifPresent(date -> trials.put(feature, date));
                    }
                }
            }
        });
        return trials;
    }

    private static String word(Feature feature) {
        return feature.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
