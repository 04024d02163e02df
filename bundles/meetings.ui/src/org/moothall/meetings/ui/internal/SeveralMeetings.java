package org.moothall.meetings.ui.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import org.moothall.client.MeetingsClient;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.Participant;
import org.moothall.ui.model.LiveRows;
import org.moothall.ui.model.Value;

/** The people of several meetings in one list, kept up to date. Confined to the UI thread. */
final class SeveralMeetings implements MeetingWatcher {
    /** More meetings than this are not shown with their people. */
    static final int MOST = 25;

    /** Somebody, and where. */
    record Placed(Meeting meeting, Participant person) {}

    private final MeetingsClient client;
    private final Executor ui;
    private final Map<String, MeetingDetails> details = new LinkedHashMap<>();
    private final LiveRows<Placed> rows = new LiveRows<>(placed -> placed.person().id().value());
    private final Value<List<Meeting>> meetings = new Value<>(List.of());
    private String text = "";

    SeveralMeetings(MeetingsClient client, Executor ui) {
        this.client = client;
        this.ui = ui;
    }

    /** Everybody who is in one of them. */
    LiveRows<Placed> rows() {
        return rows;
    }

    /** The meetings, as they are now. */
    Value<List<Meeting>> meetings() {
        return meetings;
    }

    /** Shows these; those that were shown before are not read again. */
    void show(List<Meeting> chosen) {
        List<Meeting> few = chosen.subList(0, Math.min(MOST, chosen.size()));
        details.keySet().retainAll(few.stream().map(meeting -> meeting.id().value()).toList());
        for (Meeting meeting : few) {
            details.computeIfAbsent(meeting.id().value(), id -> follow(meeting));
        }
        arrange();
    }

    /** Shows none. */
    void clear() {
        details.clear();
        arrange();
    }

    /** Everybody who is in one of them now, shown or not. */
    List<Participant> inMeetings() {
        List<Participant> all = new ArrayList<>();
        details.values().forEach(each -> all.addAll(each.inMeeting()));
        return all;
    }

    /** Only people whose name, address or meeting has this in it. */
    void find(String words) {
        text = words.strip().toLowerCase(Locale.ROOT);
        rows.filter(text.isEmpty() ? null : this::matches);
    }

    @Override
    public void changed(Meeting meeting) {
        MeetingDetails known = details.get(meeting.id().value());
        if (known != null) {
            known.changed(meeting);
            arrange();
        }
    }

    @Override
    public void changed(String meeting, List<Participant> people) {
        MeetingDetails known = details.get(meeting);
        if (known != null) {
            known.changed(meeting, people);
        }
    }

    @Override
    public void refresh() {
        details.values().forEach(MeetingDetails::refresh);
    }

    private MeetingDetails follow(Meeting meeting) {
        MeetingDetails made = new MeetingDetails(client, ui);
        made.people().onChange(this::arrange);
        made.show(meeting.id(), meeting);
        return made;
    }

    private void arrange() {
        List<Meeting> now = new ArrayList<>();
        List<Placed> people = new ArrayList<>();
        for (MeetingDetails each : details.values()) {
            each.meeting().get().ifPresent(meeting -> {
                now.add(meeting);
                each.inMeeting().forEach(person -> people.add(new Placed(meeting, person)));
            });
        }
        now.sort(Comparator.comparing(Meeting::name, String.CASE_INSENSITIVE_ORDER));
        meetings.set(List.copyOf(now));
        rows.replaceAll(people);
    }

    private boolean matches(Placed placed) {
        return has(placed.person.name()) || has(placed.person.address()) || has(placed.meeting.name());
    }

    private boolean has(String value) {
        return value.toLowerCase(Locale.ROOT).contains(text);
    }
}
