package org.moothall.applianceprofiles.internal.sizing;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.applianceprofiles.ApplianceProfile;
import org.moothall.applianceprofiles.ApplianceProfile.Kind;
import org.moothall.applianceprofiles.ApplianceProfiles;
import org.moothall.applianceprofiles.CallType;
import org.moothall.applianceprofiles.Figure;
import org.moothall.applianceprofiles.PlatformId;
import org.moothall.applianceprofiles.SizingRules;
import org.moothall.applianceprofiles.Unit;
import org.moothall.applianceprofiles.internal.sizing.Demand.Refusals;
import org.moothall.applianceprofiles.sizing.HostAnswer;
import org.moothall.applianceprofiles.sizing.HostOffer;
import org.moothall.applianceprofiles.sizing.Processor;
import org.moothall.applianceprofiles.sizing.Sizing;
import org.moothall.applianceprofiles.sizing.SizingAnswer;
import org.moothall.applianceprofiles.sizing.SizingAnswer.Alternative;
import org.moothall.applianceprofiles.sizing.SizingDemand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks each rule in turn. */
@Component(service = Sizing.class)
public final class Calculator implements Sizing {

    private final ApplianceProfiles profiles;

    /** Sizes with these platforms. */
    @Activate
    public Calculator(@Reference ApplianceProfiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public SizingAnswer hosts(SizingDemand asked) {
        Platforms platforms = new Platforms(profiles);
        Demand demand = Demand.of(asked, platforms);
        ApplianceProfile machine = platforms.machine();
        SizingRules rules = profiles.rules();
        Working work = new Working();
        if (demand.needsCallBridge()) {
            new CallBridgeSizing(rules, demand, machine, work).size();
        }
        if (!demand.edgeCalls().isEmpty()) {
            new EdgeSizing(rules, demand, machine, work).size();
        }
        if (!demand.recordings().isEmpty()) {
            new RecordingSizing(rules, demand, machine, work).size();
        }
        if (!demand.streams().isEmpty()) {
            new StreamingSizing(rules, demand, machine, work).size();
        }
        if (demand.databases() > 0) {
            new MachineSizing(rules, demand, machine, work).databases();
        }
        if (demand.meetingApps()) {
            new MachineSizing(rules, demand, machine, work).meetingApps();
        }
        return new SizingAnswer(work.hosts, alternatives(demand), work.steps, work.disagreements, work.findings);
    }

    private List<Alternative> alternatives(Demand demand) {
        List<Alternative> others = new ArrayList<>();
        for (ApplianceProfile each : profiles.all()) {
            if (each.kind() == Kind.APPLIANCE && !demand.calls().isEmpty()) {
                others.add(each.share(demand.calls()).map(share -> new Alternative(each.id(), each.name(), Rounding.up(share), null))
                        .orElseGet(() -> new Alternative(each.id(), each.name(), null, "What it carries is not stated for all of these calls.")));
            }
        }
        return others;
    }

    @Override
    public HostAnswer carried(HostOffer offer) {
        Platforms platforms = new Platforms(profiles);
        Refusals refusals = new Refusals();
        ApplianceProfile platform = platforms.wanted(offer.platform(), refusals);
        Working work = new Working();
        if (platform.kind() == Kind.APPLIANCE) {
            refusals.end();
            return new ApplianceCarrying(profiles.rules(), platform, work).answer();
        }
        Machine machine = Machine.of(offer, refusals);
        refusals.end();
        return new MachineCarrying(profiles.rules(), platform, machine, work).answer();
    }

    @Override
    public Figure calls(PlatformId id, @Nullable Processor processor, CallType type) {
        Refusals refusals = new Refusals();
        ApplianceProfile platform = new Platforms(profiles).wanted(id, refusals);
        Figure stated = platform.calls(type);
        if (platform.kind() == Kind.APPLIANCE || type != CallType.HD_720P30) {
            refusals.end();
            return stated;
        }
        HostProcessor host = HostProcessor.of(processor, true, refusals);
        refusals.end();
        CoreRule rule = new CoreRule(profiles.rules(), host, new Working());
        return new Figure(Rounding.whole(rule.legsPerCore().multiply(java.math.BigDecimal.valueOf(host.cores()))), Unit.CALLS,
                profiles.rules().callBridge().callLegsPerCore().source());
    }
}
