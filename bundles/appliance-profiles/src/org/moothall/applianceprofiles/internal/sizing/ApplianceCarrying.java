package org.moothall.applianceprofiles.internal.sizing;

import java.util.ArrayList;
import java.util.List;

import org.moothall.applianceprofiles.ApplianceProfile;
import org.moothall.applianceprofiles.ApplianceProfile.Presence;
import org.moothall.applianceprofiles.Availability;
import org.moothall.applianceprofiles.CallType;
import org.moothall.applianceprofiles.Component;
import org.moothall.applianceprofiles.Figure;
import org.moothall.applianceprofiles.MediaQuality;
import org.moothall.applianceprofiles.SizingRules;
import org.moothall.applianceprofiles.Source;
import org.moothall.applianceprofiles.Unit;
import org.moothall.applianceprofiles.sizing.HostAnswer;
import org.moothall.applianceprofiles.sizing.HostAnswer.Carried;
import org.moothall.applianceprofiles.sizing.HostAnswer.Load;
import org.moothall.applianceprofiles.sizing.Role;

/** What an appliance carries: as its tables state it. @spec installation-guide §1.4, Table 4, Table 5, §D.5, §D.6 */
record ApplianceCarrying(SizingRules rules, ApplianceProfile platform, Working work) {

    HostAnswer answer() {
        List<Load> calls = new ArrayList<>();
        for (CallType type : CallType.values()) {
            calls.add(new Load(Words.code(type), platform.calls(type)));
            work.steps.add(new org.moothall.applianceprofiles.sizing.Step(Role.CALL_BRIDGE, "Calls of " + Words.code(type) + " when there are no others",
                    platform.calls(type).stated().map(Words::number).orElse("not stated"), platform.calls(type), false));
        }
        calls.add(new Load("users", platform.users()));
        List<Load> recordings = new ArrayList<>();
        for (MediaQuality quality : MediaQuality.values()) {
            recordings.add(new Load(Words.code(quality), Figure.notStated(Unit.RECORDINGS, Source.guide("Table 9"))));
        }
        List<Load> streams = recordings.stream().map(load -> new Load(load.what(), Figure.notStated(Unit.STREAMS, Source.guide("Table 10")))).toList();
        return new HostAnswer(List.of(role(Role.CALL_BRIDGE, Component.CALL_BRIDGE, calls),
                role(Role.EDGE, Component.TURN_SERVER, List.of(new Load("calls", Figure.notStated(Unit.CALLS, Source.guide("Table 8"))))),
                role(Role.RECORDER, Component.RECORDER, recordings), role(Role.STREAMER, Component.STREAMER, streams),
                role(Role.DATABASE, Component.DATABASE, List.of(new Load("users", platform.users()))),
                role(Role.SCHEDULER, Component.SCHEDULER, List.of(new Load("meetings", rules.scheduler().meetings()))),
                role(Role.MEETING_APPS, Component.MEETING_APPS, List.of())), work.steps, work.disagreements, work.findings);
    }

    private Carried role(Role role, Component component, List<Load> loads) {
        Presence presence = platform.component(component);
        String who = Words.code(component).replace('-', ' ');
        boolean fits = switch (presence.availability()) {
            case AVAILABLE -> true;
            case NOT_RECOMMENDED -> {
                work.recommend(role, "For " + who + " another platform is recommended.", presence.source());
                yield true;
            }
            case NOT_STATED -> {
                work.notStated(role, "Whether " + who + " runs on it is not stated.", presence.source());
                yield false;
            }
            case NOT_AVAILABLE, NOT_CURRENTLY_AVAILABLE -> false;
        };
        return fits ? new Carried(role, true, List.of(), loads) : new Carried(role, false, List.of(why(presence)), List.of());
    }

    private static String why(Presence presence) {
        return (presence.availability() == Availability.NOT_STATED ? "It is not stated whether it runs on this platform ("
                : "It does not run on this platform (")
                + presence.source().place() + ").";
    }
}
