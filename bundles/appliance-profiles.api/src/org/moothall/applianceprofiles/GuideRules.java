package org.moothall.applianceprofiles;

import static org.moothall.applianceprofiles.Unit.CALLS;
import static org.moothall.applianceprofiles.Unit.CALL_LEGS;
import static org.moothall.applianceprofiles.Unit.GIGABITS_PER_SECOND;
import static org.moothall.applianceprofiles.Unit.GIGABYTES;
import static org.moothall.applianceprofiles.Unit.GIGABYTES_PER_HOUR;
import static org.moothall.applianceprofiles.Unit.GIGAHERTZ;
import static org.moothall.applianceprofiles.Unit.PERCENT;
import static org.moothall.applianceprofiles.Unit.PHYSICAL_CORES;
import static org.moothall.applianceprofiles.Unit.RECORDINGS;
import static org.moothall.applianceprofiles.Unit.SERVERS;
import static org.moothall.applianceprofiles.Unit.SPACES;
import static org.moothall.applianceprofiles.Unit.STREAMS;
import static org.moothall.applianceprofiles.Unit.VIRTUAL_CPUS;

import java.util.List;
import java.util.Map;

import org.moothall.applianceprofiles.SizingRules.CallBridgeRules;
import org.moothall.applianceprofiles.SizingRules.CoreConfiguration;
import org.moothall.applianceprofiles.SizingRules.EdgeRules;
import org.moothall.applianceprofiles.SizingRules.EdgeServer;
import org.moothall.applianceprofiles.SizingRules.HostLevel;
import org.moothall.applianceprofiles.SizingRules.HostRequirements;
import org.moothall.applianceprofiles.SizingRules.HypervisorSupport;
import org.moothall.applianceprofiles.SizingRules.MachineSize;
import org.moothall.applianceprofiles.SizingRules.Recording;
import org.moothall.applianceprofiles.SizingRules.RecorderRules;
import org.moothall.applianceprofiles.SizingRules.SchedulerRules;
import org.moothall.applianceprofiles.SizingRules.SpaceMemory;
import org.moothall.applianceprofiles.SizingRules.StreamerConfiguration;
import org.moothall.applianceprofiles.SizingRules.StreamerRules;

/** The tables and rules of the installation guide, as it states them. @spec installation-guide Tables 1–3, 8–10, §2.1.2, Appendix D */
public final class GuideRules {

    private static final Source TABLE_1 = Source.guide("Table 1");
    private static final Source TABLE_2 = Source.guide("Table 2");
    private static final Source TABLE_3 = Source.guide("Table 3");
    private static final Source TABLE_8 = Source.guide("Table 8");
    private static final Source TABLE_9 = Source.guide("Table 9");
    private static final Source TABLE_10 = Source.guide("Table 10");
    private static final Source HOSTS = Source.guide("§2.1.2");
    private static final Source DEPLOYING = Source.guide("§2.3");
    private static final Source CORE = Source.guide("§D.1");
    private static final Source EDGE = Source.guide("§D.2");
    private static final Source EDGE_SERVERS = Source.guide("§D.2.1");
    private static final Source EDGE_DEPLOYMENT = Source.guide("§D.2.2");
    private static final Source DATABASE = Source.guide("§D.3");
    private static final Source RECORDER = Source.guide("§D.4.1");
    private static final Source STREAMER = Source.guide("§D.4.2");
    private static final Source SCHEDULER = Source.guide("§D.5");
    private static final Source MEETING_APPS = Source.guide("§D.6");

    private static final SizingRules ALL = new SizingRules(hypervisors(), host(), coreConfigurations(), callBridge(), spaces(), edge(),
            machine(DATABASE, "8", "8", "100"), recorder(), streamer(), scheduler(), machine(MEETING_APPS, "8", "16", "100"), GuideAdvice.all());

    private GuideRules() {}

    /** All of them. */
    public static SizingRules all() {
        return ALL;
    }

    private static List<HypervisorSupport> hypervisors() {
        return List.of(
                new HypervisorSupport("3.8", List.of("ESXi 7.0 Update 3n"), TABLE_1),
                new HypervisorSupport("3.7", List.of("ESXi 6.5 P09", "ESXi 6.7 P08", "ESXi 7.0 Update 3j"), TABLE_1),
                new HypervisorSupport("3.6", List.of("ESXi 6.5 EP26", "ESXi 6.7 EP 23", "ESXi 7.0 Update 3d"), TABLE_1),
                new HypervisorSupport("3.5", List.of("ESXi 6.5 P07", "ESXi 6.7 EP 23", "ESXi 7.0 Update 3d"), TABLE_1),
                new HypervisorSupport("3.4", List.of("ESXi 6.5 P07", "ESXi 6.7 P05", "ESXi 7.0 Update 2a"), TABLE_1));
    }

    private static HostRequirements host() {
        return new HostRequirements(
                level(List.of("Intel Nehalem microarchitecture", "AMD Bulldozer microarchitecture"), "2.0"),
                level(List.of("Intel Xeon 2600 v2 or newer"), "2.5"),
                Figure.of(2, Unit.SOCKETS, HOSTS));
    }

    private static HostLevel level(List<String> processors, String frequency) {
        return new HostLevel("Any", processors, Figure.of(frequency, GIGAHERTZ, TABLE_2), Figure.of(1, GIGABYTES, TABLE_2), Figure.of(100, GIGABYTES, TABLE_2));
    }

    private static List<CoreConfiguration> coreConfigurations() {
        return List.of(configuration("50", 2, "Intel E5-2680v2", "32", "8x4GB"), configuration("40", 2, "Intel E5-2650v2", "32", "8x4GB"),
                configuration("25", 1, "Intel E5-2680v2", "16", "4x4GB"), configuration("15", 1, "Intel E5-2640v2", "8", "4x2GB"));
    }

    private static CoreConfiguration configuration(String legs, int sockets, String processor, String memory, String modules) {
        return new CoreConfiguration(Figure.of(legs, CALL_LEGS, TABLE_3), sockets, processor, Figure.of(memory, GIGABYTES, TABLE_3), modules,
                List.of("Cisco UCS C220 M3", "Dell R620", "HP DL380p Gen8"));
    }

    private static CallBridgeRules callBridge() {
        return new CallBridgeRules(Figure.of("2.5", CALL_LEGS, CORE), Figure.of("2.5", GIGAHERTZ, CORE), Figure.of(1, PHYSICAL_CORES, CORE),
                Figure.of(2, VIRTUAL_CPUS, CORE), Figure.of(4, VIRTUAL_CPUS, DEPLOYING), Figure.of(30, PERCENT, HOSTS), Figure.of(60, PERCENT, HOSTS),
                Figure.of(70, PERCENT, HOSTS),
                Figure.of(1, GIGABYTES, CORE), Figure.of(1, GIGABYTES, CORE), Figure.of(4, GIGABYTES, CORE), Figure.of(8, GIGABYTES, CORE),
                Figure.of(24, Unit.CALL_BRIDGES, EDGE_DEPLOYMENT));
    }

    private static SpaceMemory spaces() {
        return new SpaceMemory(Figure.of(75_000, SPACES, CORE), Figure.of(100_000, SPACES, CORE), Figure.of(1, GIGABYTES, CORE));
    }

    private static EdgeRules edge() {
        return new EdgeRules(
                Map.of(EdgeSize.SMALL, edgeServer("4", "4", "1", 100, 175, 250, 850), EdgeSize.LARGE, edgeServer("16", "8", "10", 350, 700, 1000, 3000)),
                Figure.of(1, VIRTUAL_CPUS, EDGE_SERVERS), Figure.of("2.5", GIGAHERTZ, EDGE_SERVERS), Figure.of(10, SERVERS, EDGE_DEPLOYMENT),
                Figure.of(200, CALLS, EDGE), Figure.of(800, CALLS, EDGE));
    }

    private static EdgeServer edgeServer(String virtualCpus, String memory, String network, int fullHd, int hd, int sd, int audio) {
        MachineSize size = new MachineSize(Figure.of(virtualCpus, VIRTUAL_CPUS, EDGE_SERVERS), Figure.of(memory, GIGABYTES, EDGE_SERVERS),
                Figure.notStated(GIGABYTES, EDGE_SERVERS), Figure.of(network, GIGABITS_PER_SECOND, EDGE_SERVERS));
        return new EdgeServer(size,
                Map.of(EdgeCallType.FULL_HD_1080P30, Figure.of(fullHd, CALLS, TABLE_8), EdgeCallType.HD_720P30, Figure.of(hd, CALLS, TABLE_8),
                        EdgeCallType.SD_448P30, Figure.of(sd, CALLS, TABLE_8), EdgeCallType.AUDIO, Figure.of(audio, CALLS, TABLE_8)));
    }

    private static RecorderRules recorder() {
        return new RecorderRules(machine(RECORDER, "4", "4", null), Map.of(
                MediaQuality.HD_720P, recording("2", "0.5", "1", "40"),
                MediaQuality.FULL_HD_1080P, recording("1", "1", "2", "20"),
                MediaQuality.AUDIO, recording("16", "0.1", "0.15", "100")));
    }

    private static Recording recording(String perCpu, String memory, String disk, String most) {
        return new Recording(Figure.of(perCpu, RECORDINGS, TABLE_9), Figure.of(memory, GIGABYTES, TABLE_9), Figure.of(disk, GIGABYTES_PER_HOUR, TABLE_9),
                Figure.of(most, RECORDINGS, TABLE_9));
    }

    private static StreamerRules streamer() {
        return new StreamerRules(machine(STREAMER, "4", "4", null),
                List.of(streams("4", "4", 50, 37, 100), streams("4", "8", 100, 75, 200), streams("8", "8", 200, 150, 200)),
                qualities(STREAMER, 200, 150, 200));
    }

    private static StreamerConfiguration streams(String virtualCpus, String memory, int hd, int fullHd, int audio) {
        return new StreamerConfiguration(machine(TABLE_10, virtualCpus, memory, null), qualities(TABLE_10, hd, fullHd, audio));
    }

    private static Map<MediaQuality, Figure> qualities(Source source, int hd, int fullHd, int audio) {
        return Map.of(MediaQuality.HD_720P, Figure.of(hd, STREAMS, source), MediaQuality.FULL_HD_1080P, Figure.of(fullHd, STREAMS, source), MediaQuality.AUDIO,
                Figure.of(audio, STREAMS, source));
    }

    private static SchedulerRules scheduler() {
        return new SchedulerRules(Figure.of(150_000, Unit.MEETINGS, SCHEDULER), Figure.of(3, Unit.SCHEDULERS, SCHEDULER));
    }

    private static MachineSize machine(Source source, String virtualCpus, String memory, @org.eclipse.jdt.annotation.Nullable String storage) {
        return new MachineSize(Figure.of(virtualCpus, VIRTUAL_CPUS, source), Figure.of(memory, GIGABYTES, source),
                storage == null ? Figure.notStated(GIGABYTES, source) : Figure.of(storage, GIGABYTES, source), Figure.notStated(GIGABITS_PER_SECOND, source));
    }
}
