package org.moothall.meetings.internal.projection;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.internal.projection.BridgeModel.Session;
import org.moothall.meetings.internal.projection.Entity.Key;
import org.moothall.meetings.internal.projection.Snapshot.Item;

/** Folds a reconciliation read: what is there is there, what the bridge does not know any more is gone. */
final class ReadFolding {

    private static final List<String> CALL = List.of("name", "coSpace", "callType", "callCorrelator", "ownerName", "tenant");
    private static final List<String> LEG = List.of("call", "remoteParty", "type", "subType", "direction", "groupId", "state", "deactivated", "canMove",
            "recording");

    private final World world;
    private final RecordFolding records;

    ReadFolding(World world, RecordFolding records) {
        this.world = world;
        this.records = records;
    }

    void fold(String bridgeId, Snapshot snapshot) {
        BridgeModel bridge = world.bridge(bridgeId);
        noticeRestart(bridge, snapshot);
        long stamp = snapshot.nextRecord() < 0 ? 0 : RecordFolding.stampOfRead(snapshot.nextRecord());
        snapshot.calls().forEach(item -> call(bridge, snapshot, item, stamp));
        snapshot.participants().forEach(item -> participant(bridge, snapshot, item));
        snapshot.legs().forEach(item -> leg(bridge, snapshot, item, stamp));
        snapshot.gone().forEach(id -> gone(bridge, snapshot, id));
        settle(bridge, snapshot);
    }

    /** The numbering began anew, or the run began after the last record of the one that we know. */
    private void noticeRestart(BridgeModel bridge, Snapshot snapshot) {
        @Nullable Session current = bridge.current;
        if (current == null) {
            return;
        }
        @Nullable Instant since = snapshot.restarted();
        boolean younger = since != null && since.isAfter(current.newest.plusSeconds(1));
        if (younger || snapshot.nextRecord() >= 0 && snapshot.nextRecord() < current.readUpTo) {
            bridge.current = null;
            bridge.restarted = since;
            records.lose(bridge, null, since == null ? snapshot.at() : since);
        }
    }

    private void call(BridgeModel bridge, Snapshot snapshot, Item item, long stamp) {
        Call call = world.call(new Key(bridge.id, item.id()), null);
        alive(call, snapshot);
        call.records.tellAll(item.fields(), CALL, stamp);
        if (call.correlator().isEmpty()) {
            call.records.tell("callCorrelator", item.id(), stamp);
        }
        call.life = started(call.life, snapshot, item);
        tellLive(call, item, "locked", "lockState", snapshot);
        tellLive(call, item, "recording", "recording", snapshot);
        tellLive(call, item, "streaming", "streaming", snapshot);
        world.place(call);
    }

    private void participant(BridgeModel bridge, Snapshot snapshot, Item item) {
        String callId = item.fields().getOrDefault("call", "");
        if (callId.isEmpty()) {
            return;
        }
        View view = world.view(new Key(bridge.id, item.id()), null);
        alive(view, snapshot);
        tellLive(view, item, "call", "call", snapshot);
        tellLive(view, item, "name", "name", snapshot);
        tellLive(view, item, "uri", "uri", snapshot);
        view.live.tell("remote", item.fields().containsKey("callBridge") ? "true" : "false", snapshot.tick());
        world.show(view, world.call(new Key(bridge.id, callId), null));
    }

    private void leg(BridgeModel bridge, Snapshot snapshot, Item item, long stamp) {
        Leg leg = world.leg(new Key(bridge.id, item.id()), null);
        alive(leg, snapshot);
        Map<String, String> fields = new HashMap<>(item.fields());
        @Nullable String alarms = fields.remove("alarms");
        leg.records.tellAll(fields, LEG, stamp);
        leg.records.tell("name", item.fields().getOrDefault("name", ""), stamp);
        leg.life = started(leg.life, snapshot, item);
        if (alarms != null) {
            leg.live.tell("alarms", alarms.isEmpty() ? "none" : alarms, snapshot.tick());
        }
        world.place(leg);
    }

    /** An estimate, where no record told the start. */
    private static Life started(Life life, Snapshot snapshot, Item item) {
        String seconds = item.fields().getOrDefault("durationSeconds", "");
        return life.started() != null || !seconds.matches("\\d{1,9}") ? life : life.starting(snapshot.at().minusSeconds(Long.parseLong(seconds)));
    }

    /** Unless something newer said that it is gone. */
    private void alive(Entity entity, Snapshot snapshot) {
        entity.life = entity.life.back(snapshot.tick());
    }

    private static void tellLive(Entity entity, Item item, String field, String attribute, Snapshot snapshot) {
        @Nullable String value = item.fields().get(field);
        if (value != null && !value.isEmpty()) {
            entity.live.tell(attribute, value, snapshot.tick());
        }
    }

    private void gone(BridgeModel bridge, Snapshot snapshot, String id) {
        Key key = new Key(bridge.id, id);
        @Nullable Call call = world.calls.get(key);
        if (call != null && missed(call, snapshot)) {
            world.touch(call);
        }
        @Nullable Leg leg = world.legs.get(key);
        if (leg != null && missed(leg, snapshot)) {
            world.touch(leg.person);
        }
        @Nullable View view = world.views.get(key);
        if (view != null && missed(view, snapshot)) {
            world.touch(view.person);
        }
    }

    private static boolean missed(Entity entity, Snapshot snapshot) {
        if (entity.life.tick() > snapshot.tick() || !entity.life.alive()) {
            return false;
        }
        entity.life = entity.life.going(snapshot.at(), Life.How.MISSING, snapshot.tick());
        return true;
    }

    private void settle(BridgeModel bridge, Snapshot snapshot) {
        @Nullable Session current = bridge.current;
        if (current != null && snapshot.nextRecord() >= 0) {
            current.readUpTo = Math.max(current.readUpTo, snapshot.nextRecord());
            current.readAt = snapshot.at();
            current.numbers.giveUpBelow(snapshot.nextRecord());
        }
        boolean still = current != null && !current.numbers.whole();
        if (bridge.unsure != still) {
            bridge.unsure = still;
            world.touchMeetingsOn(bridge.id);
        }
    }
}
