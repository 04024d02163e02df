package org.moothall.meetings.ui.internal.macros;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.moothall.client.MeetingsClient;
import org.moothall.core.PageRequest;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.ui.model.Value;

/** How meetings and spaces are called that steps keep by their ids: asked for when they are first shown. Confined to the UI thread. */
final class MeetingNames {
    private final MeetingsClient meetings;
    private final Executor ui;
    private final Map<String, String> known = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Value<Integer> found = new Value<>(0);

    MeetingNames(MeetingsClient meetings, Executor ui) {
        this.meetings = meetings;
        this.ui = ui;
    }

    /** Grows with each name that comes to be known. */
    Value<Integer> found() {
        return found;
    }

    /** The name of the meeting of this id; the id while that is not known. */
    String meeting(String id) {
        return name(id, () -> meetings.get(new MeetingId(id)).thenApply(Optional::of));
    }

    /** What the meeting in the space of this id is called, or was called last; the id while that is not known. */
    String space(String id) {
        return name(id, () -> in(id, MeetingState.ACTIVE)
                .thenCompose(active -> active.isPresent() ? CompletableFuture.completedFuture(active) : in(id, MeetingState.ENDED)));
    }

    private String name(String id, Supplier<CompletableFuture<Optional<Meeting>>> asks) {
        if (asked.add(id)) {
            asks.get().thenAcceptAsync(answer -> answer.ifPresent(meeting -> {
                known.put(id, meeting.name());
                found.set(known.size());
            }), ui);
        }
        return known.getOrDefault(id, id);
    }

    private CompletableFuture<Optional<Meeting>> in(String space, MeetingState state) {
        return meetings.list(new MeetingQuery(state, space, null, MeetingQuery.Sort.START, true, PageRequest.first()))
                .thenApply(page -> page.items().stream().filter(meeting -> space.equals(meeting.space())).findFirst());
    }
}
