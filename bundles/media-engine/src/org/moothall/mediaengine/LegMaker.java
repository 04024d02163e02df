package org.moothall.mediaengine;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.mediaengine.Identities.Kind;

/** Makes new legs: their addresses and what the profiles say for them. */
final class LegMaker {

    private final Clock clock;
    private final Spaces spaces;
    private final Terms terms;
    private final String domain;
    private final Identities ids;

    LegMaker(Clock clock, Spaces spaces, Terms terms, String domain, Identities ids) {
        this.clock = clock;
        this.spaces = spaces;
        this.terms = terms;
        this.domain = domain;
        this.ids = ids;
    }

    /** Of somebody who calls in; not in a call yet. */
    CallLeg incoming(Arrival arrival) {
        UUID chosen = arrival.leg();
        return leg(chosen == null ? ids.next(Kind.LEG) : chosen, null, arrival.endpoint(), false, arrival.settings(), Map.of(), Confirmation.NONE, null,
                address(arrival.space()));
    }

    /** Of somebody who is called. */
    CallLeg outgoing(UUID id, Call call, Endpoint endpoint, Map<String, String> settings, boolean asks) {
        return leg(id, call.id(), endpoint, true, settings, inherited(call, endpoint, settings), asks ? Confirmation.REQUIRED : Confirmation.NOT_REQUIRED, null,
                address(call));
    }

    /** Of somebody who comes from another call. */
    CallLeg moved(Call call, CallLeg old, Map<String, String> settings, Moved from) {
        return leg(ids.next(Kind.LEG), call.id(), old.endpoint(), old.outgoing(), settings, inherited(call, old.endpoint(), settings), Confirmation.NONE, from,
                address(call));
    }

    /** Whether somebody can only come encrypted. */
    boolean needsEncryption(Arrival arrival) {
        String own = arrival.settings().getOrDefault(CallLeg.ENCRYPTION, "");
        String mode = own.isEmpty() ? terms.profiles().leg(spaces.find(arrival.space()), arrival.endpoint().userJid(), arrival.settings().getOrDefault(
                "callLegProfile", "")).getOrDefault(CallLeg.ENCRYPTION, "") : own;
        return CallLeg.needsEncryption(arrival.endpoint(), mode);
    }

    /** The leg with what the profiles say for it now. */
    CallLeg inheritingAnew(Call call, CallLeg leg) {
        return leg.inheriting(inherited(call, leg.endpoint(), leg.settings()));
    }

    /** What the profiles say for a leg of this call. */
    Map<String, String> inherited(Call call, Endpoint endpoint, Map<String, String> settings) {
        return terms.profiles().leg(space(call), endpoint.userJid(), settings.getOrDefault("callLegProfile", ""));
    }

    /** The profiles that say it. */
    List<Profiles.Applied> trace(Call call, CallLeg leg) {
        return terms.profiles().trace(space(call), leg.endpoint().userJid(), leg.override("callLegProfile"));
    }

    private Optional<Space> space(Call call) {
        UUID space = call.space();
        return space == null ? Optional.empty() : spaces.find(space);
    }

    private CallLeg leg(UUID id, @Nullable UUID call, Endpoint endpoint, boolean outgoing, Map<String, String> settings, Map<String, String> inherited,
            Confirmation confirmation, @Nullable Moved moved, String localAddress) {
        return new CallLeg(id, call, endpoint, outgoing, LegState.INITIAL, clock.instant(), null, false, false, Duration.ZERO, null, settings, inherited,
                false, false, confirmation, moved, localAddress, true, false, terms.directory().cdrTag(endpoint.userJid()));
    }

    private String address(Call call) {
        UUID space = call.space();
        return space == null ? call.id() + "@" + domain : address(space);
    }

    /** What was dialled to get into this space. */
    private String address(UUID space) {
        return spaces.find(space).map(room -> room.get("uri")).filter(uri -> !uri.isEmpty()).orElse(space.toString()) + "@" + domain;
    }
}
