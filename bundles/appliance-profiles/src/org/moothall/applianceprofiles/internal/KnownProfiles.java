package org.moothall.applianceprofiles.internal;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.moothall.applianceprofiles.ApplianceProfile;
import org.moothall.applianceprofiles.ApplianceProfiles;
import org.moothall.applianceprofiles.GuidePlatforms;
import org.moothall.applianceprofiles.GuideRules;
import org.moothall.applianceprofiles.PlatformId;
import org.moothall.applianceprofiles.SizingRules;
import org.moothall.applianceprofiles.spi.ProfileSource;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The guide's platforms and those of plug-ins, which may come and go. */
@Component(service = ApplianceProfiles.class)
public final class KnownProfiles implements ApplianceProfiles {

    private static final Logger LOG = LoggerFactory.getLogger(KnownProfiles.class);

    private final Map<ProfileSource, List<ApplianceProfile>> sources = new LinkedHashMap<>();

    /** A plug-in knows more. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public synchronized void add(ProfileSource source) {
        List<ApplianceProfile> fresh = source.profiles().stream().filter(this::isFresh).toList();
        sources.put(source, fresh);
    }

    /** It is gone, and what it knew. */
    public synchronized void remove(ProfileSource source) {
        sources.remove(source);
    }

    private boolean isFresh(ApplianceProfile profile) {
        boolean known = find(profile.id()).isPresent();
        if (known) {
            LOG.warn("The platform {} of a plug-in is left out: there is one with this id already.", profile.id().value());
        }
        return !known;
    }

    @Override
    public synchronized List<ApplianceProfile> all() {
        Map<PlatformId, ApplianceProfile> all = new LinkedHashMap<>();
        GuidePlatforms.all().forEach(profile -> all.put(profile.id(), profile));
        sources.values().forEach(own -> own.forEach(profile -> all.putIfAbsent(profile.id(), profile)));
        return all.values().stream().sorted(Comparator.comparing(ApplianceProfile::name)).toList();
    }

    @Override
    public Optional<ApplianceProfile> find(PlatformId id) {
        return all().stream().filter(profile -> profile.id().equals(id)).findFirst();
    }

    @Override
    public SizingRules rules() {
        return GuideRules.all();
    }
}
