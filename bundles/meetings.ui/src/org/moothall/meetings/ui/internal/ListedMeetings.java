package org.moothall.meetings.ui.internal;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.moothall.client.MeetingsClient;
import org.moothall.meetings.MeetingState;
import org.moothall.ui.model.Later;
import org.moothall.ui.model.Value;

/** The lists of the page, one of them in front; each is read when it is first shown. Confined to the UI thread. */
final class ListedMeetings {
    private final Map<Listing, MeetingList> lists = new EnumMap<>(Listing.class);
    private final PastMeetings then;
    private final Value<Listing> shown = new Value<>(Listing.ACTIVE);

    ListedMeetings(MeetingsClient meetings, Executor ui, Later later, Clock clock) {
        lists.put(Listing.ACTIVE, new MeetingList(MeetingState.ACTIVE, meetings, ui, later));
        lists.put(Listing.UPCOMING, new MeetingList(MeetingState.UPCOMING, meetings, ui, later));
        lists.put(Listing.ENDED, new MeetingList(MeetingState.ENDED, meetings, ui, later));
        then = new PastMeetings(meetings, ui, later, clock);
        active().rows().foremost(DeskActions::pinned);
    }

    /** The one in front. */
    Value<Listing> shown() {
        return shown;
    }

    /** Brings this one to the front. */
    void show(Listing which) {
        if (which != Listing.THEN) {
            of(which).startOnce();
        }
        shown.set(which);
    }

    MeetingList active() {
        return of(Listing.ACTIVE);
    }

    /** One of those that live. */
    MeetingList of(Listing which) {
        return Objects.requireNonNull(lists.get(which), which::name);
    }

    /** What was at an instant. */
    PastMeetings then() {
        return then;
    }

    /** Those that live. */
    List<MeetingList> living() {
        return List.copyOf(lists.values());
    }

    /** Shows what matches in all of them, once typing pauses. */
    void search(String words) {
        lists.values().forEach(list -> list.search(words));
        then.search(words);
    }

    /** Drops what is under way. */
    void stop() {
        lists.values().forEach(MeetingList::stop);
        then.stop();
    }
}
