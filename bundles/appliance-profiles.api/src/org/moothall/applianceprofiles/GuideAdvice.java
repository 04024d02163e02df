package org.moothall.applianceprofiles;

import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.applianceprofiles.SizingRules.Advice;

/** What the installation guide recommends in words. @spec installation-guide §1, §2.1.1, §2.1.2, Appendix D, Appendix E */
final class GuideAdvice {

    private GuideAdvice() {}

    static List<Advice> all() {
        return List.of(
                advice("§1", "Backups of a virtual machine cannot be restored on a Meeting Server 2000, nor the other way round."),
                advice("§2.1.1", "Install each server anew instead of cloning one: clones have the same host id, which confuses licensing."),
                advice("§2.1.1", "Secure boot is not supported."),
                advice("Table 2, footnote", "Leave additional memory for the hypervisor and for other machines of the host."),
                advice("§2.1.2", "Populate all memory channels. There are no special requirements for NUMA."),
                advice("§2.1.2", "Out-of-band management must not share a network port with the machine: it causes bursts of packet loss."),
                advice("§2.1.2", "Enable hyperthreading: without it capacity is reduced by up to 30 %.", Figure.of(30, Unit.PERCENT, Source.guide("§2.1.2"))),
                advice("§2.1.2", "Compare AMD modules with Intel cores: AMD processors provide 60 to 70 % of the capacity of an equivalent Intel processor."
                        + " Intel is recommended for production."),
                advice("§2.1.2", "Dedicate the processors: one machine alone on the host, or all machines pinned to cores with one physical core left to the"
                        + " hypervisor, or the published co-residency rules."),
                advice("§2.1.2", "With EVC the mode must be AMD Opteron Generation 4 (B1), Intel Nehalem (L2) or higher: SSE 4.2 is required."),
                advice("§2.1.2", "Calls with media need a licence or activation key for the Call Bridge."),
                advice("Appendix D", "In production the recorder and the streamer run on another server than the one that hosts the conferences."),
                advice("Appendix D", "With a gateway appliance at the edge the TURN server is not enabled, and Web Bridge runs beside the Call Bridge."),
                advice("§D.1", "Give the machine as many sockets as the host has. Do not give it more virtual CPUs than the rule says:"
                        + " oversubscribing delays scheduling and degrades media."),
                advice("§D.2.1", "Give an Edge server one virtual CPU for each physical one, and let the TURN server listen on one interface only."),
                advice("§D.2.2", "All Edge servers of a Call Bridge or group have the same size, not a mix of both."),
                advice("§D.3",
                        "Keep the database on local SSDs or a fast SAN, on the virtual disk of the operating system, with processors of the Sandy Bridge class"
                                + " or later."),
                advice("§D.4", "The internal recorder and streamer take calls of Meeting Server Call Bridges only."),
                advice("§D.4.1", "Recorders scale linearly with virtual CPUs up to the number of physical cores."),
                advice("§D.4.2", "Virtual CPUs of a streamer should not exceed the number of physical cores."),
                advice("§D.5", "The scheduler runs on a server that also hosts a Call Bridge; further schedulers add resilience, not capacity."),
                advice("§D.6", "MeetingApps run alone on a server, best on a virtual machine on a host of your own; never on a Meeting Server 2000."),
                advice("§E.1",
                        "If other machines must share the host, pin every machine to cores so that none shares those of the Meeting Server; it may be necessary"
                                + " to leave one core to the hypervisor."),
                advice("§E.1", "Use VMXNet3 network adapters, all of the same type. Fault Tolerance is not supported."));
    }

    private static Advice advice(String place, String text) {
        return advice(place, text, null);
    }

    private static Advice advice(String place, String text, @Nullable Figure figure) {
        return new Advice(text, figure, Source.guide(place));
    }
}
