package org.moothall.mediaengine.callbridge.internal.licensing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.moothall.core.ProblemException;
import org.moothall.mediaengine.Feature;
import org.moothall.mediaengine.Licences;
import org.moothall.mediaengine.callbridge.internal.api.ApiFailure;
import org.moothall.mediaengine.callbridge.internal.api.ApiReply;
import org.moothall.mediaengine.callbridge.internal.api.ApiRequest;
import org.moothall.mediaengine.callbridge.internal.api.Params;
import org.moothall.mediaengine.callbridge.internal.api.Router;
import org.moothall.mediaengine.callbridge.internal.api.Xml;

/** {@code /clusterLicensing}, and the form of our own in which its dates are set. @spec meeting-server-wire §1.7, releng/docs/cluster-licensing.md */
public final class ClusterLicensingApi {

    private static final String RAW = "clusterLicensing/raw";
    private static final String FORM = "moothall-1";
    private static final String TRIAL = "trial.";
    private static final List<String> TRIALS = List.of("meetings", "recording-or-streaming", "customization");

    private final Licences licences;

    /** These licences. */
    public ClusterLicensingApi(Licences licences) {
        this.licences = licences;
    }

    /** Adds its paths. */
    public void routes(Router router) {
        router.on("GET", "clusterLicensing", request -> ApiReply.of(features(Xml.document("clusterLicensing"))))
                .on("GET", RAW, request -> ApiReply.of(trials(features(Xml.document("clusterLicensing", "form", FORM))))).on("PUT", RAW, this::set);
    }

    private Xml features(Xml xml) {
        xml.open("features");
        for (Feature feature : Feature.values()) {
            xml.open(feature.wire()).text("status", licences.status(feature).wire());
            licences.expiry(feature).ifPresent(date -> xml.text("expiry", date));
            xml.close();
        }
        return xml.close();
    }

    private Xml trials(Xml xml) {
        xml.open("trials");
        TRIALS.forEach(kind -> licences.trial(kind).ifPresent(date -> xml.open("trial", "id", kind).text("began", date).close()));
        return xml.close();
    }

    /** All of it or nothing. */
    private ApiReply set(ApiRequest request) {
        Params form = request.form();
        Map<Feature, Optional<LocalDate>> expiries = new EnumMap<>(Feature.class);
        Map<String, LocalDate> began = new LinkedHashMap<>();
        for (String name : form.names()) {
            Optional<LocalDate> date = form.get(name).isEmpty() ? Optional.empty() : Optional.of(date(name, form.get(name)));
            Optional<Feature> feature = List.of(Feature.values()).stream().filter(each -> each.wire().equalsIgnoreCase(name)).findFirst();
            feature.ifPresentOrElse(known -> expiries.put(known, date), () -> began.put(trial(name), date.orElseThrow(() -> ApiFailure.parameter(name))));
        }
        try {
            licences.set(expiries);
        } catch (ProblemException e) {
            throw ApiFailure.parameter(e.problem().violations().getFirst().field());
        }
        began.forEach(licences::mark);
        return ApiReply.done();
    }

    private static String trial(String name) {
        return TRIALS.stream().filter(kind -> (TRIAL + kind).equalsIgnoreCase(name)).findFirst().orElseThrow(() -> ApiFailure.parameter(name));
    }

    private static LocalDate date(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw ApiFailure.parameter(name);
        }
    }
}
