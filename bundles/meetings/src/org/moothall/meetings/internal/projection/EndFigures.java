package org.moothall.meetings.internal.projection;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The figures of a leg's end as one short text, so that they are kept with the leg in history: a line for each, as
 * {@code rxAudio/codec=opus}. @spec wire §2.5
 */
public final class EndFigures {

    private static final Pattern KEPT = Pattern.compile("durationSeconds|alarm@.*|[rt]x(Audio|Video)/(codec|maxSizeWidth|maxSizeHeight"
            + "|packetStatistics/(packetLossBursts|packetGap)/(duration|density))(#\\d+)?");
    private static final int LONGEST = 100;

    private EndFigures() {}

    /** Of the fields of a {@code callLegEnd}; the end's own time is among them. */
    static String of(CdrRecord end) {
        Map<String, String> kept = new TreeMap<>(Map.of("time", end.time().toString()));
        end.fields().forEach((name, value) -> {
            if (KEPT.matcher(name).matches() && value.length() <= LONGEST && value.indexOf('\n') < 0) {
                kept.put(name, value);
            }
        });
        return kept.entrySet().stream().map(field -> field.getKey() + '=' + field.getValue()).collect(Collectors.joining("\n"));
    }

    /** The fields again. */
    public static Map<String, String> fields(String text) {
        return text.lines().filter(line -> line.indexOf('=') > 0)
                .collect(Collectors.toMap(line -> line.substring(0, line.indexOf('=')), line -> line.substring(line.indexOf('=') + 1), (one, other) -> one));
    }
}
