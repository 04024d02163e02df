package org.moothall.meetings.ui.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.moothall.meetings.Meeting;
import org.moothall.ui.UserSettings;
import org.moothall.ui.model.Value;

/** Views of the list of live meetings: what is looked for, and which of them; ours, and those the user saved. Remembered. Free of SWT. */
final class MeetingViews {
    private static final String SAVED = "meetings.views";
    private static final int MOST = 30;

    /** Which meetings. */
    enum Only {
        ALL(meeting -> true),
        PINNED(DeskActions::pinned),
        LOBBY(meeting -> meeting.inLobby() > 0),
        RECORDED(Meeting::recording),
        STREAMED(Meeting::streaming),
        LOCKED(Meeting::locked),
        INCOMPLETE(meeting -> !meeting.complete());

        private final Predicate<Meeting> which;

        Only(Predicate<Meeting> which) {
            this.which = which;
        }

        boolean has(Meeting meeting) {
            return which.test(meeting);
        }

        String label() {
            return Texts.of("view." + name().toLowerCase(Locale.ROOT));
        }
    }

    /** A view. @param name empty for one of ours @param text what is looked for */
    record View(String name, String text, Only only) {
        /** Every meeting. */
        static final View ALL = new View("", "", Only.ALL);

        String label() {
            return name.isEmpty() ? only.label() : name;
        }
    }

    private final UserSettings settings;
    private final List<View> saved = new ArrayList<>();
    private final Value<View> chosen = new Value<>(View.ALL);

    MeetingViews(UserSettings settings) {
        this.settings = settings;
        settings.find(SAVED).ifPresent(text -> text.lines().forEach(this::read));
    }

    /** The one that is shown. */
    Value<View> chosen() {
        return chosen;
    }

    /** What the user saved, by name. */
    List<View> saved() {
        return List.copyOf(saved);
    }

    /** Saves what is shown now, with what is looked for, under a name; another one of this name is replaced. */
    void save(String name, String text) {
        View view = new View(clean(name), clean(text), chosen.get().only());
        saved.removeIf(known -> known.name().equals(view.name()));
        saved.add(view);
        saved.sort(java.util.Comparator.comparing(View::name, String.CASE_INSENSITIVE_ORDER));
        keep();
        chosen.set(view);
    }

    /** Forgets a saved view. */
    void forget(View view) {
        saved.remove(view);
        keep();
        if (chosen.get().equals(view)) {
            chosen.set(View.ALL);
        }
    }

    private void keep() {
        settings.put(SAVED, String.join("\n", saved.stream().limit(MOST).map(view -> view.name() + "\t" + view.only().name() + "\t" + view.text()).toList()));
    }

    private void read(String line) {
        String[] parts = line.split("\t", 3);
        if (parts.length == 3 && !parts[0].isEmpty()) {
            Arrays.stream(Only.values()).filter(only -> only.name().equals(parts[1])).findFirst()
                    .ifPresent(only -> saved.add(new View(parts[0], parts[2], only)));
        }
    }

    private static String clean(String text) {
        return text.replaceAll("[\\t\\r\\n]+", " ").strip();
    }
}
