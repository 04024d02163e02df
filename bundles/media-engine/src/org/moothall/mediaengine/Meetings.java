package org.moothall.mediaengine;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Problem;
import org.moothall.mediaengine.ConferenceEvent.MeetingEnded;
import org.moothall.mediaengine.Identities.Kind;

/**
 * Begins and ends meetings, and keeps the parts of one meeting on several bridges one meeting. Guarded by the conference.
 *
 * <p>A meeting is known by its correlator. Whoever opens a call first decides it: from the space and the second, so that bridges
 * that open one in the same instant decide the same. Where they could not (a clock that is off, a link that was down), the one
 * that began first wins, and the others take over its correlator as soon as they hear of it.
 */
final class Meetings {

    /** Who began first, for bridges to agree on. */
    private static final Comparator<Call> FIRST = Comparator.comparing(Call::start).thenComparing(Call::correlator);
    private static final long SAME_INSTANT_MILLIS = 2_000;
    /** One may begin while another ends. @spec installation-guide B.6.1 */
    private static final int CALLS_OF_A_PERSONAL_LICENCE = 2;
    private static final Map<String, ConferenceProblem> CAPTURES = Map.of("recording", ConferenceProblem.RECORDING_NOT_ALLOWED_BY_LICENSING, "streaming",
            ConferenceProblem.STREAMING_NOT_ALLOWED_BY_LICENSING);
    private static final List<String> OF_THE_SPACE = List.of("tenant", "streamUrl");
    private static final int MOST_REMEMBERED = 10_000;

    private final Roll roll;
    private final Spaces spaces;
    private final Peers peers;
    private final Terms terms;
    private final Lobby lobby;
    private final BiConsumer<UUID, EndReason> hangUp;
    private final Identities ids;
    private final Captures captures;
    private final Map<UUID, UUID> lastIn = new LinkedHashMap<>();

    Meetings(Roll roll, Spaces spaces, Peers peers, Terms terms, Lobby lobby, Identities ids, BiConsumer<UUID, EndReason> hangUp) {
        this.roll = roll;
        this.spaces = spaces;
        this.peers = peers;
        this.terms = terms;
        this.lobby = lobby;
        this.ids = ids;
        this.captures = new Captures(ids);
        this.hangUp = hangUp;
    }

    /** The call in this space, begun if there is none. @param correlator what to call a new meeting, null to decide here */
    Call open(UUID space, @Nullable UUID correlator, Map<String, String> settings) {
        Optional<Call> own = roll.callIn(space);
        if (own.isPresent()) {
            return own.get();
        }
        Space room = spaces.find(space).orElseThrow(() -> Roll.refuse(ConferenceProblem.SPACE_DOES_NOT_EXIST, space));
        Optional<Call> elsewhere = peers.callsIn(space).min(FIRST);
        UUID meeting = elsewhere.map(Call::correlator).orElseGet(() -> correlator == null ? correlator(space) : correlator);
        String owner = !room.get("meetingScheduler").isEmpty() ? room.get("meetingScheduler") : room.get("ownerJid");
        return begin(
                new Call(ids.next(Kind.CALL), meeting, space, room.name(), owner, room.get("cdrTag"), roll.now(),
                        elsewhere.map(Call::settings).orElse(settings),
                        inherited(room), elsewhere.map(Call::settingsVersion).orElse(0L), 0, 0, null, false),
                elsewhere.isEmpty());
    }

    Call openAdHoc(String name, UUID correlator, Map<String, String> settings) {
        return begin(new Call(ids.next(Kind.CALL), correlator, null, name, "", "", roll.now(), settings, terms.profiles().call(Optional.empty()), 0, 0, 0, null,
                false), true);
    }

    /** What the profiles say for a call in this space, and the space itself. */
    private Map<String, String> inherited(Space room) {
        Map<String, String> all = new LinkedHashMap<>(terms.profiles().call(Optional.of(room)));
        OF_THE_SPACE.forEach(name -> all.put(name, room.get(name)));
        return all;
    }

    /** Changes settings of a call, for all bridges of the meeting. */
    Call change(UUID id, Map<String, String> changes) {
        Call before = roll.call(id);
        refuseCapture(before, changes, "recording", ConferenceProblem.CALL_RECORDING_CANNOT_BE_MODIFIED);
        refuseCapture(before, changes, "streaming", ConferenceProblem.CALL_STREAMING_CANNOT_BE_MODIFIED);
        refuseUnlicensed(before.settings(), changes);
        Call after = roll.change(before, before.with(changes, Math.max(before.settingsVersion() + 1, roll.millis())));
        captures.follow(after, roll.now(), roll::tell);
        lobby.unlocked(before, after);
        return after;
    }

    private static void refuseCapture(Call call, Map<String, String> changes, String what, ConferenceProblem problem) {
        if (changes.containsKey(what) && "disabled".equals(call.get(what + "Mode"))) {
            throw Roll.refuse(problem, call.id());
        }
    }

    /** What runs goes on, but nothing is begun without a licence. @spec installation-guide Table 6 */
    private void refuseUnlicensed(Map<String, String> before, Map<String, String> changes) {
        if (!terms.licences().works(Feature.RECORDING)) {
            for (Map.Entry<String, ConferenceProblem> each : CAPTURES.entrySet()) {
                String what = each.getKey();
                if ("true".equals(changes.get(what)) && !"true".equals(before.get(what))) {
                    throw Problem.of(each.getValue(), each.getValue().reason()).exception();
                }
            }
        }
    }

    /** How many recordings or streams of this bridge run. */
    int captures(ConferenceEvent.Capture kind) {
        return captures.running(kind);
    }

    /** Ends a meeting. @param here whether it was ended on this bridge */
    void end(UUID correlator, boolean here) {
        roll.tell(new MeetingEnded(roll.now(), correlator, here));
        roll.callsOf(correlator).forEach(call -> {
            roll.legsOf(call.id()).forEach(leg -> hangUp.accept(leg.id(), EndReason.CALL_ENDED));
            close(call.id());
        });
    }

    /** Somebody left a call, which ends with its last one unless it stays when empty. */
    void left(UUID callId) {
        Call before = roll.call(callId);
        Call after = roll.change(before, before.withLegs(0, before.legsCompleted() + 1));
        if (roll.legsOf(callId).isEmpty() && !after.is("activeWhenEmpty")) {
            close(callId);
        } else {
            lobby.apply(callId);
        }
    }

    /** Somebody came into a call. */
    void came(UUID callId) {
        Call before = roll.call(callId);
        roll.change(before, before.withLegs(roll.legsOf(callId).size(), before.legsCompleted()));
    }

    /** Other bridges changed these meetings: ours become one with them. Returns the correlators of ours that this concerns. */
    Set<UUID> follow(Peers.Touched touched) {
        touched.spaces().forEach(space -> roll.callIn(space).ifPresent(own -> adoptCorrelator(space, own)));
        Set<UUID> ours = new HashSet<>();
        for (UUID correlator : touched.correlators()) {
            for (Call call : roll.callsOf(correlator)) {
                ours.add(correlator);
                peers.newerSettings(call).ifPresent(newer -> adoptSettings(call, newer));
                lobby.apply(call.id());
            }
        }
        return ours;
    }

    void refuseWhenFull(Call call) {
        if (isFull(call)) {
            throw Roll.refuse(ConferenceProblem.PARTICIPANT_LIMIT_REACHED, call.id());
        }
    }

    boolean isFull(Call call) {
        String limit = call.get("participantLimit");
        return !limit.isEmpty() && roll.legsOf(call.id()).size() + peers.count(call.correlator()) >= Integer.parseInt(limit);
    }

    private void adoptCorrelator(UUID space, Call own) {
        Stream.concat(peers.callsIn(space), Stream.of(own)).min(FIRST).filter(first -> !first.correlator().equals(own.correlator()))
                .ifPresent(first -> roll.change(own, own.withCorrelator(first.correlator())));
    }

    private void adoptSettings(Call call, Call newer) {
        Call after = roll.change(call, call.withSettings(newer.settings(), newer.settingsVersion()));
        captures.ended(after, roll.now(), roll::tell);
        lobby.unlocked(call, after);
    }

    private Call begin(Call call, boolean firstOfMeeting) {
        Call begun = firstOfMeeting ? call.with(first(call), call.settingsVersion()) : call;
        roll.begin(begun);
        if (firstOfMeeting) {
            captures.follow(begun, roll.now(), roll::tell);
        }
        return begun;
    }

    /** What a meeting has from its first call on: whose licence it uses, and whether it is recorded. */
    private Map<String, String> first(Call call) {
        refuseUnlicensed(Map.of(), call.settings());
        Map<String, String> all = new LinkedHashMap<>();
        space(call).flatMap(terms.directory()::host).map(user -> user.id().toString())
                .filter(host -> meetingsOf(host) < CALLS_OF_A_PERSONAL_LICENCE).ifPresent(host -> all.put(Call.PERSONAL_LICENCE, host));
        if ("automatic".equals(call.get("recordingMode")) && terms.licences().works(Feature.RECORDING)) {
            all.put("recording", "true");
        }
        return all;
    }

    private Optional<Space> space(Call call) {
        UUID space = call.space();
        return space == null ? Optional.empty() : spaces.find(space);
    }

    private long meetingsOf(String host) {
        return Stream.concat(roll.calls().stream(), peers.calls()).filter(call -> host.equals(call.get(Call.PERSONAL_LICENCE))).map(Call::correlator).distinct()
                .count();
    }

    private void close(UUID callId) {
        roll.findCall(callId).ifPresent(call -> {
            captures.stop(call, roll.now(), roll::tell);
            roll.end(call);
            remember(call);
        });
    }

    /** The same on every bridge that decides it in the same instant; never that of the meeting before. */
    private UUID correlator(UUID space) {
        UUID decided = Chance.of(space.getMostSignificantBits(), space.getLeastSignificantBits(), roll.millis() / SAME_INSTANT_MILLIS).uuid();
        return decided.equals(lastIn.get(space)) ? ids.next(Kind.MEETING) : decided;
    }

    private void remember(Call call) {
        UUID space = call.space();
        if (space != null) {
            lastIn.remove(space);
            lastIn.put(space, call.correlator());
            List.copyOf(lastIn.keySet()).stream().limit(Math.max(0, lastIn.size() - MOST_REMEMBERED)).forEach(lastIn::remove);
        }
    }
}
