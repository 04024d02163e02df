package org.moothall.applianceprofiles;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.moothall.applianceprofiles.SizingRules.CallBridgeRules;
import org.moothall.applianceprofiles.SizingRules.MachineSize;

/** Each number that stands in a sentence of the guide instead of a table, with its section. */
@NonNullByDefault({})
class GuideSentencesTest {

    private static final SizingRules RULES = GuideRules.all();
    private static final CallBridgeRules CORE = RULES.callBridge();
    private static final MachineSize SMALL = edge(EdgeSize.SMALL);
    private static final MachineSize LARGE = edge(EdgeSize.LARGE);

    private static final Map<String, Figure> OURS = Map.ofEntries(
            entry("most sockets", RULES.host().mostSockets()),
            entry("reduction without hyperthreading", CORE.reductionWithoutHyperthreading()),
            entry("least of Intel", CORE.leastOfIntel()),
            entry("most of Intel", CORE.mostOfIntel()),
            entry("minimum virtual CPUs", CORE.minimumVirtualCpus()),
            entry("call legs per core", CORE.callLegsPerCore()),
            entry("reference frequency", CORE.referenceFrequency()),
            entry("spared cores", CORE.sparedCores()),
            entry("logical cores per core", CORE.logicalCoresPerCore()),
            entry("memory per core", CORE.memoryPerCore()),
            entry("minimum memory", CORE.minimumMemory()),
            entry("memory per virtual CPU", CORE.memoryPerVirtualCpu()),
            entry("recommended memory", CORE.recommendedMemory()),
            entry("spaces included", RULES.spaces().included()),
            entry("spaces step", RULES.spaces().step()),
            entry("memory per spaces step", RULES.spaces().memoryPerStep()),
            entry("large expressway", RULES.edge().largeExpressway()),
            entry("small expressway", RULES.edge().smallExpressway()),
            entry("small edge memory", SMALL.memory()),
            entry("small edge virtual CPUs", SMALL.virtualCpus()),
            entry("small edge network", SMALL.network()),
            entry("large edge memory", LARGE.memory()),
            entry("large edge virtual CPUs", LARGE.virtualCpus()),
            entry("large edge network", LARGE.network()),
            entry("edge processor frequency", RULES.edge().processorFrequency()),
            entry("edge virtual CPUs per core", RULES.edge().virtualCpusPerCore()),
            entry("network of a 1000 M4", platform("meeting-server-1000-m4").network()),
            entry("network of a 1000 M5v1", platform("meeting-server-1000-m5v1").network()),
            entry("network of a 2000 M6", platform("meeting-server-2000-m6").network()),
            entry("Call Bridges per cluster", CORE.callBridgesPerCluster()),
            entry("Edge servers per group", RULES.edge().perCallBridgeGroup()),
            entry("database virtual CPUs", RULES.database().virtualCpus()),
            entry("database memory", RULES.database().memory()),
            entry("database storage", RULES.database().storage()),
            entry("recorder minimum virtual CPUs", RULES.recorder().minimum().virtualCpus()),
            entry("recorder minimum memory", RULES.recorder().minimum().memory()),
            entry("streamer minimum virtual CPUs", RULES.streamer().minimum().virtualCpus()),
            entry("streamer minimum memory", RULES.streamer().minimum().memory()),
            entry("most 720p streams", streams(MediaQuality.HD_720P)),
            entry("most 1080p streams", streams(MediaQuality.FULL_HD_1080P)),
            entry("most audio-only streams", streams(MediaQuality.AUDIO)),
            entry("scheduler memory of a machine", platform("virtual-machine").schedulerMemory()),
            entry("scheduler memory of a 1000", platform("meeting-server-1000-m6").schedulerMemory()),
            entry("scheduler memory of a 2000", platform("meeting-server-2000-m5v2").schedulerMemory()),
            entry("scheduled meetings", RULES.scheduler().meetings()),
            entry("most schedulers", RULES.scheduler().mostSchedulers()));

    @Test
    void eachNumberInASentenceIsOursAndCitesItsSection() throws IOException {
        Map<String, String> guide = new TreeMap<>();
        GuideRows.of("guide-sentences.tsv").forEach(row -> guide.put(row[1], row[2] + " in " + row[0]));
        Map<String, String> ours = new TreeMap<>();
        OURS.forEach((name, figure) -> ours.put(name, figure.required().toPlainString() + " in " + figure.source().place().replaceAll(",.*", "")));
        assertEquals(guide, ours);
    }

    @Test
    void everyFigureSaysWhichGuideItIsFrom() {
        assertTrue(OURS.values().stream().allMatch(figure -> figure.source().document().equals(Source.INSTALLATION_GUIDE)));
    }

    private static ApplianceProfile platform(String id) {
        return GuidePlatforms.all().stream().filter(profile -> profile.id().value().equals(id)).findFirst().orElseThrow();
    }

    private static MachineSize edge(EdgeSize size) {
        return Objects.requireNonNull(RULES.edge().servers().get(size)).size();
    }

    private static Figure streams(MediaQuality quality) {
        return Objects.requireNonNull(RULES.streamer().most().get(quality));
    }
}
