package org.moothall.meetings.internal.statistics;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.moothall.meetings.CallStatistics.AlarmShare;
import org.moothall.meetings.CallStatistics.Direction;
import org.moothall.meetings.CallStatistics.EndStream;
import org.moothall.meetings.CallStatistics.LegEnd;
import org.moothall.meetings.CallStatistics.Medium;
import org.moothall.meetings.QualityLeg.Alarm;
import org.moothall.meetings.internal.projection.EndFigures;

/** What the end of a leg told, from the text that is kept of it: pure. @spec wire §2.5 */
final class LegEnds {

    private LegEnds() {}

    /** The figures; nothing where no end was told. */
    static Optional<LegEnd> of(String figures) {
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> fields = EndFigures.fields(figures);
        @Nullable Long seconds = Streams.whole(fields.getOrDefault("durationSeconds", "0"));
        return time(fields).map(at -> new LegEnd(at, seconds == null ? 0 : seconds, alarms(fields), streams(fields)));
    }

    private static Optional<Instant> time(Map<String, String> fields) {
        try {
            return Optional.of(Instant.parse(fields.getOrDefault("time", "")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The second alarm is {@code alarm@type#2}, and so on. */
    private static List<AlarmShare> alarms(Map<String, String> fields) {
        List<AlarmShare> alarms = new ArrayList<>();
        for (int i = 1; i <= Alarm.values().length; i++) {
            String which = i == 1 ? "" : "#" + i;
            @Nullable Double percent = Streams.decimal(fields.getOrDefault("alarm@durationPercentage" + which, ""));
            if (percent != null) {
                alarm(fields.getOrDefault("alarm@type" + which, "")).ifPresent(alarm -> alarms.add(new AlarmShare(alarm, percent)));
            }
        }
        return alarms;
    }

    private static Optional<Alarm> alarm(String word) {
        return switch (word) {
            case "packetLoss" -> Optional.of(Alarm.PACKET_LOSS);
            case "excessiveJitter" -> Optional.of(Alarm.EXCESSIVE_JITTER);
            case "highRoundTripTime" -> Optional.of(Alarm.HIGH_ROUND_TRIP_TIME);
            default -> Optional.empty(); // of a newer bridge
        };
    }

    private static List<EndStream> streams(Map<String, String> fields) {
        List<EndStream> streams = new ArrayList<>();
        add(streams, fields, "rxAudio", Direction.RECEIVE, Medium.AUDIO);
        add(streams, fields, "txAudio", Direction.SEND, Medium.AUDIO);
        add(streams, fields, "rxVideo", Direction.RECEIVE, Medium.VIDEO);
        add(streams, fields, "txVideo", Direction.SEND, Medium.VIDEO);
        return streams;
    }

    private static void add(List<EndStream> streams, Map<String, String> fields, String name, Direction direction, Medium medium) {
        if (fields.keySet().stream().anyMatch(field -> field.startsWith(name + '/'))) {
            String packets = name + "/packetStatistics/";
            streams.add(new EndStream(direction, medium, fields.getOrDefault(name + "/codec", ""), number(fields, name + "/maxSizeWidth"),
                    number(fields, name + "/maxSizeHeight"), decimal(fields, packets + "packetLossBursts/duration"),
                    decimal(fields, packets + "packetLossBursts/density"), decimal(fields, packets + "packetGap/duration"),
                    decimal(fields, packets + "packetGap/density")));
        }
    }

    private static @Nullable Integer number(Map<String, String> fields, String name) {
        return Streams.number(fields.getOrDefault(name, ""));
    }

    private static @Nullable Double decimal(Map<String, String> fields, String name) {
        return Streams.decimal(fields.getOrDefault(name, ""));
    }
}
