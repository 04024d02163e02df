package org.moothall.meetings.internal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingQuery;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.internal.find.Cursor;
import org.moothall.meetings.internal.find.Order;
import org.moothall.meetings.internal.live.LiveMeeting;
import org.moothall.meetings.internal.store.MeetingStore.Batch;
import org.moothall.meetings.internal.store.MeetingStore.Departed;
import org.moothall.meetings.internal.store.MeetingStore.KeptMeeting;
import org.moothall.meetings.internal.store.MeetingStore.KeptParticipant;

/** A batch as rows of tables, made before the store's one writer has to do with it: everybody's writes wait for that one. */
final class BatchRows {

    private static final String BRIDGE = "INSERT INTO meetings_bridge (bridge, facts) VALUES (?, ?) ON CONFLICT (bridge) DO UPDATE SET facts = excluded.facts";
    private static final String MEETING = "INSERT INTO meetings_meeting"
            + " (id, cluster, state, key_name, key_start, key_end, key_participants, space, shown, facts) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state, key_name = excluded.key_name, "
            + "key_start = excluded.key_start, key_end = excluded.key_end, key_participants = excluded.key_participants, "
            + "space = excluded.space, shown = excluded.shown, facts = excluded.facts";
    /** Before the meeting gets another end: its words are found by the one that it had. */
    private static final String FORGOTTEN_WORDS = "DELETE FROM meetings_word WHERE meeting = ? AND ended = (SELECT key_end FROM meetings_meeting WHERE id = ?)";
    private static final String WORD = "INSERT INTO meetings_word (word, ended, meeting) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String PARTICIPANT = "INSERT INTO meetings_participant (meeting, id, shown, facts) VALUES (?, ?, ?, ?) "
            + "ON CONFLICT (meeting, id) DO UPDATE SET shown = excluded.shown, facts = excluded.facts";
    private static final String LEAF = "INSERT INTO meetings_log (meeting, number, entries, content) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String DEPARTED = "DELETE FROM meetings_participant WHERE meeting = ? AND id = ?";

    private final Function<@Nullable Object, String> json;

    /** The same statement with each of these values. */
    record Rows(String sql, List<Object[]> values) {}

    private BatchRows(Function<@Nullable Object, String> json) {
        this.json = json;
    }

    /** In the order in which they are to be written. */
    static List<Rows> of(Batch batch, Function<@Nullable Object, String> json) {
        BatchRows rows = new BatchRows(json);
        List<Object[]> forgotten = batch.meetings().stream().map(kept -> kept.shown().id().value()).map(id -> new Object[] {id, id}).toList();
        List<Object[]> words = new ArrayList<>();
        batch.meetings().stream().filter(kept -> kept.shown().state() == MeetingState.ENDED).forEach(kept -> {
            String id = kept.shown().id().value();
            String ended = Order.key(kept.shown(), MeetingQuery.Sort.END);
            LiveMeeting.wordsOf(kept.shown(), kept.everybody()).forEach(word -> words.add(new Object[] {Cursor.hex(word), ended, id}));
        });
        return List.of(new Rows(BRIDGE, batch.bridges().stream().map(facts -> new Object[] {facts.id(), json.apply(facts)}).toList()),
                new Rows(FORGOTTEN_WORDS, forgotten), new Rows(MEETING, batch.meetings().stream().map(rows::meeting).toList()), new Rows(WORD, words),
                new Rows(PARTICIPANT, batch.participants().stream().map(rows::participant).toList()),
                new Rows(DEPARTED, batch.departed().stream().map(BatchRows::departed).toList()),
                new Rows(LEAF, KeptChanges.leaves(batch.log()).stream().map(BatchRows::leaf).toList()));
    }

    private Object[] meeting(KeptMeeting kept) {
        Meeting m = kept.shown();
        @Nullable String space = m.space();
        return new Object[] {m.id().value(), m.cluster().value(), m.state().name(), Order.key(m, MeetingQuery.Sort.NAME),
                Order.key(m, MeetingQuery.Sort.START), Order.key(m, MeetingQuery.Sort.END), Order.key(m, MeetingQuery.Sort.PARTICIPANTS),
                space == null ? "" : space, json.apply(m),
                json.apply(kept.facts())};
    }

    private Object[] participant(KeptParticipant kept) {
        return new Object[] {kept.shown().meeting().value(), kept.shown().id().value(), json.apply(kept.shown()), json.apply(kept.facts())};
    }

    private static Object[] leaf(KeptChanges.Leaf leaf) {
        return new Object[] {leaf.meeting(), leaf.last(), leaf.entries(), leaf.content()};
    }

    private static Object[] departed(Departed gone) {
        return new Object[] {gone.meeting().value(), gone.participant()};
    }
}
