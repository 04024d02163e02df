package org.moothall.meetings.internal.projection;

import java.time.Instant;
import java.util.List;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.internal.projection.BridgeModel.Session;
import org.moothall.meetings.internal.projection.Entity.Key;
import org.moothall.meetings.internal.projection.RecordNumbers.Arrival;

/**
 * Folds call detail records. Each value is stamped with the number of the record that told it, so records may come in any
 * order and more than once; what the bridge said last is what counts.
 */
final class RecordFolding {

    private static final List<String> CALL = List.of("name", "ownerName", "callType", "coSpace", "tenant", "callCorrelator");
    private static final List<String> LEG = List.of("remoteParty", "localAddress", "remoteAddress", "displayName", "type", "subType", "direction",
            "guestConnection",
            "recording", "call", "ownerId", "sipCallId", "groupId", "canMove", "movedCallLeg", "state", "deactivated");

    private final World world;

    RecordFolding(World world) {
        this.world = world;
    }

    /** The stamp of a record's values. */
    static long stamp(long index) {
        return 2 * index;
    }

    /** The stamp of what was read when this record was the next to be written: newer than all before, older than it. */
    static long stampOfRead(long nextRecord) {
        return 2 * nextRecord - 1;
    }

    /** Folds a record; false when it has been folded before. */
    boolean fold(String bridgeId, CdrRecord record) {
        BridgeModel bridge = world.bridge(bridgeId);
        @Nullable Session known = bridge.sessions.get(record.session());
        Session session = known == null ? begin(bridge, record) : known;
        long expected = session.numbers.high() + 1;
        Arrival arrival = session.numbers.arrive(record.index());
        if (arrival == Arrival.REPEATED) {
            return false;
        }
        if (arrival == Arrival.AFTER_GAP || record.missing() > 0) {
            gap(bridge, session, record, Math.max(record.missing(), record.index() - expected));
        }
        session.newest = record.time().isAfter(session.newest) ? record.time() : session.newest;
        apply(bridge, session, record);
        return true;
    }

    private void gap(BridgeModel bridge, Session session, CdrRecord record, long missing) {
        world.gaps.add(new Gap(bridge.id, session.id, session.newest, record.time(), missing));
        if (!bridge.unsure) {
            bridge.unsure = true;
            world.touchMeetingsOn(bridge.id);
        }
    }

    /**
     * A session not heard of before: the bridge was restarted, unless this is a late record of an older run. Who followed the
     * run before should hear the new one from its first record on.
     */
    private Session begin(BridgeModel bridge, CdrRecord record) {
        @Nullable Session before = bridge.current;
        boolean restarted = before != null && !record.time().isBefore(before.since);
        Session session = new Session(record.session(), record.time(), new RecordNumbers(restarted ? 0 : record.index()));
        bridge.sessions.put(session.id, session);
        if (before == null || restarted) {
            session.newest = before == null ? record.time() : before.newest;
            bridge.current = session;
            lose(bridge, session.id, record.time());
        }
        return session;
    }

    /** Nothing outlives the run of the bridge it was in; of what only events told we do not know the run, a read will tell. */
    void lose(BridgeModel bridge, @Nullable String survivor, Instant at) {
        long now = world.nextTick();
        world.calls.values().stream().filter(call -> of(call, bridge, survivor)).toList().forEach(call -> {
            call.life = call.life.going(at, Life.How.LOST, now);
            world.touch(call);
        });
        world.legs.values().stream().filter(leg -> of(leg, bridge, survivor)).toList().forEach(leg -> {
            leg.life = leg.life.going(at, Life.How.LOST, now);
            world.touch(leg.person);
        });
    }

    private static boolean of(Entity entity, BridgeModel bridge, @Nullable String survivor) {
        @Nullable String session = entity.session;
        return entity.key.bridge().equals(bridge.id) && session != null && !session.equals(survivor) && entity.life.alive();
    }

    private void apply(BridgeModel bridge, Session session, CdrRecord record) {
        Key key = new Key(bridge.id, record.id());
        switch (record.type()) {
            case "callStart" -> callStart(bridge, session, key, record);
            case "callEnd" -> callEnd(session, key, record);
            case "callLegStart", "callLegUpdate" -> leg(bridge, session, key, record);
            case "callLegEnd" -> legEnd(session, key, record);
            case "recordingStart" -> running(session, bridge.id, record, "recording:");
            case "streamingStart" -> running(session, bridge.id, record, "streaming:");
            case "recordingEnd" -> stopped(bridge.id, record, "recording:");
            case "streamingEnd" -> stopped(bridge.id, record, "streaming:");
            default -> { /* a type of a newer bridge */ }
        }
    }

    private void callStart(BridgeModel bridge, Session session, Key key, CdrRecord record) {
        Call call = world.call(key, session.id);
        adopt(call, bridge, session, record);
        call.records.tellAll(record.fields(), CALL, stamp(record.index()));
        if (call.correlator().isEmpty()) {
            call.records.tell("callCorrelator", key.id(), stamp(record.index()));
        }
        call.life = call.life.starting(record.time());
        world.place(call);
    }

    private void callEnd(Session session, Key key, CdrRecord record) {
        Call call = world.call(key, session.id);
        call.session = session.id;
        call.life = call.life.ending(record.time());
        world.touch(call);
    }

    private void leg(BridgeModel bridge, Session session, Key key, CdrRecord record) {
        Leg leg = world.leg(key, session.id);
        adopt(leg, bridge, session, record);
        leg.records.tellAll(record.fields(), LEG, stamp(record.index()));
        leg.records.tell("recorded", "yes", 0);
        if (record.type().equals("callLegStart")) {
            leg.life = leg.life.starting(record.time());
        }
        if (record.field("state").equals("connected")) {
            // the earliest one counts, so the stamp falls as the number grows
            leg.records.tell("connectedAt", record.time().toString(), -record.index());
        }
        if (record.fields().containsKey("ivr")) {
            leg.records.tell("call", "", stamp(record.index()));
        }
        world.place(leg);
    }

    private void legEnd(Session session, Key key, CdrRecord record) {
        Leg leg = world.leg(key, session.id);
        leg.session = session.id;
        leg.records.tell("recorded", "yes", 0);
        leg.records.tell("reason", record.field("reason"), stamp(record.index()));
        leg.records.tell("figures", EndFigures.of(record), stamp(record.index()));
        leg.life = leg.life.ending(record.time());
        world.touch(leg.person);
    }

    private void running(Session session, String bridge, CdrRecord record, String prefix) {
        String id = record.field("call");
        if (!id.isEmpty()) {
            Call call = world.call(new Key(bridge, id), session.id);
            call.records.tell(prefix + record.id(), "true", stamp(record.index()));
            world.touch(call);
        }
    }

    private void stopped(String bridge, CdrRecord record, String prefix) {
        for (Call call : world.calls.values()) {
            if (call.key.bridge().equals(bridge) && !call.records.get(prefix + record.id()).isEmpty()) {
                call.records.tell(prefix + record.id(), "false", stamp(record.index()));
                world.touch(call);
            }
        }
    }

    /** Whose run is over, or who was not there when we looked after this was written, is gone; news brings back who was given up. */
    private void adopt(Entity entity, BridgeModel bridge, Session session, CdrRecord record) {
        entity.session = session.id;
        @Nullable Session current = bridge.current;
        boolean fresh = entity.records.all().isEmpty() && entity.live.all().isEmpty();
        if (current != null && current != session) {
            entity.life = entity.life.going(current.since, Life.How.LOST, world.nextTick());
        } else if (record.index() >= session.readUpTo) {
            entity.life = entity.life.how() == Life.How.MISSING ? entity.life.back(world.nextTick()) : entity.life;
        } else if (fresh && session.readUpTo > 0) {
            entity.life = entity.life.going(session.readAt, Life.How.MISSING, world.nextTick());
        }
    }
}
