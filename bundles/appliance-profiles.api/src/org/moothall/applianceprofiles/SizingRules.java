package org.moothall.applianceprofiles;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;

/**
 * The tables and rules that belong to no single platform, each figure with where it stands.
 *
 * @spec installation-guide Tables 1–3 and 8–10, §2.1.2, Appendix D, Appendix E
 */
public record SizingRules(List<HypervisorSupport> hypervisors, HostRequirements host, List<CoreConfiguration> coreConfigurations, CallBridgeRules callBridge,
        SpaceMemory spaces, EdgeRules edge, MachineSize database, RecorderRules recorder, StreamerRules streamer, SchedulerRules scheduler,
        MachineSize meetingApps, List<Advice> advice) {

    public SizingRules {
        hypervisors = List.copyOf(hypervisors);
        coreConfigurations = List.copyOf(coreConfigurations);
        advice = List.copyOf(advice);
    }

    /** In the order of the guide, whatever the order in which they were told. */
    private static <K extends Enum<K>, V> Map<K, V> ordered(Map<K, V> told) {
        return Collections.unmodifiableMap(new EnumMap<>(told));
    }

    /** Table 1: with which hypervisors a version of the server is supported. */
    public record HypervisorSupport(String serverVersion, List<String> hypervisorVersions, Source source) {
        public HypervisorSupport {
            hypervisorVersions = List.copyOf(hypervisorVersions);
        }
    }

    /** Table 2 and the note below it: hosts of one's own. */
    public record HostRequirements(HostLevel minimum, HostLevel recommended, Figure mostSockets) {}

    /** A column of Table 2. */
    public record HostLevel(String manufacturer, List<String> processors, Figure frequency, Figure memoryPerLogicalCore, Figure storage) {
        public HostLevel {
            processors = List.copyOf(processors);
        }
    }

    /** A row of Table 3. @param modules as the guide writes them: {@code 8x4GB} */
    public record CoreConfiguration(Figure callLegs, int sockets, String processor, Figure memory, String modules, List<String> exampleSystems) {
        public CoreConfiguration {
            exampleSystems = List.copyOf(exampleSystems);
        }
    }

    /**
     * §D.1 with the bullets of §2.1.2: what a core carries, and what the machine is given.
     *
     * @param callLegsPerCore of 720p30, at {@code referenceFrequency} and with hyperthreading
     * @param sparedCores cores of the host that the machine does not get
     * @param logicalCoresPerCore with hyperthreading
     * @param minimumVirtualCpus of a machine
     * @param reductionWithoutHyperthreading at the most
     * @param memoryPerCore one of two readings
     * @param memoryPerVirtualCpu the other reading
     * @param leastOfIntel share of an equivalent Intel processor's capacity that one of AMD has at least
     * @param mostOfIntel and at the most
     */
    public record CallBridgeRules(Figure callLegsPerCore, Figure referenceFrequency, Figure sparedCores, Figure logicalCoresPerCore, Figure minimumVirtualCpus,
            Figure reductionWithoutHyperthreading, Figure leastOfIntel, Figure mostOfIntel, Figure memoryPerCore, Figure memoryPerVirtualCpu,
            Figure minimumMemory, Figure recommendedMemory, Figure callBridgesPerCluster) {}

    /** §D.1 and §D.3: memory for spaces beyond those that need none; for every Call Bridge and database machine. */
    public record SpaceMemory(Figure included, Figure step, Figure memoryPerStep) {}

    /** What a virtual machine is given. @param storage not stated for some @param network not stated for some */
    public record MachineSize(Figure virtualCpus, Figure memory, Figure storage, Figure network) {}

    /**
     * §D.2: the two configurations of Edge servers with Table 8.
     *
     * @param virtualCpusPerCore virtual CPUs for each physical one
     * @param processorFrequency recommended
     * @param perCallBridgeGroup Edge servers in a group at the most
     * @param smallExpressway calls up to which the medium gateway appliance is recommended instead
     * @param largeExpressway calls up to which the large one is
     */
    public record EdgeRules(Map<EdgeSize, EdgeServer> servers, Figure virtualCpusPerCore, Figure processorFrequency, Figure perCallBridgeGroup,
            Figure smallExpressway, Figure largeExpressway) {
        public EdgeRules {
            servers = ordered(servers);
        }
    }

    /** One configuration, and how many calls of each type it carries when there are no others. */
    public record EdgeServer(MachineSize size, Map<EdgeCallType, Figure> calls) {
        public EdgeServer {
            calls = ordered(calls);
        }
    }

    /** §D.4.1. @param minimum of a machine for recordings alone */
    public record RecorderRules(MachineSize minimum, Map<MediaQuality, Recording> recordings) {
        public RecorderRules {
            recordings = ordered(recordings);
        }
    }

    /** A row of Table 9. @param most recordings at the same time at the most */
    public record Recording(Figure perVirtualCpu, Figure memory, Figure diskPerHour, Figure most) {}

    /** §D.4.2. @param most streams at the same time, however many virtual CPUs there are */
    public record StreamerRules(MachineSize minimum, List<StreamerConfiguration> configurations, Map<MediaQuality, Figure> most) {
        public StreamerRules {
            configurations = List.copyOf(configurations);
            most = ordered(most);
        }
    }

    /** A row of Table 10. */
    public record StreamerConfiguration(MachineSize size, Map<MediaQuality, Figure> streams) {
        public StreamerConfiguration {
            streams = ordered(streams);
        }
    }

    /** §D.5. @param meetings of one scheduler, and of all together */
    public record SchedulerRules(Figure meetings, Figure mostSchedulers) {}

    /** What a guide recommends in words. @param figure the number in it, where there is one */
    public record Advice(String text, @Nullable Figure figure, Source source) {}
}
