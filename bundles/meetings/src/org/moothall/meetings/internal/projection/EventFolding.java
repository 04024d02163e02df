package org.moothall.meetings.internal.projection;

import java.util.Map;

import org.moothall.meetings.internal.projection.Entity.Key;

/** Folds updates of an events channel, which come once and in order. */
final class EventFolding {

    private final World world;

    EventFolding(World world) {
        this.world = world;
    }

    void call(String bridge, String id, String updateType, Map<String, String> elements) {
        Key key = new Key(bridge, id);
        if (updateType.equals("remove")) {
            remove(world.calls.get(key), elements);
            return;
        }
        Call call = world.call(key, null);
        long now = world.nextTick();
        call.life = call.life.back(now);
        elements.forEach((name, value) -> call.live.tell(name, value, now));
        world.place(call);
    }

    void roster(String bridge, String callId, String id, String updateType, Map<String, String> elements) {
        Key key = new Key(bridge, id);
        if (updateType.equals("remove")) {
            remove(world.views.get(key), elements);
            return;
        }
        View view = world.view(key, null);
        long now = world.nextTick();
        view.life = view.life.back(now);
        elements.forEach((name, value) -> view.live.tell(name, value, now));
        view.live.tell("call", callId, now);
        world.show(view, world.call(new Key(bridge, callId), null));
    }

    private void remove(@org.eclipse.jdt.annotation.Nullable Entity entity, Map<String, String> elements) {
        if (entity == null) {
            return;
        }
        long now = world.nextTick();
        entity.life = entity.life.going(world.clock.instant(), Life.How.REMOVED, now);
        entity.live.tell("reason", elements.getOrDefault("reason", ""), now);
        switch (entity) {
            case Call call -> world.touch(call);
            case View view -> world.touch(view.person);
            case Leg leg -> world.touch(leg.person);
        }
    }
}
