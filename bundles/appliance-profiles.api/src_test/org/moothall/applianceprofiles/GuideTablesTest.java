package org.moothall.applianceprofiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.Test;
import org.moothall.applianceprofiles.SizingRules.CoreConfiguration;
import org.moothall.applianceprofiles.SizingRules.HostLevel;
import org.moothall.applianceprofiles.SizingRules.MachineSize;
import org.moothall.applianceprofiles.SizingRules.StreamerConfiguration;

/** Each table of the guide, cell by cell: none is missing in our figures, and there is none that the guide does not have. */
@NonNullByDefault({})
class GuideTablesTest {

    private final SizingRules rules = GuideRules.all();
    private final Map<String, String> ours = new TreeMap<>();

    @Test
    void hypervisorsAreThoseOfTable1() throws IOException {
        rules.hypervisors().forEach(row -> put(row.serverVersion(), "ESXi version", String.join(" ", row.hypervisorVersions())));
        assertEquals(GuideRows.table("Table 1"), ours);
    }

    @Test
    void hostRequirementsAreThoseOfTable2() throws IOException {
        level("Minimum", rules.host().minimum(), "2.0GHz");
        level("Recommended", rules.host().recommended(), "2.5Ghz");
        assertEquals(GuideRows.table("Table 2"), ours);
    }

    private void level(String column, HostLevel level, String frequency) {
        put("Server manufacturer", column, level.manufacturer());
        put("Processor type", column, String.join(" ", level.processors()));
        assertEquals(Figure.of(frequency.substring(0, 3), Unit.GIGAHERTZ, Source.guide("Table 2")), level.frequency());
        put("Processor frequency", column, frequency);
        put("RAM", column, text(level.memoryPerLogicalCore()) + "GB per logical core*");
        put("Storage", column, text(level.storage()) + "GB");
    }

    @Test
    void coreMachinesAreThoseOfTable3() throws IOException {
        for (CoreConfiguration row : rules.coreConfigurations()) {
            String number = Integer.toString(rules.coreConfigurations().indexOf(row) + 1);
            put(number, "720p30 call legs", text(row.callLegs()));
            put(number, "CPU configuration", (row.sockets() == 2 ? "Dual " : "Single ") + row.processor());
            put(number, "RAM configuration", text(row.memory()) + " GB (" + row.modules() + ")");
            put(number, "Example systems", String.join(" ", row.exampleSystems()));
        }
        assertEquals(GuideRows.table("Table 3"), ours);
    }

    @Test
    void callCapacitiesAreThoseOfTable4AndOfNoOtherPlatform() throws IOException {
        List<String> rows = List.of("Full HD calls 1080p60 video 720p30 content", "Full HD calls 1080p30 video 1080p30/4K7 content",
                "Full HD calls 1080p30 video 720p30 content", "HD calls 720p30 video 720p5 content", "SD calls 480p30 video 720p5 content",
                "Audio calls (G.711)");
        for (ApplianceProfile profile : GuidePlatforms.all()) {
            profile.calls().forEach((type, figure) -> figure.stated().ifPresent(stated -> put(rows.get(type.ordinal()), profile.name(), text(figure))));
        }
        assertEquals(GuideRows.table("Table 4"), ours);
    }

    @Test
    void usersAreThoseOfTable5AndOfNoOtherPlatform() throws IOException {
        Map<String, String> guide = GuideRows.table("Table 5");
        String most = " | Maximum number of users";
        Map<String, String> expected = new TreeMap<>();
        expected.put("meeting-server-2000-m5v2", guide.remove("Meeting Server 2000 M5v2" + most));
        expected.put("meeting-server-2000-m5v1", guide.remove("Meeting Server 2000 M5v1" + most));
        String others = guide.remove("Meeting Server 2000 M4, Meeting Server 1000 M4, M5v1, M5v2, and Specification based servers" + most);
        List.of("meeting-server-2000-m4", "meeting-server-1000-m4", "meeting-server-1000-m5v1", "meeting-server-1000-m5v2", "virtual-machine")
                .forEach(id -> expected.put(id, others));
        assertEquals(Map.of(), guide, "rows of the guide that nobody looked at");
        expected.replaceAll((id, users) -> users.replace(",", ""));
        GuidePlatforms.all().forEach(profile -> profile.users().stated().ifPresent(stated -> ours.put(profile.id().value(), text(profile.users()))));
        assertEquals(expected, ours);
    }

    @Test
    void edgeCapacitiesAreThoseOfTable8() throws IOException {
        List<String> rows = List.of("Full HD calls 1080p30 video", "HD calls 720p30 video", "SD calls 448p30 video", "Audio calls (G.711)");
        rules.edge().servers().forEach((size, server) -> server.calls().forEach((type, figure) -> put(rows.get(type.ordinal()),
                (size == EdgeSize.SMALL ? "Small" : "Large") + " Edge VM Call Capacity", text(figure))));
        assertEquals(GuideRows.table("Table 8"), ours);
    }

    @Test
    void recordingsAreThoseOfTable9() throws IOException {
        rules.recorder().recordings().forEach((quality, row) -> {
            put(name(quality), "Recordings per vCPU", text(row.perVirtualCpu()));
            put(name(quality), "RAM required per recording", size(row.memory()));
            put(name(quality), "Disk budget per hour", size(row.diskPerHour()));
            put(name(quality), "Maximum concurrent recording", text(row.most()));
        });
        assertEquals(GuideRows.table("Table 9"), ours);
    }

    @Test
    void streamersAreThoseOfTable10() throws IOException {
        for (StreamerConfiguration row : rules.streamer().configurations()) {
            String number = Integer.toString(rules.streamer().configurations().indexOf(row) + 1);
            put(number, "Number of vCPUs", text(row.size().virtualCpus()));
            put(number, "RAM", text(row.size().memory()) + "GB");
            row.streams().forEach(
                    (quality, most) -> put(number, "Number of " + (quality == MediaQuality.AUDIO ? "audio-only" : name(quality)) + " streams", text(most)));
        }
        assertEquals(GuideRows.table("Table 10"), ours);
    }

    @Test
    void meetingAppsNeedWhatTheTableOfD6Says() throws IOException {
        MachineSize size = rules.meetingApps();
        put("1", "Number of vCPUs", text(size.virtualCpus()));
        put("1", "RAM", text(size.memory()) + " GB");
        put("1", "Disk Space", text(size.storage()) + " GB");
        assertEquals(GuideRows.table("§D.6"), ours);
    }

    @Test
    void componentsAreThoseOfTheTableOfSection14() throws IOException {
        Map<String, String> guide = GuideRows.table("§1.4");
        for (ApplianceProfile profile : GuidePlatforms.all()) {
            ours.clear();
            String column = profile.id().value().contains("-2000-") ? "2000" : "1000 and virtualized";
            profile.components().forEach((component, presence) -> {
                if (presence.source().equals(Source.guide("§1.4"))) {
                    put(words(component), column, availability(presence.availability()));
                }
            });
            Map<String, String> expected = new TreeMap<>(guide);
            expected.keySet().removeIf(cell -> !cell.endsWith("| " + column));
            assertEquals(expected, ours, profile.name());
        }
    }

    @Test
    void whatNoTableStatesHasNoFigure() {
        assertTrue(
                GuidePlatforms.all().stream().filter(profile -> profile.id().value().endsWith("-m6")).allMatch(profile -> profile.users().stated().isEmpty()),
                "Table 5 knows no M6");
        assertTrue(GuidePlatforms.all().stream().filter(profile -> profile.id().value().matches(".*-(m4|m5v1)"))
                .allMatch(profile -> profile.calls().values().stream().allMatch(figure -> figure.stated().isEmpty())), "Table 4 knows no M4 and no M5v1");
    }

    private void put(String row, String column, String value) {
        assertEquals(null, ours.put(row + " | " + column, value), "twice: " + row + ", " + column);
    }

    private static String text(Figure figure) {
        return figure.required().toPlainString();
    }

    /** As the guide writes it: {@code 0.5GB}, {@code 150MB}. */
    private static String size(Figure gigabytes) {
        return switch (text(gigabytes)) {
            case "0.1" -> "100MB";
            case "0.15" -> "150MB";
            default -> text(gigabytes) + "GB";
        };
    }

    private static String name(MediaQuality quality) {
        return switch (quality) {
            case HD_720P -> "720p";
            case FULL_HD_1080P -> "1080p";
            case AUDIO -> "audio";
        };
    }

    private static String availability(Availability availability) {
        return switch (availability) {
            case AVAILABLE -> "Available";
            case NOT_AVAILABLE -> "Not available";
            case NOT_CURRENTLY_AVAILABLE -> "Not currently available";
            case NOT_RECOMMENDED, NOT_STATED -> "?";
        };
    }

    private static String words(Component component) {
        return switch (component) {
            case CALL_BRIDGE -> "Call Bridge";
            case WEB_BRIDGE_3 -> "Web Bridge 3";
            case DATABASE -> "Database";
            case SCHEDULER -> "Scheduler";
            case TURN_SERVER -> "TURN server";
            case RECORDER -> "Recorder";
            case UPLOADER -> "Uploader";
            case STREAMER -> "Streamer";
            case SNMP_MIB -> "SNMP MIB";
            case MEETING_APPS -> "MeetingApps";
        };
    }
}
