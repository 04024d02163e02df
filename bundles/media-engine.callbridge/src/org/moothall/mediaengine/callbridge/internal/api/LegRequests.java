package org.moothall.mediaengine.callbridge.internal.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.moothall.mediaengine.CallLeg;
import org.moothall.mediaengine.Conference;
import org.moothall.mediaengine.Endpoint;

/** What a request says about legs, which the paths of legs and of participants have in common. @spec meeting-server-wire §1.10 */
public final class LegRequests {

    private final Conference conference;
    private final References references;

    /** For the legs of this conference core. */
    public LegRequests(Conference conference, References references) {
        this.conference = conference;
        this.references = references;
    }

    /** Whom a request asks to call. @param asks whether the party has to confirm */
    record Party(Endpoint endpoint, boolean asks) {}

    /** Calls the party that the request names. Failure: {@code parameterError} when it names none. */
    CallLeg dial(UUID call, ApiRequest request) {
        Party party = party(request);
        return conference.dial(call, party.endpoint(), overrides(request), party.asks());
    }

    /** The bridges that the group in the request may choose from. Failures: {@code callBridgeGroupDoesNotExist}, {@code loadBalancingDisabled}. */
    List<UUID> balanced(UUID group) {
        return references.balanced(group);
    }

    /** Whom the request names. Failure: {@code parameterError} when it names nobody. */
    Party party(ApiRequest request) {
        String address = request.form().get("remoteParty");
        if (address.isBlank()) {
            throw ApiFailure.parameter("remoteParty");
        }
        request.form().find("bandwidth").filter(text -> !text.isEmpty()).ifPresent(text -> Rule.NUMBER.checked("bandwidth", text));
        String host = address.contains("@") ? address.substring(address.indexOf('@') + 1) : "";
        Endpoint.Kind kind = address.matches("[+\\d]+(@.*)?") ? Endpoint.Kind.PHONE : Endpoint.Kind.DESK;
        String name = address.contains("@") ? address.substring(0, address.indexOf('@')) : address;
        boolean asks = request.form().find("confirmation").filter(text -> !text.isEmpty()).map(text -> "true".equals(Rule.BOOL.checked("confirmation", text)))
                .orElse(false);
        return new Party(new Endpoint(kind, name, address, host, ""), asks);
    }

    /** The overrides in a request; bulk requests say {@code layout} where others say {@code chosenLayout}. */
    Map<String, String> overrides(ApiRequest request) {
        Map<String, String> changes = new LinkedHashMap<>(references.checked(request.form().known(LegParameters.ALL)));
        request.form().find("layout").ifPresent(layout -> changes.put("chosenLayout", layout.isEmpty() ? "" : Rule.LAYOUT.checked("layout", layout)));
        request.form().find("dtmfSequence").filter(tones -> !tones.isEmpty()).ifPresent(tones -> Rule.TONES.checked("dtmfSequence", tones));
        return changes;
    }
}
