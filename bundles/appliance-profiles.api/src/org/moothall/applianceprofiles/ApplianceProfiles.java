package org.moothall.applianceprofiles;

import java.util.List;
import java.util.Optional;

/** The platforms that are known: the guide's and those of plug-ins. A service; thread-safe, never blocks. */
public interface ApplianceProfiles {

    /** All of them by name. */
    List<ApplianceProfile> all();

    /** The one with this id. */
    Optional<ApplianceProfile> find(PlatformId id);

    /** The tables and rules that belong to no single platform. */
    SizingRules rules();
}
