package org.moothall.applianceprofiles.internal.sizing;

import java.util.Objects;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.applianceprofiles.ApplianceProfile;
import org.moothall.applianceprofiles.ApplianceProfiles;
import org.moothall.applianceprofiles.PlatformId;
import org.moothall.applianceprofiles.internal.sizing.Demand.Refusals;

/** The platforms that can be asked for. */
record Platforms(ApplianceProfiles profiles) {

    ApplianceProfile machine() {
        return profiles.find(PlatformId.VIRTUAL_MACHINE).orElseThrow(() -> new IllegalStateException("the guide's platforms are missing"));
    }

    /** The one with this id; the virtual machine when there is none. */
    ApplianceProfile wanted(@Nullable PlatformId asked, Refusals refusals) {
        PlatformId id = Objects.requireNonNullElse(asked, PlatformId.VIRTUAL_MACHINE);
        return profiles.find(id).orElseGet(() -> {
            refusals.add("platform", "is not known: " + id.value() + ". GET /appliance-profiles lists those that are.");
            return machine();
        });
    }
}
