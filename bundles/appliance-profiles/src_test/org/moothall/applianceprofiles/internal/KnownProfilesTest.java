package org.moothall.applianceprofiles.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.moothall.applianceprofiles.ApplianceProfile;
import org.moothall.applianceprofiles.CallType;
import org.moothall.applianceprofiles.GuidePlatforms;
import org.moothall.applianceprofiles.PlatformId;
import org.moothall.applianceprofiles.internal.sizing.Calculator;
import org.moothall.applianceprofiles.sizing.SizingDemand;
import org.moothall.applianceprofiles.spi.ProfileSource;

@NonNullByDefault({})
class KnownProfilesTest {

    private final KnownProfiles profiles = new KnownProfiles();

    @Test
    void aPlatformOfAPlugInIsListedAndSizedLikeTheGuides() {
        ProfileSource plugIn = () -> List.of(like("meeting-server-2000-m6", "acme-cube", "Acme Cube"));
        profiles.add(plugIn);
        assertEquals("Acme Cube", profiles.find(new PlatformId("acme-cube")).orElseThrow().name());
        SizingDemand demand = new SizingDemand(new PlatformId("acme-cube"), null, Map.of(CallType.HD_720P30, 1297L), null, null, null, null, null, null, null,
                null, null);
        assertEquals(2, new Calculator(profiles).hosts(demand).hosts().getFirst().count());
        profiles.remove(plugIn);
        assertTrue(profiles.find(new PlatformId("acme-cube")).isEmpty());
    }

    @Test
    void aPlugInCannotReplaceAPlatformOfTheGuide() {
        profiles.add(() -> List.of(like("meeting-server-2000-m6", "meeting-server-1000-m6", "A better 1000")));
        assertEquals("Cisco Meeting Server 1000 M6", profiles.find(new PlatformId("meeting-server-1000-m6")).orElseThrow().name());
        assertEquals(GuidePlatforms.all().size(), profiles.all().size());
    }

    private static ApplianceProfile like(String model, String id, String name) {
        ApplianceProfile guide = GuidePlatforms.all().stream().filter(profile -> profile.id().value().equals(model)).findFirst().orElseThrow();
        return new ApplianceProfile(new PlatformId(id), name, guide.kind(), guide.calls(), guide.users(), guide.components(), guide.schedulerMemory(),
                guide.network());
    }
}
