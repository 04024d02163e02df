package org.moothall.meetings.internal.macros;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.core.Problem;
import org.moothall.meetings.MacroArguments;
import org.moothall.meetings.MacroMeetings;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingQuery.Sort;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Meetings;
import org.moothall.meetings.Participant;
import org.moothall.meetings.internal.find.Words;

/** Finds the meetings and people that a step means, at the moment when it is carried out. Thread-safe. */
final class Selection {

    private static final Set<String> QUERY = Set.of("q", "cluster", "pinned");

    private final Meetings meetings;

    Selection(Meetings meetings) {
        this.meetings = meetings;
    }

    /** Those that go on; what is named and does not go on is left out. */
    List<Meeting> meetings(MacroMeetings which) {
        @Nullable List<String> ids = which.ids();
        @Nullable List<String> spaces = which.spaces();
        @Nullable String view = which.view();
        if (ids != null) {
            return ids.stream().distinct().flatMap(id -> meetings.find(new MeetingId(id)).stream()).filter(m -> m.state() == MeetingState.ACTIVE).toList();
        }
        if (spaces != null) {
            return all(query("")).stream().filter(m -> m.space() != null && spaces.contains(m.space())).toList();
        }
        return all(query(view == null ? "" : view));
    }

    /** A meeting that goes on under this id or in this space. */
    java.util.Optional<Meeting> target(String wanted) {
        return meetings(new MacroMeetings(List.of(wanted), null, null)).stream().findFirst()
                .or(() -> meetings(new MacroMeetings(null, List.of(wanted), null)).stream().findFirst());
    }

    /** The people of a meeting whom the arguments mean. @param gone those who left instead of those who are there */
    List<Participant> people(Meeting meeting, MacroArguments arguments, boolean gone) {
        List<Participant> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<Participant> page = meetings.participants(meeting.id(), text(arguments.who()), new PageRequest(PageRequest.MAX_LIMIT, cursor));
            page.items().stream().filter(person -> (person.state() == Participant.State.GONE) == gone).forEach(all::add);
            cursor = page.next();
        } while (cursor != null);
        Set<String> except = Words.ofQuery(text(arguments.except()));
        return except.isEmpty() ? all : all.stream().filter(p -> !Words.match(Words.of(List.of(p.name(), p.address())), except)).toList();
    }

    private List<Meeting> all(MeetingQuery query) {
        List<Meeting> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<Meeting> page = meetings.find(new MeetingQuery(query.state(), query.text(), query.cluster(), query.sort(), false,
                    new PageRequest(PageRequest.MAX_LIMIT, cursor), query.pinned(), query.space()));
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    /** What a list's query means; refused when it is none. */
    static MeetingQuery query(String view) {
        Map<String, String> given = new HashMap<>();
        for (String part : view.contains("=") ? view.split("&") : new String[] {"q=" + view}) {
            int sign = part.indexOf('=');
            String name = sign < 0 ? part : part.substring(0, sign);
            if (sign < 0 || !QUERY.contains(name)) {
                throw Problem.invalid("meetings.view", "must be a query with q, cluster and pinned, or a text to find.").exception();
            }
            given.put(name, decoded(part.substring(sign + 1)));
        }
        return new MeetingQuery(MeetingState.ACTIVE, given.getOrDefault("q", ""), given.get("cluster"), Sort.NAME, false, PageRequest.first(),
                "true".equals(given.get("pinned")));
    }

    private static String decoded(String text) {
        try {
            return java.net.URLDecoder.decode(text, java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("meetings.view", "is no query: after % must come two hexadecimal digits.").exception();
        }
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
