package org.moothall.meetings.ui.internal.macros;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Macro;
import org.moothall.meetings.MacroArguments;
import org.moothall.meetings.MacroCommand;
import org.moothall.meetings.MacroMeetings;
import org.moothall.ui.model.Value;

/** A step while it is edited: what stands in the fields. Free of SWT. */
final class StepDraft {
    /** How meetings are told. */
    enum Where { MATCHING, SPACES, CHOSEN }

    final Value<MacroCommand> command = new Value<>(MacroCommand.MUTE_AUDIO);
    final Value<Where> where = new Value<>(Where.MATCHING);
    final Value<String> words = new Value<>("");
    final Value<Boolean> pinned = new Value<>(false);
    final Value<String> spaces = new Value<>("");
    final Value<List<String>> inSpaces = new Value<>(List.of());
    final Value<List<String>> ids = new Value<>(List.of());
    final Value<String> who = new Value<>("");
    final Value<String> except = new Value<>("");
    final Value<String> layout = new Value<>("");
    final Value<String> importance = new Value<>("");
    final Value<String> to = new Value<>("");
    final Value<String> address = new Value<>("");
    final Value<String> name = new Value<>("");
    final Value<String> text = new Value<>("");
    final Value<String> seconds = new Value<>("");
    final Value<String> cluster = new Value<>("");

    /** All fields with text. */
    List<Value<String>> texts() {
        return List.of(words, spaces, who, except, layout, importance, to, address, name, text, seconds, cluster);
    }

    /** Begins with what a step says. */
    void fill(Macro.Step step) {
        MacroArguments given = StepWords.arguments(step);
        command.set(step.command());
        who.set(text(given.who()));
        except.set(text(given.except()));
        layout.set(text(given.layout()));
        importance.set(text(given.importance()));
        to.set(text(given.to()));
        address.set(text(given.address()));
        name.set(text(given.name()));
        text.set(text(given.text()));
        seconds.set(text(given.seconds()));
        cluster.set(text(given.cluster()));
        fill(step.meetings());
    }

    private void fill(MacroMeetings meetings) {
        @Nullable List<String> given = meetings.ids();
        @Nullable List<String> named = meetings.spaces();
        if (given != null) {
            where.set(Where.CHOSEN);
            ids.set(given);
        } else if (named != null) {
            where.set(Where.SPACES);
            inSpaces.set(named);
            spaces.set(String.join("; ", named));
        } else {
            words.set(StepWords.words(meetings));
            pinned.set(StepWords.pinned(meetings));
        }
    }

    /** The step, or nothing while something is missing or wrong. */
    Optional<Macro.Step> step() {
        Optional<MacroMeetings> meetings = meetings();
        return meetings.isEmpty() || !complete() ? Optional.empty() : Optional.of(new Macro.Step(meetings.get(), command.get(), arguments()));
    }

    private boolean complete() {
        return switch (command.get()) {
            case IMPORTANCE -> importance.get().matches("\\d{1,9}");
            case MOVE -> filled(to);
            case ADD -> filled(address);
            case MESSAGE -> filled(text) && seconds.get().matches("\\d{0,6}");
            case START -> filled(cluster) && where.get() == Where.SPACES;
            default -> true;
        };
    }

    private Optional<MacroMeetings> meetings() {
        return switch (where.get()) {
            case MATCHING -> Optional.of(new MacroMeetings(null, null,
                    "q=" + URLEncoder.encode(words.get().strip(), StandardCharsets.UTF_8) + (pinned.get() ? "&pinned=true" : "")));
            case SPACES -> named().isEmpty() ? Optional.empty() : Optional.of(new MacroMeetings(null, named(), null));
            case CHOSEN -> ids.get().isEmpty() ? Optional.empty() : Optional.of(new MacroMeetings(ids.get(), null, null));
        };
    }

    private List<String> named() {
        return command.get() != MacroCommand.START ? inSpaces.get()
                : Arrays.stream(spaces.get().split(";")).map(String::strip).filter(one -> !one.isEmpty()).toList();
    }

    private @Nullable MacroArguments arguments() {
        boolean people = StepWords.aboutPeople(command.get());
        MacroArguments made = new MacroArguments(people ? given(who) : null, people ? given(except) : null, of(MacroCommand.LAYOUT, layout.get()),
                number(MacroCommand.IMPORTANCE, importance), of(MacroCommand.MOVE, to.get()), of(MacroCommand.ADD, address.get()),
                command.get() == MacroCommand.ADD ? given(name) : null, of(MacroCommand.MESSAGE, text.get()), null, number(MacroCommand.MESSAGE, seconds),
                of(MacroCommand.START, cluster.get()));
        return made.equals(MacroArguments.NONE) ? null : made;
    }

    private @Nullable String of(MacroCommand only, String value) {
        return command.get() == only ? value.strip() : null;
    }

    private @Nullable Integer number(MacroCommand only, Value<String> value) {
        return command.get() == only && filled(value) ? Integer.valueOf(value.get().strip()) : null;
    }

    private static @Nullable String given(Value<String> value) {
        return filled(value) ? value.get().strip() : null;
    }

    private static boolean filled(Value<String> value) {
        return !value.get().isBlank();
    }

    private static String text(@Nullable Object given) {
        return given == null ? "" : given.toString();
    }
}
