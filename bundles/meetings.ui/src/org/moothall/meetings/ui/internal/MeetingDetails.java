package org.moothall.meetings.ui.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.client.MeetingsClient;
import org.moothall.core.Page;
import org.moothall.core.PageRequest;
import org.moothall.meetings.Meeting;
import org.moothall.meetings.MeetingId;
import org.moothall.meetings.MeetingState;
import org.moothall.meetings.Participant;
import org.moothall.ui.model.FailureWords;
import org.moothall.ui.model.LiveRows;
import org.moothall.ui.model.Value;

/** One meeting and its people, kept up to date. It stays when the meeting leaves the list it was chosen from. Confined to the UI thread. */
final class MeetingDetails implements MeetingWatcher {

    /** Whom the list of people shows. */
    enum Whom { PRESENT, LEFT, LOG }

    private static final int PAGE = 500;

    private final MeetingsClient meetings;
    private final Executor ui;
    private final Value<Optional<Meeting>> meeting = new Value<>(Optional.empty());
    private final LiveRows<Participant> people = new LiveRows<>(person -> person.id().value());
    private final Map<String, Participant> all = new LinkedHashMap<>();
    private final Value<Whom> whom = new Value<>(Whom.PRESENT);
    private final Value<Integer> present = new Value<>(0);
    private final Value<Optional<String>> revealed = new Value<>(Optional.empty());
    private final Value<Integer> left = new Value<>(0);
    /** Those told of while a read is under way: it may not know them yet. */
    private final Set<String> toldMeanwhile = new HashSet<>();
    private @Nullable MeetingId wanted;
    private Optional<Instant> opensAt = Optional.empty();
    private String text = "";
    private String wantedPerson = "";
    private long turn;

    MeetingDetails(MeetingsClient meetings, Executor ui) {
        this.meetings = meetings;
        this.ui = ui;
        whom.onChange(now -> arrange());
    }

    /** The meeting; empty while none is chosen or it is not known yet. */
    Value<Optional<Meeting>> meeting() {
        return meeting;
    }

    /** Those that are shown. */
    LiveRows<Participant> people() {
        return people;
    }

    Value<Whom> whom() {
        return whom;
    }

    Value<Integer> present() {
        return present;
    }

    Value<Integer> left() {
        return left;
    }

    /** All who are in the meeting now, shown or not, by name. */
    List<Participant> inMeeting() {
        return all.values().stream().filter(MeetingDetails::isPresent).sorted(PersonColumns.BY_NAME).toList();
    }

    /** Shows this meeting. @param known as the list knows it, or null */
    void show(MeetingId id, @Nullable Meeting known) {
        show(id, known, Optional.empty());
    }

    /** Shows this meeting. @param known as the list knows it, or null @param at as it was then; empty for now */
    void show(MeetingId id, @Nullable Meeting known, Optional<Instant> at) {
        if (!shows(id, at)) {
            wanted = id;
            opensAt = at;
            meeting.set(Optional.empty()); // the same one at another time is begun anew
            meeting.set(known == null ? Optional.empty() : Optional.of(known));
            all.clear();
            whom.set(known != null && known.state() == MeetingState.ENDED ? Whom.LEFT : Whom.PRESENT);
            people.loading();
            refresh();
        }
    }

    /** Whether this one is shown, or about to be, and was opened at this instant. */
    boolean shows(MeetingId id, Optional<Instant> at) {
        return Objects.equals(id, wanted) && at.equals(opensAt);
    }

    /** The instant of it that is looked at first; empty for now. */
    Optional<Instant> opensAt() {
        return opensAt;
    }

    /** Points out this person as soon as the list has them. */
    void reveal(String person) {
        wantedPerson = person;
        point();
    }

    /** Id of the person to point out. */
    Value<Optional<String>> revealed() {
        return revealed;
    }

    private void point() {
        if (all.containsKey(wantedPerson)) {
            revealed.set(Optional.empty());
            revealed.set(Optional.of(wantedPerson));
            wantedPerson = "";
        }
    }

    /** Shows none. */
    void clear() {
        wanted = null;
        turn++;
        meeting.set(Optional.empty());
        all.clear();
        people.replaceAll(List.of());
    }

    /** Only people whose name or address has this in it. */
    void find(String words) {
        text = words.strip().toLowerCase(Locale.ROOT);
        arrange();
    }

    /** Reads it again; what is shown stays meanwhile. */
    @Override
    public void refresh() {
        @Nullable MeetingId id = wanted;
        if (id != null) {
            long mine = ++turn;
            toldMeanwhile.clear();
            meetings.get(id).whenCompleteAsync((read, failure) -> {
                if (mine == turn && read != null) {
                    changed(read);
                }
            }, ui);
            read(id, mine, null, new ArrayList<>());
        }
    }

    @Override
    public void changed(Meeting told) {
        if (Objects.equals(told.id(), wanted) && meeting.get().map(known -> known.version() <= told.version()).orElse(true)) {
            boolean over = told.state() == MeetingState.ENDED && meeting.get().map(known -> known.state() != MeetingState.ENDED).orElse(false);
            meeting.set(Optional.of(told));
            if (over) {
                whom.set(Whom.LEFT);
            }
        }
    }

    @Override
    public void changed(String about, List<Participant> told) {
        @Nullable MeetingId id = wanted;
        if (id != null && id.value().equals(about)) {
            told.forEach(this::keep);
            told.forEach(person -> toldMeanwhile.add(person.id().value()));
            arrange();
        }
    }

    private void read(MeetingId id, long mine, @Nullable String cursor, List<Participant> before) {
        meetings.participants(id, "", new PageRequest(PAGE, cursor)).whenCompleteAsync((page, failure) -> {
            if (mine == turn) {
                answered(id, mine, page, failure, before);
            }
        }, ui);
    }

    private void answered(MeetingId id, long mine, @Nullable Page<Participant> page, @Nullable Throwable failure, List<Participant> before) {
        if (page == null) {
            people.failed(failure == null ? "" : FailureWords.of(failure));
            return;
        }
        before.addAll(page.items());
        before.forEach(this::keep);
        @Nullable String next = page.next();
        if (next == null) {
            before.forEach(person -> toldMeanwhile.add(person.id().value()));
            all.keySet().retainAll(toldMeanwhile);
        }
        arrange();
        if (next != null) {
            read(id, mine, next, before);
        }
    }

    private void keep(Participant person) {
        all.merge(person.id().value(), person, (known, told) -> known.version() > told.version() ? known : told);
    }

    private void arrange() {
        int here = (int) all.values().stream().filter(MeetingDetails::isPresent).count();
        present.set(here);
        left.set(all.size() - here);
        Predicate<Participant> side = whom.get() != Whom.LEFT ? MeetingDetails::isPresent : person -> !isPresent(person);
        people.replaceAll(all.values().stream().filter(side).toList());
        people.filter(text.isEmpty() ? null : this::matches);
        point();
    }

    private boolean matches(Participant person) {
        return person.name().toLowerCase(Locale.ROOT).contains(text) || person.address().toLowerCase(Locale.ROOT).contains(text);
    }

    static boolean isPresent(Participant person) {
        return person.state() != Participant.State.GONE;
    }
}
