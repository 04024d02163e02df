package org.moothall.applianceprofiles;

import static org.moothall.applianceprofiles.Availability.AVAILABLE;
import static org.moothall.applianceprofiles.Availability.NOT_AVAILABLE;
import static org.moothall.applianceprofiles.Availability.NOT_CURRENTLY_AVAILABLE;
import static org.moothall.applianceprofiles.Availability.NOT_RECOMMENDED;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.applianceprofiles.ApplianceProfile.Kind;
import org.moothall.applianceprofiles.ApplianceProfile.Presence;

/**
 * The platforms of the installation guide. A generation that a table leaves out has no figure there: Table 4 knows no M4 and no M5v1,
 * Table 5 no M6.
 *
 * @spec installation-guide §1.4, Table 4, Table 5, §D.2.1, §D.5, §D.6
 */
public final class GuidePlatforms {

    private static final Source COMPONENTS = Source.guide("§1.4");
    private static final Source CALLS = Source.guide("Table 4");
    private static final Source USERS = Source.guide("Table 5");
    private static final Source NETWORK = Source.guide("§D.2.1, note on co-residency");
    private static final Source SCHEDULER = Source.guide("§D.5");
    private static final Source MEETING_APPS = Source.guide("§D.6");
    private static final @Nullable String NOT_STATED = null;

    private static final List<ApplianceProfile> ALL = List.of(
            small("m4", "M4", noCalls(), "75000", "1"),
            small("m5v1", "M5v1", noCalls(), "75000", "10"),
            small("m5v2", "M5v2", calls(30, 30, 60, 120, 240, 2200), "75000", "10"),
            small("m6", "M6", calls(40, 40, 80, 160, 320, 3000), NOT_STATED, "10"),
            large("m4", "M4", noCalls(), "75000", NOT_STATED),
            large("m5v1", "M5v1", noCalls(), "200000", "10"),
            large("m5v2", "M5v2", calls(218, 218, 437, 875, 1250, 3000), "300000", "10"),
            large("m6", "M6", calls(324, 324, 648, 1296, 1875, 3200), NOT_STATED, "10"),
            new ApplianceProfile(PlatformId.VIRTUAL_MACHINE, "Virtual machine on a host of your own", Kind.VIRTUAL_MACHINE, noCalls(),
                    users("75000"), virtual(AVAILABLE), Figure.of(4, Unit.GIGABYTES, SCHEDULER), Figure.notStated(Unit.GIGABITS_PER_SECOND, NETWORK)));

    private GuidePlatforms() {}

    /** All of them: appliances by size and generation, then the virtual machine. */
    public static List<ApplianceProfile> all() {
        return ALL;
    }

    /** The 1000: a preconfigured virtual machine on one rack server. */
    private static ApplianceProfile small(String id, String generation, Map<CallType, Figure> calls, @Nullable String users, String network) {
        return appliance("1000", id, generation, calls, users, virtual(NOT_RECOMMENDED), network);
    }

    /** The 2000: a chassis of blades, without what belongs at the edge and without recording. */
    private static ApplianceProfile large(String id, String generation, Map<CallType, Figure> calls, @Nullable String users, @Nullable String network) {
        Map<Component, Presence> components = everywhere();
        for (Component absent : List.of(Component.TURN_SERVER, Component.RECORDER, Component.UPLOADER, Component.STREAMER)) {
            components.put(absent, new Presence(NOT_AVAILABLE, COMPONENTS));
        }
        components.put(Component.SNMP_MIB, new Presence(NOT_CURRENTLY_AVAILABLE, COMPONENTS));
        components.put(Component.MEETING_APPS, new Presence(NOT_AVAILABLE, MEETING_APPS));
        return appliance("2000", id, generation, calls, users, components, network);
    }

    private static ApplianceProfile appliance(String model, String id, String generation, Map<CallType, Figure> calls, @Nullable String users,
            Map<Component, Presence> components, @Nullable String network) {
        return new ApplianceProfile(new PlatformId("meeting-server-" + model + "-" + id), "Cisco Meeting Server " + model + " " + generation,
                Kind.APPLIANCE, calls, users(users), components, Figure.of(0, Unit.GIGABYTES, SCHEDULER),
                network == null ? Figure.notStated(Unit.GIGABITS_PER_SECOND, NETWORK) : Figure.of(network, Unit.GIGABITS_PER_SECOND, NETWORK));
    }

    private static Map<Component, Presence> virtual(Availability meetingApps) {
        Map<Component, Presence> components = everywhere();
        components.put(Component.MEETING_APPS, new Presence(meetingApps, MEETING_APPS));
        return components;
    }

    private static Map<Component, Presence> everywhere() {
        Map<Component, Presence> components = new EnumMap<>(Component.class);
        for (Component each : Component.values()) {
            components.put(each, new Presence(AVAILABLE, COMPONENTS));
        }
        return components;
    }

    private static Figure users(@Nullable String number) {
        return number == null ? Figure.notStated(Unit.USERS, USERS) : Figure.of(number, Unit.USERS, USERS);
    }

    private static Map<CallType, Figure> noCalls() {
        Map<CallType, Figure> none = new EnumMap<>(CallType.class);
        for (CallType type : CallType.values()) {
            none.put(type, Figure.notStated(Unit.CALLS, CALLS));
        }
        return none;
    }

    /** A column of Table 4 from top to bottom. */
    private static Map<CallType, Figure> calls(int... column) {
        Map<CallType, Figure> calls = new EnumMap<>(CallType.class);
        for (CallType type : CallType.values()) {
            calls.put(type, Figure.of(column[type.ordinal()], Unit.CALLS, CALLS));
        }
        return calls;
    }
}
