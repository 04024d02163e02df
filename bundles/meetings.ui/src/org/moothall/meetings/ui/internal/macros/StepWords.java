package org.moothall.meetings.ui.internal.macros;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.Macro;
import org.moothall.meetings.MacroArguments;
import org.moothall.meetings.MacroCommand;
import org.moothall.meetings.MacroMeetings;
import org.moothall.ui.model.Value;

/** Steps of macros in words; meetings and spaces are called by their names as soon as these are known. For the UI thread only. */
final class StepWords {
    private static final Set<MacroCommand> OF_PEOPLE = EnumSet.range(MacroCommand.MUTE_AUDIO, MacroCommand.MOVE);
    private static final Set<MacroCommand> DANGEROUS = EnumSet.of(MacroCommand.DROP, MacroCommand.MOVE, MacroCommand.END);

    private static final int NAMED = 3;

    private final MeetingNames names;

    StepWords(MeetingNames names) {
        this.names = names;
    }

    /** Grows when something is called otherwise than it was told. */
    Value<Integer> named() {
        return names.found();
    }

    /** What a step does and to whom: {@code Mute everybody but “Wood”}. */
    String what(Macro.Step step) {
        MacroArguments given = arguments(step);
        String command = command(step.command());
        return switch (step.command()) {
            case ADD -> Texts.of("what.with", command, text(given.address()));
            case MESSAGE -> text(given.text()).isEmpty() ? Texts.of("what.no-message") : Texts.of("what.quoted", command, text(given.text()));
            case LAYOUT -> Texts.of("what.with", whom(command, given), text(given.layout()));
            case IMPORTANCE -> Texts.of("what.with", whom(command, given), Objects.requireNonNullElse(given.importance(), 0));
            case MOVE -> Texts.of("what.to", whom(command, given), names.space(text(given.to())));
            default -> aboutPeople(step.command()) ? whom(command, given) : command;
        };
    }

    /** In which meetings. */
    String where(MacroMeetings meetings) {
        @Nullable List<String> ids = meetings.ids();
        @Nullable List<String> spaces = meetings.spaces();
        if (ids != null) {
            return several("where.ids", ids, names::meeting);
        }
        if (spaces != null) {
            return several("where.spaces", spaces, names::space);
        }
        String words = words(meetings);
        String which = words.isEmpty() ? Texts.of(pinned(meetings) ? "where.pinned" : "where.all") : Texts.of("where.match", words);
        return pinned(meetings) && !words.isEmpty() ? Texts.of("where.both", which) : which;
    }

    /** The command's name. */
    static String command(MacroCommand command) {
        return Texts.of("command." + command.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Whether it is done to participants, not to the meeting. */
    static boolean aboutPeople(MacroCommand command) {
        return OF_PEOPLE.contains(command);
    }

    /** Whether it throws people out. */
    static boolean dangerous(Macro macro) {
        return macro.steps().stream().anyMatch(step -> DANGEROUS.contains(step.command()));
    }

    static MacroArguments arguments(Macro.Step step) {
        @Nullable MacroArguments given = step.arguments();
        return given == null ? MacroArguments.NONE : given;
    }

    /** What meetings must match; empty for all. */
    static String words(MacroMeetings meetings) {
        String view = text(meetings.view());
        if (!view.contains("=")) {
            return view;
        }
        for (String part : view.split("&")) {
            if (part.startsWith("q=")) {
                return URLDecoder.decode(part.substring(2), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    /** Whether only pinned meetings are meant. */
    static boolean pinned(MacroMeetings meetings) {
        return List.of(text(meetings.view()).split("&")).contains("pinned=true");
    }

    private static String several(String key, List<String> ids, Function<String, String> name) {
        return ids.size() > NAMED ? Texts.count(key, ids.size()) : ids.stream().map(name).collect(Collectors.joining(", "));
    }

    private static String whom(String command, MacroArguments given) {
        String who = text(given.who());
        String except = text(given.except());
        if (who.isEmpty() && except.isEmpty()) {
            return Texts.of("what.everybody", command);
        }
        String some = who.isEmpty() ? Texts.of("what.everybody", command) : Texts.of("what.quoted", command, who);
        return except.isEmpty() ? some : Texts.of("what.except", some, except);
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }
}
